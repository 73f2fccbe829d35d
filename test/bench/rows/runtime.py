"""What json.loads with parse_error takes, and json.loads alone, in turn: microseconds of each round. Run by python.ts."""

import json
import sys
import time
from collections.abc import Callable

from made.momail import errors

rounds, given = sys.argv[1:]
answer = json.loads(given)
text, status, headers = answer["text"], answer["status"], answer["headers"]


def whole() -> object:
    return errors.parse_error(status, headers, json.loads(text))


def loads() -> object:
    return json.loads(text)


def microseconds(work: Callable[[], object], times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begun) / times * 1e6


error = whole()
expected = answer["expected"]
assert (error.code, error.listed) == (expected["code"], expected["listed"]), error
assert error.body == loads()
microseconds(whole, 400)
print(json.dumps([{"ours": microseconds(whole, 400), "theirs": microseconds(loads, 4000)} for _ in range(int(rounds))]))
