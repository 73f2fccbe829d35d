# Copied by openapi-errors from its runtime. Do not edit.
"""What an answer says to people."""

from .body import Body
from .contract import Envelope
from .pointer import value_at
from .text import number_text, printable

# Where bodies of no declared envelope most often hold a text for people.
_USUAL = ("/message", "/detail", "/error/message", "/error", "/title")


def message_in(body: Body, envelope: Envelope | None, status: int) -> str:
    """The envelope's message, a plain text body, the usual places, else the status."""
    own = () if envelope is None or envelope.message is None else (envelope.message,)
    found = [body.text, *(value_at(body.value, pointer) for pointer in (*own, *_USUAL))]
    for text in found:
        if isinstance(text, str) and text != "":
            return printable(text)
    return f"HTTP {number_text(status)}"
