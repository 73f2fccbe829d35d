# Copied by openapi-errors from its runtime. Do not edit.
"""Reads the responses of any client by their common shape."""

from collections.abc import Callable, Coroutine, Iterable, Iterator
from inspect import iscoroutinefunction
from typing import Protocol, TypeAlias, cast

from .body import MAX_BYTES
from .error import Deviation, RequestInfo
from .headers import HeadersLike

_CHUNK = 64 * 1024

_Reading: TypeAlias = Coroutine[object, None, bytes]


class HasStatusCode(Protocol):
    """A response of requests or httpx."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        ...


class HasStatus(Protocol):
    """A response of urllib: `http.client.HTTPResponse` or `urllib.error.HTTPError`."""

    @property
    def status(self) -> int | None:
        """The HTTP status."""
        ...


ResponseLike: TypeAlias = HasStatusCode | HasStatus


def status_of(response: object) -> int:
    """The status of a response; a TypeError where there is none, so no response."""
    for name in ("status_code", "status", "code"):
        status = _member(response, name)
        if isinstance(status, int) and not isinstance(status, bool):
            return int(status)
    raise TypeError(f"{type(response).__name__} is no HTTP response: it has no status")


def headers_of(response: object) -> HeadersLike | None:
    """The headers of a response."""
    return cast(HeadersLike | None, _member(response, "headers"))


def request_of(response: object) -> RequestInfo | None:
    """What a response tells about its request."""
    asked = _member(response, "request") or response
    method = _member(asked, "method")
    url = _member(response, "url")
    # httpx has a class for URLs.
    address = str(url) if isinstance(url, str) or type(url).__name__ == "URL" else None
    if not isinstance(method, str):
        return RequestInfo(None, address) if address else None
    return RequestInfo(method, address)


def body_of(response: object) -> tuple[bytes | str, list[Deviation]]:
    """The body of a response, or its start, and what is to be said where it is lost.

    One byte more than the limit is read, so that a cut body is known to be cut. How
    long that may take is for the client's own timeout to say.
    """
    chunks: list[bytes | str] = []
    lost = False
    try:
        for chunk in _chunks(response):
            chunks.append(chunk)
            if sum(map(len, chunks)) > MAX_BYTES:
                break
    except Exception as failure:
        # A broken stream: what has come so far is the body.
        lost = True
        partial = getattr(failure, "partial", None)
        chunks += [partial] if isinstance(partial, bytes) else []
    body = _join(chunks) or _loaded(response)
    found = "a part of it" if body else "a body that could not be read"
    return body, [Deviation("", "a whole body", found)] if lost else []


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
        iterate = _member(response, name)
        if callable(iterate):
            return cast(Callable[[int], Iterable[bytes]], iterate)(_CHUNK)
    read = _member(response, "read")
    if iscoroutinefunction(read):
        return [_read_before(response, cast(Callable[[], _Reading], read))]
    return _reading(cast(Callable[[int], bytes], read)) if callable(read) else ()


def _reading(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(_CHUNK):
        yield chunk


def _read_before(response: object, read: Callable[[], _Reading]) -> bytes | str:
    """The body of an asynchronous response that was read before, or has come whole."""
    is_eof = _member(_member(response, "content"), "is_eof")
    if callable(is_eof) and not is_eof():
        raise ValueError("it was not awaited")
    reading = read()
    try:
        reading.send(None)
    except StopIteration as done:
        return cast(bytes, done.value)
    finally:
        reading.close()
    raise ValueError("it was not awaited")


def _loaded(response: object) -> bytes | str:
    """A body that the client has read already."""
    loaded = (_member(response, name) for name in ("content", "data", "text"))
    return next((body for body in loaded if isinstance(body, (bytes, str))), b"")


def _member(value: object, name: str) -> object:
    """A member of a response; None where it can't be read: some raise."""
    try:
        return getattr(value, name, None)
    except Exception:
        return None
