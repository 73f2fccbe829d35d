"""Everything that Python prints of an error, in its own words and in those of `logging`."""

import io
import json
import logging
import sys
import traceback

from generated.momail.errors import parse_error

for line in sys.stdin:
    question = json.loads(line)
    error = parse_error(question["status"], question["headers"], question["body"])
    stream = io.StringIO()
    logger = logging.Logger("errors")
    logger.addHandler(logging.StreamHandler(stream))
    try:
        raise error
    except Exception:
        logger.exception("%s %r", error, error)
    printed = [str(error), repr(error), error.message, repr(error.fields), repr(error.deviations)]
    printed += [repr(error.to_dict()), "".join(traceback.format_exception(error)), stream.getvalue()]
    print(json.dumps({"message": error.message, "request_id": error.request_id, "printed": printed}))
