"""Makes errors of plain data, given as lines of JSON, and says what each became."""

import copy
import importlib
import json
import pickle
import sys

for line in sys.stdin:
    question = json.loads(line)
    module = importlib.import_module(f"generated.{question['api']}.errors")
    error = module.from_dict(question["data"])
    base = getattr(module, f"{question['api'].capitalize()}Error")
    unlisted = getattr(module, f"{question['api'].capitalize()}UnlistedError")
    assert isinstance(error, base) and isinstance(error, unlisted) is not error.listed
    assert type(error) is module._CLASSES.get(error.code if error.listed else None, unlisted)
    assert module.is_error(error) and module.is_error(error, error.code) is error.listed
    assert (error.body, error.headers) == (None, {})
    for text in (str(error), repr(error)):
        text.encode("utf-8", "surrogatepass")
    for twin in (copy.deepcopy(error), pickle.loads(pickle.dumps(error)), module.from_dict(error.to_dict())):
        assert type(twin) is type(error) and twin.to_dict() == error.to_dict()
    module.retry_delay(error, attempt=1, method="GET")
    print(json.dumps(error.to_dict(), allow_nan=False))
