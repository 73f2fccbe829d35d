# Copied by openapi-errors from its runtime. Do not edit.
"""What the responses of clients tell of their streams: none raises where nothing is left."""


def member(value: object, name: str) -> object:
    """A member of a response; None where it can't be read: some raise."""
    try:
        return getattr(value, name, None)
    except Exception:
        return None


def held_body(response: object) -> bytes | None:
    """The whole body, where the client has kept it: it may have closed the rest.

    No public member of requests, httpx, urllib3 or aiohttp tells that from a stream.
    """
    kept = (member(response, name) for name in ("_content", "_body"))
    return next((body for body in kept if isinstance(body, bytes)), None)


def is_begun(response: object) -> bool:
    """Whether some of the stream was taken before."""
    return any(map(_is_taken, _streams_of(response)))


def is_closed(response: object) -> bool:
    """Whether the stream was closed, before all of it was read or after."""
    streams = _streams_of(response)
    return any(
        member(each, "closed") is True or _call(each, "isclosed") is True
        for each in streams
    )


def _streams_of(response: object) -> tuple[object, ...]:
    """A response, and the one that a response of requests or urllib is made of."""
    return response, member(response, "raw"), member(response, "fp")


def _is_taken(stream: object) -> bool:
    # urllib3 counts what has come, http.client what is left of all or of a chunk.
    come = _call(stream, "tell")
    left, length = member(stream, "length"), length_of(stream)
    is_short = isinstance(left, int) and length is not None and str(left) != length
    return (
        (isinstance(come, int) and come > 0)
        or isinstance(member(stream, "chunk_left"), int)
        or (is_short and not is_head(stream))
    )


def length_of(response: object) -> str | None:
    """The length of the body as the headers say it."""
    return _header(response, "Content-Length")


def encoding_of(response: object) -> str | None:
    """How the body is compressed, as the headers say it."""
    return _header(response, "Content-Encoding")


def is_head(response: object) -> bool:
    """Whether it answers a HEAD: then it has no body, whatever its headers say."""
    streams = _streams_of(response)
    origins = (*streams, *(member(each, "_original_response") for each in streams))
    methods = [member(member(response, "request"), "method")]
    return "HEAD" in (*methods, *(member(origin, "_method") for origin in origins))


def _header(response: object, name: str) -> str | None:
    get = member(member(response, "headers"), "get")
    value = get(name) if callable(get) else None
    return value if isinstance(value, str) else None


def _call(stream: object, name: str) -> object:
    method = member(stream, name)
    try:
        return method() if callable(method) else None
    except Exception:
        return None
