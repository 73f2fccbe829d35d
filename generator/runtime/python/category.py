"""What an error is about, and whether trying again can help."""

from typing import Literal, TypeAlias

# One closed set for all APIs.
Category: TypeAlias = Literal[
    "authentication",
    "permission",
    "billing",
    "quota",
    "not_found",
    "conflict",
    "validation",
    "too_large",
    "rate_limit",
    "unavailable",
    "internal",
    "request",
    "unexpected",
]

# Whether sending the same request again can help: not at all, after a growing pause,
# or once a stated delay is over.
Retry: TypeAlias = Literal["never", "backoff", "after-delay"]

_BY_STATUS: dict[int, Category] = {
    400: "validation",
    401: "authentication",
    402: "billing",
    403: "permission",
    404: "not_found",
    408: "unavailable",
    409: "conflict",
    410: "not_found",
    412: "conflict",
    413: "too_large",
    422: "validation",
    425: "unavailable",
    429: "rate_limit",
    502: "unavailable",
    503: "unavailable",
    504: "unavailable",
}


def category_of_status(status: int) -> Category:
    """The category of a status that nothing more precise is known about."""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 500 <= status <= 599:
        return "internal"
    return "request" if 400 <= status <= 499 else "unexpected"


def retry_of_category(category: Category, status: int) -> Retry:
    """The retry class of a category."""
    if category == "rate_limit":
        return "after-delay"
    if category == "unavailable":
        return "backoff"
    # 501 and 505 say that the server can't, not that it can't now.
    return "backoff" if category == "internal" and status not in (501, 505) else "never"
