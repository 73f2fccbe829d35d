# Copied by openapi-errors from its runtime. Do not edit.
"""Reads within a size and a time, from streams that know no time of their own."""

import socket
from collections.abc import Callable
from threading import TIMEOUT_MAX, Event, Thread
from typing import Literal, TypeAlias, cast

from .response_stream import Opening
from .stream_state import member

# How a stream ended: at its end or at the size, before it, or not in time.
Ending: TypeAlias = Literal["whole", "broken", "slow"]

_Chunks: TypeAlias = list[bytes | str]
_Ask: TypeAlias = Callable[[str], object]


def read_within(
    response: object, open_stream: Opening, size: int, seconds: float
) -> tuple[_Chunks, Ending]:
    """What comes within size and time, and how that ended.

    The timeout of a client is for each packet: a body that trickles never reaches it. So
    another thread reads, and is left behind once the time is up.
    """
    chunks: _Chunks = []
    broken, stopped = Event(), Event()

    def read() -> None:
        left = size
        try:
            for chunk in open_stream():
                if stopped.is_set():
                    return
                chunks.append(chunk)
                left -= len(chunk)
                if left < 0:
                    return
        except Exception as failure:
            # What has come so far is the body.
            broken.set()
            partial = getattr(failure, "partial", None)
            chunks.extend([partial] if isinstance(partial, bytes) else [])

    reader = Thread(target=read, name="openapi-errors", daemon=True)
    try:
        reader.start()
    except RuntimeError:
        # No more threads, or none at all, as in a browser.
        read()
    else:
        reader.join(min(seconds, TIMEOUT_MAX))
    if reader.is_alive():
        stopped.set()
        came = list(chunks)
        _hang_up(response)
        return came, "slow"
    return chunks, "broken" if broken.is_set() else "whole"


def _hang_up(response: object) -> None:
    """Ends the connection of a response, so that nobody waits for it any more.

    Not `close`: that waits for who is reading.
    """
    for found in (_held_socket(response), *(_at(response, path) for path in _SOCKETS)):
        if isinstance(found, socket.socket):
            try:
                found.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # It has ended.
            return


# Where the responses of http.client, urllib, urllib3 and requests keep their sockets.
_SOCKETS = tuple(
    (*start, "fp", "raw", "_sock") for start in ((), ("fp",), ("_fp",), ("raw", "_fp"))
)


def _at(response: object, path: tuple[str, ...]) -> object:
    for name in path:
        response = member(response, name)
    return response


def _held_socket(response: object) -> object:
    """The socket of a response of httpx."""
    get = member(member(response, "extensions"), "get")
    stream = cast(_Ask, get)("network_stream") if callable(get) else None
    ask = member(stream, "get_extra_info")
    return cast(_Ask, ask)("socket") if callable(ask) else None
