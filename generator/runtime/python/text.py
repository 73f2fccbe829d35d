"""Texts as they may be shown, the same in every language that parses a contract."""

import math
import re
from decimal import Decimal

from .pointer import MISSING, is_array, is_number, is_object, members

_MAX_MESSAGE = 500

# What JavaScript takes for white space: another set than Python's.
SPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)

# Control characters, line separators, marks that reorder or hide text, halves of surrogate
# pairs, and what is no character at all. A joiner of emoji is none of these.
_NO_CHARACTERS = "".join(
    chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
)
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    r"\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    rf"{_NO_CHARACTERS}]"
)
_WORDS = re.compile("[^ ] [^ ]")


def printable(text: str) -> str:
    """Text from the wire made safe to print.

    One line, at most 500 characters, nothing that moves a terminal.
    """
    if len(text) <= _MAX_MESSAGE and text.isascii() and text.isprintable():
        return text
    start = cut(text, _MAX_MESSAGE)
    escaped = _UNSAFE.sub(_escape, start)
    if length_of(escaped) <= _MAX_MESSAGE:
        return escaped
    # At the cut, a character or what stands for it is there whole or not at all.
    line, room = "", _MAX_MESSAGE
    for character in start:
        shown = _UNSAFE.sub(_escape, character)
        room -= length_of(shown)
        if room < 0:
            break
        line += shown
    return line


def cut(text: str, length: int) -> str:
    """The start of a text, counted in UTF-16 units as JavaScript counts."""
    if text.isascii():
        return text[:length]
    units = text[:length].encode("utf-16-le", "surrogatepass")
    return units[: 2 * length].decode("utf-16-le", "surrogatepass")


def length_of(text: str) -> int:
    """The length of a text in UTF-16 units."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def describe(value: object) -> str:
    """What was found, in a few words: a short value as JSON, another by its type."""
    if value is MISSING:
        return "nothing"
    if value is None:
        return "null"
    if isinstance(value, str):
        return printable(f"string {json_text(cut(value, 60))}")
    if isinstance(value, bool):
        return f"boolean {json_text(value)}"
    if is_number(value):
        return f"number {number_text(value)}"
    return "an array" if is_array(value) else "an object"


def json_text(value: object) -> str:
    """A JSON value as `JSON.stringify` writes it."""
    if isinstance(value, str):
        escaped = re.sub(r'[\x00-\x1f"\\\ud800-\udfff]', _escape_in_json, value)
        return f'"{escaped}"'
    if is_array(value):
        return f"[{','.join(map(json_text, value))}]"
    if is_object(value):
        inner = [f"{json_text(key)}:{json_text(each)}" for key, each in members(value)]
        return f"{{{','.join(inner)}}}"
    if is_number(value):
        return number_text(value) if math.isfinite(double(value)) else "null"
    return "null" if value is None else "true" if value else "false"


def number_text(value: int | float) -> str:
    """A number as JavaScript writes it: `1` and not `1.0`, `1e+21` and not `1e21`."""
    if type(value) is int and abs(value) < 2**53:
        return str(value)
    number = double(value)
    if not math.isfinite(number):
        return (
            "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity"
        )
    if number == 0:
        return "0"
    if 1e-6 <= abs(number) < 1e21:
        digits = format(Decimal(repr(number)), "f")
        return digits.rstrip("0").rstrip(".") if "." in digits else digits
    return re.sub(r"e([+-])0*", r"e\1", repr(number))


def double(value: int | float) -> float:
    """The number that JavaScript would read; one that is too large is infinite."""
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def has_words(text: str) -> bool:
    """Whether a text is more than one word, as a code seldom is."""
    return _WORDS.search(text) is not None


def _escape(found: re.Match[str]) -> str:
    point = ord(found[0])
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\u{{{point:x}}}"


_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r"}


def _escape_in_json(found: re.Match[str]) -> str:
    if found[0] in '"\\':
        return f"\\{found[0]}"
    return _SHORT.get(found[0]) or _escape(found)
