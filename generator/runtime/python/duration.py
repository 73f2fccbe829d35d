"""Durations as texts say them."""

import re

from .text import SPACE

_AMOUNT = r"\d{1,15}(?:\.\d{1,9})?"
_UNIT = "ms|msec|millis|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?"
_FLAGS = re.ASCII | re.IGNORECASE

_NUMBER = re.compile(_AMOUNT, re.ASCII)
# `53s`, `2 min`, `1500ms`, and several of them: `6m0s`, `1h 2m 3.5s`.
_PARTS = re.compile(rf"(?:{_AMOUNT} ?(?:{_UNIT}) ?){{1,6}}", _FLAGS)
_PART = re.compile(rf"({_AMOUNT}) ?({_UNIT})", _FLAGS)
# ISO 8601, as far as it has one length: `PT30S`, `P1DT2H`.
_ISO = re.compile(
    r"P(?=.*\d[A-Z]\Z)(?:(\d{1,9})D)?"
    r"(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?",
    _FLAGS,
)
_CLOCK = re.compile(r"()(\d{1,4}):([0-5]\d):([0-5]\d(?:\.\d{1,9})?)", re.ASCII)

_SECONDS = {"s": 1, "m": 60, "h": 3600}


def seconds_of_text(given: str, in_milliseconds: bool) -> float | None:
    """The seconds that a text says.

    A plain number is of the unit that is usual where it stands.
    """
    text = given.strip(SPACE)
    if _NUMBER.fullmatch(text):
        return float(text) / 1000 if in_milliseconds else float(text)
    if _PARTS.fullmatch(text):
        total = 0.0
        for amount, unit in _PART.findall(text):
            total += _in_seconds(float(amount), unit.lower())
        return total
    found = _ISO.fullmatch(text) or _CLOCK.fullmatch(text)
    if not found:
        return None
    days, hours, minutes, seconds = (float(each or 0) for each in found.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


def _in_seconds(value: float, unit: str) -> float:
    is_short = unit.startswith(("ms", "milli"))
    return value / 1000 if is_short else value * _SECONDS[unit[0]]
