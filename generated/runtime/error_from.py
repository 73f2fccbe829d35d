# Copied by openapi-errors from its runtime. Do not edit.
"""Reads the responses of any client by their common shape."""

from typing import Protocol, TypeAlias, cast

from .error import RequestInfo
from .headers import HeadersLike
from .stream_state import member


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
        status = member(response, name)
        if isinstance(status, int) and not isinstance(status, bool):
            return int(status)
    raise TypeError(f"{type(response).__name__} is no HTTP response: it has no status")


def headers_of(response: object) -> HeadersLike | None:
    """The headers of a response."""
    return cast(HeadersLike | None, member(response, "headers"))


def request_of(response: object) -> RequestInfo | None:
    """What a response tells about its request."""
    asked = member(response, "request") or response
    method = member(asked, "method")
    url = member(response, "url")
    # httpx has a class for URLs.
    address = str(url) if isinstance(url, str) or type(url).__name__ == "URL" else None
    if not isinstance(method, str):
        return RequestInfo(None, address) if address else None
    return RequestInfo(method, address)
