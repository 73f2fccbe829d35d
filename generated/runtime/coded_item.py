# Copied by openapi-errors from its runtime. Do not edit.
"""The code that a body states, and which item of a list states it."""

from dataclasses import replace
from functools import lru_cache

from .contract import Envelope
from .pointer import is_number, places_at, value_at
from .text import number_text

# A problem's type where it has none (RFC 9457, section 4.2.1).
_NO_TYPE = "about:blank"


def code_in(body: object, envelope: Envelope) -> str | None:
    """The code that a body states, as text: some APIs number their codes.

    Of a list, the first that is one.
    """
    pointer = envelope.code
    if pointer is None:
        return None
    code = _as_code(value_at(body, pointer))
    if code is not None or "/*" not in pointer:
        return code
    later = _later_code(body, pointer)
    return later[1] if later else None


def envelope_of_item(body: object, envelope: Envelope) -> Envelope:
    """The envelope as that item of a list has it which states the code.

    As it is where the first item states one.
    """
    code = envelope.code
    if code is None or "/*" not in code or _as_code(value_at(body, code)) is not None:
        return envelope
    later = _later_code(body, code)
    return _in_item(envelope, code, later[0]) if later else envelope


# What else is remembered of an envelope is remembered by what it is.
@lru_cache(maxsize=1000)
def _in_item(envelope: Envelope, code: str, found: str) -> Envelope:
    def own(pointer: str | None) -> str | None:
        return None if pointer is None else _alongside(pointer, code, found)

    return replace(
        envelope,
        code=found,
        message=own(envelope.message),
        details=own(envelope.details),
        request_id=own(envelope.request_id),
        field=own(envelope.field),
    )


def _later_code(body: object, pointer: str) -> tuple[str, str] | None:
    for at, value in places_at(body, pointer):
        code = _as_code(value)
        if code is not None:
            return at, code
    return None


def _as_code(code: object) -> str | None:
    if isinstance(code, str) and code not in ("", _NO_TYPE):
        return code
    return number_text(code) if is_number(code) else None


def _alongside(pointer: str, code: str, found: str) -> str:
    """A pointer in the item that another leads to, as far as both go the same way."""
    tokens = pointer.split("/")
    steps = list(zip(code.split("/"), found.split("/"), strict=True))
    for at, token in enumerate(tokens):
        if at == len(steps) or token != steps[at][0]:
            break
        tokens[at] = steps[at][1]
    return "/".join(tokens)
