# Copied by openapi-errors from its runtime. Do not edit.
"""Codes that say no more than the status of their answer does."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from .text import length_of, number_text

# The reason phrases of statuses (RFC 9110), with the names that some had before.
_PHRASES: Final[Mapping[int, Sequence[str]]] = {
    400: ("Bad Request",),
    401: ("Unauthorized",),
    402: ("Payment Required",),
    403: ("Forbidden",),
    404: ("Not Found",),
    405: ("Method Not Allowed",),
    406: ("Not Acceptable",),
    407: ("Proxy Authentication Required",),
    408: ("Request Timeout",),
    409: ("Conflict",),
    410: ("Gone",),
    411: ("Length Required",),
    412: ("Precondition Failed",),
    413: ("Content Too Large", "Payload Too Large", "Request Entity Too Large"),
    414: ("URI Too Long", "Request-URI Too Long"),
    415: ("Unsupported Media Type",),
    416: ("Range Not Satisfiable", "Requested Range Not Satisfiable"),
    417: ("Expectation Failed",),
    418: ("I'm a teapot", "I'm a Teapot"),
    421: ("Misdirected Request",),
    422: ("Unprocessable Content", "Unprocessable Entity"),
    423: ("Locked",),
    424: ("Failed Dependency",),
    425: ("Too Early",),
    426: ("Upgrade Required",),
    428: ("Precondition Required",),
    429: ("Too Many Requests",),
    431: ("Request Header Fields Too Large",),
    451: ("Unavailable For Legal Reasons",),
    500: ("Internal Server Error",),
    501: ("Not Implemented",),
    502: ("Bad Gateway",),
    503: ("Service Unavailable",),
    504: ("Gateway Timeout",),
    505: ("HTTP Version Not Supported",),
    507: ("Insufficient Storage",),
    508: ("Loop Detected",),
    511: ("Network Authentication Required",),
}

# Pages about statuses: a problem type that leads to one says what `about:blank` says
# (RFC 9457, section 4.2.1).
_STATUS_PAGES: Final = re.compile(
    r"https?://(?:[^/]*\.)?(?:"
    r"(?:ietf|rfc-editor)\.org/[!-~]*rfc-?(?:2616|4918|6585|723\d|7540|911\d)"
    r"|(?:httpstatuses|httpstatus|http)\.(?:com|io|es|dev|cat|dog)/"
    r"|developer\.mozilla\.org/[!-~]*/Status(?:/|\Z)"
    r"|wikipedia\.org/)",
    re.ASCII | re.IGNORECASE,
)

# Pages about all errors of an API, which as a problem type tell none from another.
_ERROR_PAGES: Final = re.compile(
    r"https?://[!-~]*/(?:errors?|problems?|docs|documentation|exceptions?|faults?"
    r"|errors?\.html?)/?\Z",
    re.ASCII | re.IGNORECASE,
)

# Far longer than the address of any such page.
_MAX_LENGTH = 300


def repeats_status(code: str, status: int) -> bool:
    """Whether a code says no more than the status does.

    Its number, its reason phrase, or a page that tells no more.
    """
    if code == number_text(status) or code in _PHRASES.get(status, ()):
        return True
    pages = (_STATUS_PAGES, _ERROR_PAGES) if length_of(code) <= _MAX_LENGTH else ()
    return any(each.match(code) for each in pages)
