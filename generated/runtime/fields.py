# Copied by openapi-errors from its runtime. Do not edit.
"""The field errors that a body holds."""

from typing import Final

from .error import FieldError
from .pointer import (
    MISSING,
    is_array,
    is_number,
    is_object,
    members,
    tokens_of,
    value_at,
)
from .text import printable

# What names the field of an item, the first that is there: `pointer` of RFC 9457
# and `source` of JSON:API among them.
_PATHS: Final = (
    "/path",
    "/loc",
    "/field",
    "/pointer",
    "/source/pointer",
    "/source/parameter",
    "/parameter",
    "/param",
    "/property",
    "/fieldName",
    "/target",
    "/name",
)
# What says what is wrong with it; a code where there is no text for people.
_MESSAGES: Final = (
    "/message",
    "/msg",
    "/reason",
    "/detail",
    "/description",
    "/title",
    "/error",
    "/errorMessage",
    "/code",
)


def read_fields(value: object) -> list[FieldError]:
    """The field errors in a value, in any of four shapes.

    `[{path, message}]`, `[{loc, msg, type}]`, `{field: message}` and
    `{field: [message, ...]}`. An item of a list may name both parts otherwise, as
    problem details and JSON:API do. What has none of these shapes is passed over.
    """
    if is_array(value):
        return [found for item in value for found in _from_item(item)]
    if not is_object(value):
        return []
    return [
        FieldError([name], printable(text))
        for name, messages in members(value)
        for text in (messages if is_array(messages) else [messages])
        if isinstance(text, str)
    ]


def _from_item(item: object) -> list[FieldError]:
    pointer, path = _first(item, _PATHS)
    _, message = _first(item, _MESSAGES)
    steps = path
    if isinstance(path, str):
        steps = _steps_of(path) if pointer.endswith("pointer") else [path]
    if not isinstance(message, str) or not is_array(steps):
        return []
    known = [step for step in steps if isinstance(step, str) or is_number(step)]
    whole = len(known) == len(steps)
    return [FieldError(known, printable(message))] if whole else []


def _first(item: object, pointers: tuple[str, ...]) -> tuple[str, object]:
    found = ((pointer, value_at(item, pointer)) for pointer in pointers)
    there = (each for each in found if each[1] is not MISSING and each[1] is not None)
    return next(there, ("", None))


def _steps_of(text: str) -> list[str]:
    """A JSON Pointer (RFC 6901), also as a fragment; else the text as it is."""
    pointer = text.removeprefix("#")
    is_pointer = pointer == "" or pointer.startswith("/")
    return tokens_of(pointer) if is_pointer else [text]
