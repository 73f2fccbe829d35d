# Copied by openapi-errors from its runtime. Do not edit.
"""Copies of values that may go into a log."""

import math

from .pointer import is_array, is_number, is_object, members
from .secret import is_secret
from .text import cut, double

# How many values, and how many characters of a text, are worth a place in a log.
_MAX_VALUES = 1000
_MAX_TEXT = 2000


def loggable(value: object) -> object:
    """A copy for logs and queues: secret texts redacted, long texts and lists cut.

    A number that JSON can't hold becomes None.
    """
    left = _MAX_VALUES

    def copy(member: object, name: str) -> object:
        nonlocal left
        left -= 1
        if isinstance(member, str):
            return "[redacted]" if is_secret(name) else cut(member, _MAX_TEXT)
        if is_array(member):
            return [copy(item, name) for item in member if left > 0]
        if is_object(member):
            pairs = members(member)
            return {key: copy(each, key) for key, each in pairs if left > 0}
        infinite = is_number(member) and not math.isfinite(double(member))
        return None if infinite else member

    return copy(value, "")
