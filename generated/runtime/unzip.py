# Copied by openapi-errors from its runtime. Do not edit.
"""Undoes the compression of a body, as far as the body is looked at."""

import zlib

# The formats by their names: gzip, and zlib's, which some servers leave the frame of out.
_WINDOWS = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}


def can_unzip(encoding: str) -> bool:
    """Whether this is the name of one format that the standard library knows."""
    return encoding.strip().lower() in _WINDOWS


def unzip(body: bytes, encoding: str, size: int) -> tuple[bytes, bool]:
    """At most so many bytes of what was compressed, and whether that is all there is.

    What is cut at that size counts as all. Nothing comes of what was not compressed so.
    """
    for window in _WINDOWS[encoding.strip().lower()]:
        try:
            return _unzip(body, window, size)
        except zlib.error:
            continue
    return b"", False


def _unzip(body: bytes, window: int, size: int) -> tuple[bytes, bool]:
    found = b""
    while body and len(found) < size:
        reader = zlib.decompressobj(window)
        try:
            found += reader.decompress(body, size - len(found))
        except zlib.error:
            if found:
                break  # What stands behind the end is no part of it.
            raise
        if not reader.eof:
            return found, len(found) >= size
        body = reader.unused_data
    return found, True
