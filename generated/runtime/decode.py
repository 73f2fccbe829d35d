# Copied by openapi-errors from its runtime. Do not edit.
"""JSON as JavaScript's `JSON.parse` reads it."""

import json
import re
from itertools import accumulate

# Deeper than any honest body, and than `json` can read without running out of stack.
_MAX_DEPTH = 64

_NO_BRACKETS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?+|[^\[\]{}"]++', re.DOTALL)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def decode_json(text: str) -> object:
    """The value of a JSON text; a ValueError where it is none, or nests too deeply."""
    if _is_deep(text):
        raise ValueError("nests too deeply")
    try:
        return _decoder.decode(text)
    except RecursionError as failure:
        # The caller has used up most of the stack.
        raise ValueError("nests too deeply") from failure


def _is_deep(text: str) -> bool:
    if text.count("[") + text.count("{") <= _MAX_DEPTH:
        return False
    steps = map(_STEPS.__getitem__, _NO_BRACKETS.sub("", text))
    return max(accumulate(steps), default=0) > _MAX_DEPTH


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")


def _integer(digits: str) -> int | float:
    # Python refuses to read very long integers; JavaScript reads them as infinite.
    return int(digits) if len(digits) <= 300 else float(digits)


_decoder = json.JSONDecoder(parse_int=_integer, parse_constant=_refuse)
