"""The delay before each attempt, for each kind of error and request, as lines of JSON ask for it."""

import json
import sys

from generated.momail.errors import parse_error, retry_delay

for line in sys.stdin:
    question = json.loads(line)
    error = parse_error(question["status"], question["headers"])
    part = question["part"]
    delay = retry_delay(error, **question["options"], random=lambda: part)
    assert delay is None or isinstance(delay, float)
    print(json.dumps(delay))
