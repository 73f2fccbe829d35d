"""Runs programs, given as lines of JSON, and says what each printed."""

import contextlib
import io
import json
import sys

for line in sys.stdin:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(json.loads(line), "snippet", "exec"), {"__name__": "snippet"})
    print(json.dumps(printed.getvalue()))
