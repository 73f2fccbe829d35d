# Copied by openapi-errors from its runtime. Do not edit.
"""How Python's HTTP clients say that no answer came."""

import errno

# Of Python, requests, urllib3, httpx and aiohttp: the names of classes, or of what
# these are made from, so that none of the clients has to be there.
_NAMES = {
    *("ConnectionError", "TimeoutError", "gaierror", "BadStatusLine", "IncompleteRead"),
    *("Timeout", "ChunkedEncodingError", "NewConnectionError", "ProtocolError"),
    *("TimeoutException", "NetworkError", "RemoteProtocolError"),
    *("ClientConnectionError", "ClientPayloadError"),
}

# What is wrong here, or with a certificate, is so at the next attempt too.
_MISTAKES = {"SSLError", "CertificateError", "LocalProtocolError"}

_ERRNOS = {
    *(errno.ENETDOWN, errno.ENETUNREACH, errno.ENETRESET),
    *(errno.EHOSTDOWN, errno.EHOSTUNREACH),
}

# Causes have causes, and may go in a circle.
_MAX_CAUSES = 8


def is_transport_failure(error: BaseException) -> bool:
    """Refused, reset, not resolved or timed out; anything else is a mistake."""
    chain = _with_causes(error)
    names = {base.__name__ for each in chain for base in type(each).__mro__}
    if names & _MISTAKES:
        return False
    numbers = {each.errno for each in chain if isinstance(each, OSError)}
    return bool(names & _NAMES or numbers & _ERRNOS)


def _with_causes(error: BaseException) -> list[BaseException]:
    """An exception, and what it was raised from, or holds as its reason."""
    chain: list[BaseException] = []
    left: list[object] = [error]
    while left and len(chain) < _MAX_CAUSES:
        each = left.pop()
        if isinstance(each, BaseException):
            chain.append(each)
            left += [*each.args, getattr(each, "reason", None), each.__cause__]
    return chain
