# Copied by openapi-errors from its runtime. Do not edit.
"""Reads the bodies of the responses of any client."""

from collections.abc import Callable, Coroutine
from inspect import iscoroutinefunction
from typing import TypeAlias, cast

from .body import MAX_BYTES
from .error import Deviation
from .response_stream import raw_stream, stream_of
from .stream_state import (
    encoding_of,
    held_body,
    is_begun,
    is_closed,
    is_head,
    length_of,
    member,
)
from .timed_read import Ending, read_within
from .unzip import can_unzip, unzip

_Reading: TypeAlias = Coroutine[object, None, bytes]


def body_of(response: object, seconds: float) -> tuple[bytes | str, list[Deviation]]:
    """The body of a response, or its start, and what is to be said where it is lost.

    It is read within a size and a time. One byte more than the size is read, so that a cut
    body is known to be cut. What is compressed takes no more memory than that, unless the
    client has decompressed all of it before, as requests does without `stream=True`.
    """
    held = held_body(response)
    if held is not None:
        return held[: MAX_BYTES + 1], []
    begun, closed = is_begun(response), is_closed(response)
    came, ending = _read(response, begun, seconds)
    # A client may read on where it is asked for what it has: not where that takes long.
    body = came or (b"" if ending == "slow" else _loaded(response))
    missed = begun if came else not body and (begun or closed) and _is_due(response)
    if ending == "whole" and not missed:
        return body, []
    found = "a part of it" if body else "a body that could not be read"
    return body, [Deviation("", "a whole body", found)]


def _read(response: object, begun: bool, seconds: float) -> tuple[bytes | str, Ending]:
    read = member(response, "read")
    iterates = member(response, "iter_content") or member(response, "iter_bytes")
    if iscoroutinefunction(read) and not iterates:
        return _read_before(response, cast(Callable[[], _Reading], read))
    encoding = encoding_of(response) or ""
    # Within a stream that others have begun, only the client knows how to read on.
    is_plain = encoding.strip().lower() in ("", "identity")
    is_raw = not begun and (is_plain or can_unzip(encoding))
    raw = raw_stream(response) if is_raw else None
    opening = raw or stream_of(response)
    chunks, ending = read_within(response, opening, MAX_BYTES, seconds)
    came = _join(chunks)
    if isinstance(came, str) or not came:
        return came, ending
    unzipped = raw is not None and not is_plain
    # A server may compress what the client, such as urllib, never asked to.
    if not unzipped and not came.startswith(b"\x1f\x8b"):
        return came, ending
    found, is_all = unzip(came, encoding if unzipped else "gzip", MAX_BYTES + 1)
    if not unzipped and not found:
        return came, ending
    return found, "broken" if ending == "whole" and not is_all else ending


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


def _read_before(
    response: object, read: Callable[[], _Reading]
) -> tuple[bytes, Ending]:
    """The body of an asynchronous response that was read before, or has come whole."""
    try:
        content = member(response, "content")
        is_eof = member(content, "is_eof")
        if callable(is_eof) and not is_eof():
            return b"", "broken"
        reading = read()
        try:
            reading.send(None)
        except StopIteration as done:
            body = cast(bytes, done.value)[: MAX_BYTES + 1]
        else:
            return b"", "broken"
        finally:
            reading.close()
    except Exception:
        return b"", "broken"
    # What was taken before is not among it.
    total = member(content, "total_bytes")
    is_part = isinstance(total, int) and total > len(body) and len(body) <= MAX_BYTES
    return body, "broken" if is_part else "whole"


def _loaded(response: object) -> bytes | str:
    """A body that the client has read already."""
    loaded = (member(response, name) for name in ("content", "data", "text"))
    return next((body for body in loaded if isinstance(body, (bytes, str))), b"")


def _is_due(response: object) -> bool:
    """Whether there was a body at all."""
    return length_of(response) != "0" and not is_head(response)
