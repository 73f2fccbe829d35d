# Copied by openapi-errors from its runtime. Do not edit.
"""Copies of values that may go into a log."""

import math

from .error import Deviation
from .pointer import (
    is_array,
    is_number,
    is_object,
    member_at,
    members,
    tokens_of,
)
from .secret import is_secret_in
from .text import cut, double

# How many values, and how many characters of a text, are worth a place in a log.
_MAX_VALUES = 1000
_MAX_TEXT = 2000

_REDACTED = "[redacted]"


def loggable(value: object) -> object:
    """A copy for logs and queues: without secrets, long texts and lists cut.

    What stands below a secret name is redacted. A number that JSON can't hold becomes None.
    """
    left = _MAX_VALUES

    def copy(member: object) -> object:
        nonlocal left
        left -= 1
        if isinstance(member, str):
            return cut(member, _MAX_TEXT)
        if is_array(member):
            return [copy(item) for item in member if left > 0]
        if is_object(member):
            holder = member

            def copied(key: str, each: object) -> object:
                hidden = each is not None and is_secret_in(holder, key)
                return _REDACTED if hidden else copy(each)

            pairs = members(holder)
            return {key: copied(key, each) for key, each in pairs if left > 0}
        infinite = is_number(member) and not math.isfinite(double(member))
        return None if infinite else member

    return copy(value)


def without_secret(deviation: Deviation, body: object) -> Deviation:
    """What was found in a body, without what stands below a secret name."""
    if not _is_below_secret(body, tokens_of(deviation.pointer)):
        return deviation
    kind, _, value = deviation.found.partition(" ")
    if value == "" or kind == "an":
        return deviation
    return Deviation(deviation.pointer, deviation.expected, f"{kind} {_REDACTED}")


def _is_below_secret(value: object, tokens: list[str]) -> bool:
    for token in tokens:
        holder = value if is_object(value) else {}
        if is_secret_in(holder, token):
            return True
        value = member_at(value, token)
    return False
