"""The headers of an answer."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, TypeAlias, cast

from .pointer import is_array, is_number
from .secret import is_secret
from .text import number_text


class HasItems(Protocol):
    """Headers of requests, httpx and urllib, and every mapping."""

    def items(self) -> Iterable[tuple[str, object]]:
        """Each name with its value."""
        ...


# Headers of any client: a mapping or the like, or pairs.
HeadersLike: TypeAlias = HasItems | Iterable[tuple[str, object]]


# What is about one connection, or about the bytes that came over it: wrong for whoever
# the error is handed on to. `connection` itself too, once it has been read.
_OF_CONNECTION = frozenset(
    "keep-alive proxy-authenticate proxy-connection te trailer transfer-encoding"
    " upgrade content-length content-encoding content-range content-md5 content-digest"
    " digest".split()
)

_MAX_NAME = 200


def read_headers(headers: object) -> dict[str, str]:
    """Lower-case names with one text each.

    Headers that hold secrets, and those of the connection, are left out.
    """
    found: dict[str, str] = {}
    try:
        for name, value, *_ in _pairs(headers):
            label = name if type(name) is str else _text(name)
            # Long ones are not worth remembering: they come from answers alone.
            key = _known_key(label) if len(label) <= _MAX_NAME else _key_of(label)
            if key is None or value is None:
                continue
            text = value if type(value) is str else _text(value)
            found[key] = f"{found[key]}, {text}" if key in found else text
    except Exception:
        # Headers that can't be read are as good as absent; what was read before counts.
        pass
    connection = found.pop("connection", None)
    if connection is None:
        return found
    named = re.split("[, \t]+", connection.lower())
    return {name: text for name, text in found.items() if name not in named}


def _key_of(name: str) -> str | None:
    """The lower-case name of a header; None for one that is left out."""
    key = name.lower()
    is_left_out = key in _OF_CONNECTION or key[:1] == ":" or is_secret(key)
    return None if is_left_out else key


_known_key = lru_cache(maxsize=1000)(_key_of)


def _pairs(headers: object) -> Iterable[tuple[object, object]]:
    if headers is None or isinstance(headers, (str, bytes)):
        return ()
    items = getattr(headers, "items", None)
    return items() if items else cast(Iterable[tuple[object, object]], headers)


def _text(value: object) -> str:
    if type(value) is str:
        return value
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1")
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_number(value):
        return number_text(value)
    if is_array(value):
        return ", ".join("" if item is None else _text(item) for item in value)
    return str(value)
