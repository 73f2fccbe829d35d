# Copied by openapi-errors from its runtime. Do not edit.
"""The headers of an answer."""

import re
from collections.abc import Iterable
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
# the error is handed on to.
_OF_CONNECTION = frozenset((
    *("connection", "keep-alive", "proxy-authenticate", "proxy-connection", "te"),
    *("trailer", "transfer-encoding", "upgrade", "content-length", "content-encoding"),
    *("content-range", "content-md5", "content-digest", "digest"),
))


def read_headers(headers: object) -> dict[str, str]:
    """Lower-case names with one text each.

    Headers that hold secrets, and those of the connection, are left out.
    """
    found: dict[str, str] = {}
    try:
        for name, value, *_ in _pairs(headers):
            key = (name if type(name) is str else _text(name)).lower()
            if value is None or is_secret(key):
                continue
            text = value if type(value) is str else _text(value)
            found[key] = f"{found[key]}, {text}" if key in found else text
    except Exception:
        # Headers that can't be read are as good as absent; what was read before counts.
        pass
    connection = found.get("connection")
    named = () if connection is None else re.split("[, \t]+", connection.lower())
    return {
        name: text
        for name, text in found.items()
        if name not in _OF_CONNECTION and name not in named and name[:1] != ":"
    }


def _pairs(headers: object) -> Iterable[tuple[object, object]]:
    if headers is None or isinstance(headers, (str, bytes)):
        return ()
    items = getattr(headers, "items", None)
    return cast(Iterable[tuple[object, object]], items() if items else headers)


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
