# Copied by openapi-errors from its runtime. Do not edit.
"""What a body is: JSON, text or markup."""

import re
from typing import Final, TypeAlias, cast

from .charset import decode_text
from .decode import decode_json
from .pointer import MISSING, is_object
from .text import SPACE, cut, length_of

# How much of a body is looked at, in bytes.
MAX_BYTES: Final = 1024 * 1024

_START = re.compile(rf"[{SPACE}]*+(.?)", re.DOTALL)
_JSON = re.compile(rf"[^;]*[/+]json[{SPACE}]*(?:;|\Z)", re.ASCII | re.IGNORECASE)
# Markup, or the beginning of JSON that was cut off: nothing to show to people.
_NO_PROSE = re.compile(
    rf"[{SPACE}]*+(?:<|\{{[{SPACE}]*+(?:[\"}}]|\Z)|\[[{SPACE}]*+(?:[\"{{\[]|\Z))"
)
_MARKUP = re.compile(r"html|xml", re.ASCII | re.IGNORECASE)


# A body once it is known what it is, and what of it a person could read: not JSON, even
# where it was cut off, and not markup.
Body: TypeAlias = tuple[object, str | None]


def read_body(body: object, media_type: str | None) -> Body:
    """Takes a body as text, bytes, parsed JSON or nothing, and says what it is."""
    if is_object(body):
        return body, None
    if isinstance(body, (bytes, bytearray, memoryview)):
        raw = bytes(cast(bytes, body)[: MAX_BYTES + 1])
        text = decode_text(raw[:MAX_BYTES], media_type).removeprefix("\ufeff")
        return _read_text(text, media_type, len(raw) <= MAX_BYTES)
    if isinstance(body, str):
        return _read_text(body, media_type, True)
    return MISSING if body is None else body, None


def _read_text(given: str, media_type: str | None, complete: bool) -> Body:
    text = given.removeprefix("\ufeff")
    first = _first(text)
    if first == "":
        return MISSING, None
    value = cut(text, MAX_BYTES)
    # The length in characters first: the exact one takes a copy.
    whole = complete and len(text) <= MAX_BYTES and length_of(text) <= MAX_BYTES
    if whole and (not media_type or _JSON.match(media_type) or first in "[{"):
        try:
            decoded = decode_json(text)
        except ValueError:
            pass  # Not JSON after all: text.
        else:
            if not isinstance(decoded, str):
                return decoded, None
            value = decoded
    if _NO_PROSE.match(value) or _MARKUP.search(media_type or ""):
        return value, None
    return value, value.strip(SPACE)


def _first(text: str) -> str:
    """The first character that is no white space; empty where there is none."""
    found = _START.match(text)
    return found[1] if found else ""
