"""Parses answers, given as lines of JSON, and says what each became."""

import base64
import copy
import dataclasses
import importlib
import json
import math
import pickle
import sys

from generated.runtime import Classified


def body_of(question):
    if "base64" in question:
        return base64.b64decode(question["base64"])
    return question["text"] if "text" in question else question.get("json")


def plain(value):
    """A copy in which what JSON can't hold is null, as JSON.stringify has it."""
    if dataclasses.is_dataclass(value):
        return plain(dataclasses.asdict(value))
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def shown(error):
    """What all ways to show or to copy an error give: none may fail on any answer."""
    texts = (str(error), repr(error), json.dumps(error.to_dict(), allow_nan=False))
    for text in texts:
        text.encode("utf-8")
    for twin in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert type(twin) is type(error) and str(twin) == str(error)
        assert json.dumps(twin.to_dict()) == texts[2]
    return texts[0]


for line in sys.stdin:
    question = json.loads(line)
    module = importlib.import_module(f"generated.{question['api']}.errors")
    error = module.parse_error(
        question["status"],
        question.get("headers"),
        body_of(question),
        operation=question.get("operation"),
    )
    parsed = {
        **{name: plain(getattr(error, name)) for name in Classified._fields},
        "logged": error.to_dict(),
        "delay": module.retry_delay(error, attempt=2, method="GET", random=lambda: 1),
        "text": shown(error),
        "is_error": [
            module.is_error(error),
            module.is_error(error, error.code),
            module.is_error(error, "another", error.code),
            module.is_error(error, "another"),
        ],
    }
    print(json.dumps(parsed, allow_nan=False))
