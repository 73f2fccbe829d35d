# Copied by openapi-errors from its runtime. Do not edit.
"""How to read the streams of the responses of any client."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, cast

from .stream_state import member

_CHUNK = 64 * 1024

# Opens the stream of a response, part by part.
Opening: TypeAlias = Callable[[], Iterable[bytes | str]]

_Read: TypeAlias = Callable[[int], bytes]


def raw_stream(response: object) -> Opening | None:
    """The bytes as they come over the wire, and as soon as they come.

    None where a client gives them only once it has decompressed them: a megabyte of
    those may become a gigabyte.
    """
    iterate = member(response, "iter_raw")
    if callable(iterate):
        return cast(Opening, iterate)
    for each in (member(response, "raw"), response):
        # By this member, urllib3's responses are known, which requests' are made of.
        if member(each, "decode_content") is None:
            continue
        read, stream = member(each, "read1"), member(each, "stream")
        if callable(read):
            raw = cast(Callable[..., bytes], read)
            return lambda: _until_end(lambda size: raw(size, decode_content=False))
        if callable(stream):
            parts = cast(Callable[..., Iterable[bytes]], stream)
            return lambda: parts(_CHUNK, decode_content=False)
    return None


def stream_of(response: object) -> Opening:
    """The body as the client gives it."""
    for name in ("iter_content", "iter_bytes"):
        iterate = member(response, name)
        if callable(iterate):
            chunks = cast(Callable[[int], Iterable[bytes]], iterate)
            return lambda: chunks(_CHUNK)
    # Some read until they have as much as was asked for, which may take for ever.
    for name in ("read1", "read"):
        read = member(response, name)
        if callable(read):
            each = cast(_Read, read)
            return lambda: _until_end(each)
    return lambda: ()


def _until_end(read: _Read) -> Iterator[bytes]:
    while chunk := read(_CHUNK):
        yield chunk
