# Copied by openapi-errors from its runtime. Do not edit.
"""What a body says beyond code, message and request id."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from .contract import Envelope, ErrorRule, ParserContract, Shape
from .envelope import same
from .error import Deviation
from .pointer import (
    MISSING,
    escape_token,
    is_array,
    is_number,
    is_object,
    members,
    tokens_of,
    value_at,
)
from .text import describe, double, json_text

# How deep details may be nested; what is deeper could not be printed or copied safely.
_MAX_DEPTH = 64

# Of a body with thousands of faults, only the first ones: the error has to stay small.
_MAX_DEVIATIONS = 100

# What does not conform.
_NONE: Final = object()

_ANY: Shape = {}
_TEXT: Shape = {"type": "string"}

# JSON that holds no further values.
_LEAVES: Final = frozenset((str, int, float, bool, type(None)))


def details_in(body: object, envelope: Envelope) -> object:
    """The details in a body, without members that hold code, message or request id."""
    if envelope.details is None:
        return MISSING
    details = value_at(body, envelope.details)
    if not is_object(details):
        return MISSING if details is None else details
    taken = _taken(
        envelope.details, envelope.code, envelope.message, envelope.request_id
    )
    if not taken:
        return details
    rest = {name: each for name, each in details.items() if name not in taken}
    return rest or MISSING


@lru_cache(maxsize=1000)
def _taken(details: str, *pointers: str | None) -> tuple[str, ...]:
    """The members of the details that hold what these pointers lead to."""
    prefix = f"{details}/"
    inside = [each for each in pointers if each is not None and each.startswith(prefix)]
    paths = [tokens_of(pointer[len(details) :]) for pointer in inside]
    # Of a list, only an item holds it.
    return tuple(path[0] for path in paths if "*" not in path and "{}" not in path)


def check_details(
    details: object, rule: ErrorRule, at: str, deviations: list[Deviation]
) -> object:
    """Details as the contract declares them; None where they are not.

    An optional member of another type is left out, and a required one makes them None.
    Each departure is added to `deviations`.
    """
    if rule.details is None or (details is MISSING and rule.details_optional):
        return None
    checked = _conform(details, rule.details, at, deviations)
    return None if checked is _NONE else checked


def open_details(details: object, contract: ParserContract, keys: Sequence[str]) -> object:
    """The details of an error whose code is not listed.

    What of them the status-only error of its status declares, else any other; as they
    came where none declares any. `keys` are those of the status, the most precise first.
    """
    errors = contract.errors
    rules = [errors[name] for key in keys if (name := f"http_{key}") in errors]
    mine = [rule.details for rule in rules if rule.details is not None]
    shapes = mine[:1] or contract.open_shapes
    if not shapes or details is MISSING:
        return details
    checked = _conform_partly(details, shapes)
    return None if checked is _NONE else checked


def check_type(
    value: object, types: Sequence[str], at: str, deviations: list[Deviation]
) -> None:
    """Adds a deviation where a value is of none of these types."""
    _conform(value, {"type": types}, at, deviations)


def is_shallow_json(value: object) -> bool:
    """Whether a value can be printed and copied: JSON, and not nested too deeply.

    A loop, since the value may be deeper than the stack; level by level, each value
    once, since it may refer to itself.
    """
    level = [value]
    depth = 0
    while level:
        if depth > _MAX_DEPTH:
            return False
        below: dict[int, object] = {}
        for item in level:
            if is_object(item):
                held: Iterable[object] = item.values()
            elif is_array(item):
                held = item
            elif item is None or isinstance(item, (str, int, float)):
                continue
            else:
                return False
            for member in held:
                # Leaves need no look of their own, unless they are too deep.
                if type(member) not in _LEAVES or depth == _MAX_DEPTH:
                    below[id(member)] = member
        level = list(below.values())
        depth += 1
    return True


def _report(found: list[Deviation], at: str, expected: str, value: object) -> None:
    if len(found) < _MAX_DEVIATIONS:
        found.append(Deviation(at, expected, describe(value)))


def _conform(value: object, shape: Shape, at: str, found: list[Deviation]) -> object:
    if "anyOf" in shape:
        # What stands beside the alternatives holds for all of them.
        value = _conform_to_any(value, shape["anyOf"], at, found)
        if value is _NONE:
            return _NONE
    expected = _expectation(value, shape)
    if expected is not None:
        _report(found, at, expected, value)
        return _NONE
    if is_array(value):
        return _conform_items(value, shape, at, found)
    if is_object(value):
        return _conform_members(value, shape, at, found)
    # `1.0` is an integer in JSON: what is declared as one comes out as one.
    if isinstance(value, float) and shape.get("type") == "integer":
        return int(value)
    return value


def _conform_partly(value: object, shapes: Sequence[Shape]) -> object:
    """What of a value is as any of these shapes declares it, were all members optional."""
    fitting: list[tuple[int, object]] = []
    for shape in (each for shape in shapes for each in _alternatives_of(shape)):
        tried: list[Deviation] = []
        result = _conform(value, {**shape, "required": []}, "", tried)
        if result is not _NONE:
            fitting.append((len(tried), result))
    return min(fitting, key=lambda each: each[0])[1] if fitting else _NONE


def _alternatives_of(shape: Shape) -> Sequence[Shape]:
    return shape["anyOf"] if "anyOf" in shape and "properties" not in shape else [shape]


def _conform_to_any(
    value: object, shapes: Sequence[Shape], at: str, found: list[Deviation]
) -> object:
    for shape in shapes:
        tried: list[Deviation] = []
        result = _conform(value, shape, at, tried)
        if result is not _NONE and not tried:
            return result
    _report(found, at, "one of the declared shapes", value)
    return _NONE


def _expectation(value: object, shape: Shape) -> str | None:
    """What the shape wants instead of this value, without looking into it."""
    stated = shape.get("type", ())
    if isinstance(stated, str):
        if "enum" not in shape and _is_of_type(value, stated):
            return None
        accepted: Sequence[str] = [stated]
    else:
        accepted = stated
    if "enum" in shape:
        fits = any(same(value, each) for each in shape["enum"])
        accepted = [json_text(each) for each in shape["enum"]]
    else:
        fits = any(_is_of_type(value, each) for each in accepted)
    if fits:
        return None
    if not accepted and value is MISSING:
        return "a value"
    return " or ".join(accepted) or None


def _is_of_type(value: object, name: str) -> bool:
    if name == "string":
        return isinstance(value, str)
    if name == "integer":
        return is_number(value) and double(value).is_integer()
    if name == "array":
        return is_array(value)
    if name == "object":
        return is_object(value)
    if name == "null":
        return value is None
    if name == "number":
        return is_number(value)
    return name == "boolean" and isinstance(value, bool)


def _conform_items(
    items: list[object], shape: Shape, at: str, found: list[Deviation]
) -> object:
    if "items" not in shape:
        return items
    item_shape = shape["items"]
    checked = [
        _conform(item, item_shape, f"{at}/{index}", found)
        for index, item in enumerate(items)
    ]
    return _NONE if any(item is _NONE for item in checked) else checked


def _conform_members(
    value: dict[str, object], shape: Shape, at: str, found: list[Deviation]
) -> object:
    required = shape.get("required", ())
    properties = shape.get("properties", {})
    others = shape.get("additionalProperties", _ANY)
    missing = [(name, MISSING) for name in required if name not in value]
    checked: dict[str, object] = {}
    whole = True
    for name, member in members(value) + missing:
        member_shape = properties.get(name, others)
        # Most of what there is: a text, where one may be.
        if type(member) is str and member_shape == _TEXT:
            checked[name] = member
            continue
        result = _conform(member, member_shape, f"{at}/{escape_token(name)}", found)
        if result is not _NONE:
            checked[name] = result
        elif name in required:
            whole = False
    return checked if whole else _NONE
