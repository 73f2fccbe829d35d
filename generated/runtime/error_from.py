# Copied by openapi-errors from its runtime. Do not edit.
"""Reads the responses of requests, httpx and urllib by their common shape."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias, cast

from .body import MAX_BYTES
from .error import RequestInfo
from .headers import HeadersLike

_CHUNK = 64 * 1024


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
    method = _member(_member(response, "request"), "method")
    url = _member(response, "url")
    # httpx has a class for URLs.
    address = str(url) if isinstance(url, str) or type(url).__name__ == "URL" else None
    if not isinstance(method, str):
        return RequestInfo(None, address) if address else None
    return RequestInfo(method, address)


def body_of(response: object) -> object:
    """The body of a response, or its start.

    One byte more than the limit is read, so that a cut body is known to be cut. How
    long that may take is for the client's own timeout to say.
    """
    body = bytearray()
    try:
        for chunk in _chunks(response):
            body += (
                chunk.encode("utf-8", "replace") if isinstance(chunk, str) else chunk
            )
            if len(body) > MAX_BYTES:
                break
    except Exception as failure:
        # A broken stream: what has come so far is the body.
        partial = getattr(failure, "partial", None)
        body += partial if isinstance(partial, bytes) else b""
    return bytes(body[: MAX_BYTES + 1])


def _chunks(response: object) -> Iterable[bytes | str]:
    for name in ("iter_content", "iter_bytes"):
        iterate = _member(response, name)
        if callable(iterate):
            return cast(Callable[[int], Iterable[bytes]], iterate)(_CHUNK)
    read = _member(response, "read")
    if callable(read):
        return _reading(cast(Callable[[int], bytes], read))
    loaded = (_member(response, name) for name in ("content", "data", "text"))
    return [body for body in loaded if isinstance(body, (bytes, str))][:1]


def _reading(read: Callable[[int], bytes]) -> Iterator[bytes]:
    while chunk := read(_CHUNK):
        yield chunk


def _member(value: object, name: str) -> object:
    """A member of a response; None where it can't be read: some raise."""
    try:
        return getattr(value, name, None)
    except Exception:
        return None
