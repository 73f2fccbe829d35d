"""How many times json.loads it takes to read and to parse an answer; run by runtime.ts."""

import json
import statistics
import sys
import time
from collections.abc import Callable

folder, repeats, given = sys.argv[1:]
sys.path.insert(0, folder.rpartition("/")[0])
errors = __import__(f"{folder.rpartition('/')[2]}.momail.errors", fromlist=["errors"])
answer = json.loads(given)
text, status, headers = answer["text"], answer["status"], answer["headers"]


def whole() -> object:
    return errors.parse_error(status, headers, json.loads(text))


def loads() -> object:
    return json.loads(text)


def seconds(work: Callable[[], object], times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        work()
    return time.process_time() - begun


def ratio() -> float:
    rounds = [(seconds(whole, 400), seconds(loads, 4000) / 10) for _ in range(9)]
    parsing, loading = zip(*rounds)
    return statistics.median(parsing) / statistics.median(loading)


error = whole()
expected = answer["expected"]
assert (error.code, error.listed) == (expected["code"], expected["listed"]), error
assert error.body == loads()
print(f"{min(ratio() for _ in range(int(repeats))):.1f}")
