# Copied by openapi-errors from its runtime. Do not edit.
"""Reads the bodies of the responses of any client."""

import zlib
from collections.abc import Callable, Coroutine, Iterable, Iterator
from inspect import iscoroutinefunction
from typing import TypeAlias, cast

from .body import MAX_BYTES
from .error import Deviation
from .stream_state import held_body, is_begun, is_closed, is_head, length_of, member

_CHUNK = 64 * 1024

_Reading: TypeAlias = Coroutine[object, None, bytes]


def body_of(response: object) -> tuple[bytes | str, list[Deviation]]:
    """The body of a response, or its start, and what is to be said where it is lost.

    One byte more than the limit is read, so that a cut body is known to be cut. How
    long that may take is for the client's own timeout to say.
    """
    held = held_body(response)
    if held is not None:
        return held[: MAX_BYTES + 1], []
    begun, closed = is_begun(response), is_closed(response)
    chunks: list[bytes | str] = []
    broken = False
    try:
        for chunk in _chunks(response):
            chunks.append(chunk)
            if sum(map(len, chunks)) > MAX_BYTES:
                break
    except Exception as failure:
        # A broken stream: what has come so far is the body.
        broken = True
        partial = getattr(failure, "partial", None)
        chunks += [partial] if isinstance(partial, bytes) else []
    came = _join(chunks)
    body = came or _loaded(response)
    missed = begun if came else not body and (begun or closed) and _is_due(response)
    if not broken and not missed:
        return _unzipped(body), []
    found = "a part of it" if body else "a body that could not be read"
    return _unzipped(body), [Deviation("", "a whole body", found)]


def _join(chunks: list[bytes | str]) -> bytes | str:
    """Text where all of it came as text, else bytes."""
    texts = [chunk for chunk in chunks if isinstance(chunk, str)]
    if texts and len(texts) == len(chunks):
        return "".join(texts)[: MAX_BYTES + 1]
    parts = [
        chunk.encode("utf-8", "replace") if isinstance(chunk, str) else chunk
        for chunk in chunks
    ]
    return b"".join(parts)[: MAX_BYTES + 1]


def _chunks(response: object) -> Iterable[bytes | str]:
    for name in ("iter_content", "iter_bytes"):
        iterate = member(response, name)
        if callable(iterate):
            return cast(Callable[[int], Iterable[bytes]], iterate)(_CHUNK)
    read = member(response, "read")
    if iscoroutinefunction(read):
        return _read_before(response, cast(Callable[[], _Reading], read))
    return _reading(cast(Callable[[int], bytes], read)) if callable(read) else ()


def _reading(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(_CHUNK):
        yield chunk


def _read_before(
    response: object, read: Callable[[], _Reading]
) -> Iterator[bytes | str]:
    """The body of an asynchronous response that was read before, or has come whole."""
    content = member(response, "content")
    is_eof = member(content, "is_eof")
    if callable(is_eof) and not is_eof():
        raise ValueError("it was not awaited")
    reading = read()
    try:
        reading.send(None)
    except StopIteration as done:
        body = cast(bytes, done.value)
    else:
        raise ValueError("it was not awaited")
    finally:
        reading.close()
    yield body
    total = member(content, "total_bytes")
    if isinstance(total, int) and total > len(body):
        raise ValueError("it was read before, or a part of it")


def _loaded(response: object) -> bytes | str:
    """A body that the client has read already."""
    loaded = (member(response, name) for name in ("content", "data", "text"))
    return next((body for body in loaded if isinstance(body, (bytes, str))), b"")


def _is_due(response: object) -> bool:
    """Whether there was a body at all."""
    return length_of(response) != "0" and not is_head(response)


def _unzipped(body: bytes | str) -> bytes | str:
    """What a server compressed though the client, such as urllib, never asked for it."""
    if isinstance(body, str) or not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(31).decompress(body, MAX_BYTES + 1)
    except zlib.error:
        return body
