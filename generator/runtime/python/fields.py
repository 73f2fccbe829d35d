"""The field errors that a body holds."""

from .error import FieldError
from .pointer import is_array, is_number, is_object, members
from .text import printable


def read_fields(value: object) -> list[FieldError]:
    """The field errors in a value, in any of four shapes.

    `[{path, message}]`, `[{loc, msg, type}]`, `{field: message}` and
    `{field: [message, ...]}`. What has none of these shapes is passed over.
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
    if not is_object(item):
        return []
    path = _either(item, "path", "loc")
    message = _either(item, "message", "msg")
    steps = [path] if isinstance(path, str) else path
    if not isinstance(message, str) or not is_array(steps):
        return []
    known = [step for step in steps if isinstance(step, str) or is_number(step)]
    whole = len(known) == len(steps)
    return [FieldError(known, printable(message))] if whole else []


def _either(item: dict[str, object], name: str, other: str) -> object:
    value = item.get(name)
    return item.get(other) if value is None else value
