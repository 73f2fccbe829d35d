# Copied by openapi-errors from its runtime. Do not edit.
"""The envelope that a body came in."""

import math
from collections.abc import Sequence

from .contract import Envelope
from .fields import read_fields
from .pointer import MISSING, is_array, is_number, is_object, value_at
from .text import double, number_text

# A problem's type where it has none (RFC 9457, section 4.2.1).
_NO_TYPE = "about:blank"


def code_in(body: object, envelope: Envelope) -> str | None:
    """The code that a body states, as text: some APIs number their codes."""
    code = MISSING if envelope.code is None else value_at(body, envelope.code)
    if isinstance(code, str) and code not in ("", _NO_TYPE):
        return code
    return number_text(code) if is_number(code) else None


def delay_in(body: object, envelope: Envelope | None) -> int | float | None:
    """The seconds to wait that a body states."""
    if envelope is None or envelope.delay is None:
        return None
    delay = value_at(body, envelope.delay)
    if is_number(delay) and math.isfinite(double(delay)) and delay >= 0:
        return delay
    return None


def broken_literals(body: object, envelope: Envelope) -> list[tuple[str, object]]:
    """The literals of an envelope that a body departs from."""
    literals = envelope.literals.items()
    return [each for each in literals if not same(value_at(body, each[0]), each[1])]


def same(value: object, literal: object) -> bool:
    """Whether two plain values are the same in JSON: in Python, `True == 1`."""
    if is_number(value) and is_number(literal):
        return double(value) == double(literal)
    plain = (str, bool, type(None))
    return (
        type(value) is type(literal) and isinstance(value, plain) and value == literal
    )


def choose_envelope(body: object, envelopes: Sequence[Envelope]) -> Envelope | None:
    """The envelope that a body came in.

    The first that fits wholly, else the first that holds its code (or, where the
    envelope has none, its text or field errors) but not its literals, else the first
    that holds at least a message.
    """
    if not is_object(body) and not is_array(body):
        return None
    named = [envelope for envelope in envelopes if _names(body, envelope)]
    whole = [envelope for envelope in named if not broken_literals(body, envelope)]
    rest = [envelope for envelope in envelopes if _has_message(body, envelope)]
    return next(iter([*whole, *named, *rest]), None)


def _names(body: object, envelope: Envelope) -> bool:
    """Whether the body holds what tells one error of this envelope from another."""
    if envelope.code is not None:
        return code_in(body, envelope) is not None
    if envelope.fields is not None and read_fields(value_at(body, envelope.fields)):
        return True
    return _has_message(body, envelope)


def _has_message(body: object, envelope: Envelope) -> bool:
    message = envelope.message
    return message is not None and isinstance(value_at(body, message), str)
