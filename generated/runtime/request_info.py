# Copied by openapi-errors from its runtime. Do not edit.
"""What to keep of a request."""

import re

from .error import RequestInfo


def request_info(request: RequestInfo) -> RequestInfo:
    """A request without query, fragment and user information: they often hold secrets."""
    try:
        method, url = _text(request.method), _text(request.url)
    except Exception:
        # Anything may be given, even what refuses to be looked at.
        return RequestInfo()
    address = None if url is None else re.split(r"[?#]", url, maxsplit=1)[0]
    return RequestInfo(method, address and re.sub(r"//[^/]*@", "//", address, count=1))


def _text(given: object) -> str | None:
    # The clients have classes for URLs.
    return None if given is None else str(given)
