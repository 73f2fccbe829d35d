# Copied by openapi-errors from its runtime. Do not edit.
"""Values as shapes declare them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from .contract import Shape
from .envelope import same
from .error import Deviation
from .pointer import (
    MISSING,
    escape_token,
    is_array,
    is_number,
    is_object,
    members,
)
from .text import describe, double, json_text

# What does not conform.
NONE: Final = object()

# A value as a shape declares it: an optional member of another type is left out, and a
# required one makes it NONE. Given the value, where it stands, and the list that each
# departure is added to.
Check: TypeAlias = Callable[[object, str, list[Deviation]], object]

# Of a body with thousands of faults, only the first ones: the error has to stay small.
_MAX_DEVIATIONS = 100

_TEXT: Shape = {"type": "string"}

_IS_OF_TYPE: Final[Mapping[str, Callable[[object], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: is_number(value) and double(value).is_integer(),
    "array": is_array,
    "object": is_object,
    "null": lambda value: value is None,
    "number": is_number,
    "boolean": lambda value: isinstance(value, bool),
}


def is_of_type(value: object, name: str) -> bool:
    """Whether a value is of a type as JSON Schema names it."""
    return _IS_OF_TYPE[name](value)


def check_of(shape: Shape) -> Check:
    """What checks values against a shape: made once, since the values are many."""
    if not shape:
        return _check_any
    if shape == _TEXT:
        return _check_text
    own = _own_check_of(shape)
    if "anyOf" not in shape:
        return own
    either = _check_of_any(shape["anyOf"])

    def check(value: object, at: str, found: list[Deviation]) -> object:
        # What stands beside the alternatives holds for all of them.
        chosen = either(value, at, found)
        return NONE if chosen is NONE else own(chosen, at, found)

    return check


def partial_checks_of(shape: Shape) -> Sequence[Check]:
    """Those of a shape, or of each of its alternatives, were all members optional."""
    alternatives = [shape]
    if "anyOf" in shape and "properties" not in shape:
        alternatives = [*shape["anyOf"]]
    return [check_of({**each, "required": []}) for each in alternatives]


def conform_partly(value: object, checks: Sequence[Check]) -> object:
    """What of a value is as the check has it that it departs from least; else NONE."""
    fitting: list[tuple[int, object]] = []
    for check in checks:
        tried: list[Deviation] = []
        result = check(value, "", tried)
        if result is not NONE:
            fitting.append((len(tried), result))
    return min(fitting, key=lambda each: each[0])[1] if fitting else NONE


def _report(found: list[Deviation], at: str, expected: str, value: object) -> None:
    if len(found) < _MAX_DEVIATIONS:
        found.append(Deviation(at, expected, describe(value)))


def _check_any(value: object, at: str, found: list[Deviation]) -> object:
    if value is MISSING:
        _report(found, at, "a value", value)
        return NONE
    if not is_object(value):
        return value
    return {name: _check_any(each, at, found) for name, each in members(value)}


def _check_text(value: object, at: str, found: list[Deviation]) -> object:
    if isinstance(value, str):
        return value
    _report(found, at, "string", value)
    return NONE


def _own_check_of(shape: Shape) -> Check:
    accepts, wanted = _acceptance_of(shape)
    is_checked = "items" in shape or "prefixItems" in shape
    first = [check_of(each) for each in shape.get("prefixItems", ())]
    check_items = check_of(shape.get("items", {}))
    check_members = _check_of_members(shape)
    is_integer = shape.get("type") == "integer"

    def check(value: object, at: str, found: list[Deviation]) -> object:
        if not accepts(value):
            expected = wanted or ("a value" if value is MISSING else "")
            if expected:
                _report(found, at, expected, value)
                return NONE
        if is_object(value):
            return check_members(value, at, found)
        if is_array(value):
            if not is_checked:
                return value
            return _conform_items(value, first, check_items, at, found)
        # `1.0` is an integer in JSON: what is declared as one comes out as one.
        return int(value) if is_integer and isinstance(value, float) else value

    return check


def _acceptance_of(shape: Shape) -> tuple[Callable[[object], bool], str]:
    """What tells whether a value is wanted, without looking into it, and the wish."""
    if "enum" in shape:
        values = shape["enum"]
        wanted = " or ".join(map(json_text, values))
        return lambda value: any(same(value, each) for each in values), wanted
    stated = shape.get("type", ())
    names = (stated,) if isinstance(stated, str) else stated
    tests = [_IS_OF_TYPE[name] for name in names if name in _IS_OF_TYPE]
    if len(tests) == 1:
        return tests[0], " or ".join(names)
    return lambda value: any(test(value) for test in tests), " or ".join(names)


def _check_of_any(shapes: Sequence[Shape]) -> Check:
    checks = [check_of(shape) for shape in shapes]

    def check(value: object, at: str, found: list[Deviation]) -> object:
        for each in checks:
            tried: list[Deviation] = []
            result = each(value, at, tried)
            if result is not NONE and not tried:
                return result
        _report(found, at, "one of the declared shapes", value)
        return NONE

    return check


def _conform_items(
    items: list[object],
    first: Sequence[Check],
    check: Check,
    at: str,
    found: list[Deviation],
) -> object:
    checks = [*first, *[check] * (len(items) - len(first))]
    given = [*items, *[MISSING] * (len(first) - len(items))]
    checked = [
        each(item, f"{at}/{index}", found)
        for index, (each, item) in enumerate(zip(checks, given, strict=True))
    ]
    return NONE if any(item is NONE for item in checked) else checked


def _check_of_members(
    shape: Shape,
) -> Callable[[dict[str, object], str, list[Deviation]], object]:
    required = shape.get("required", ())
    must_have = frozenset(required)
    properties = shape.get("properties", {})
    known = {name: check_of(each) for name, each in properties.items()}
    others = check_of(shape.get("additionalProperties", {}))

    def check(value: dict[str, object], at: str, found: list[Deviation]) -> object:
        given = members(value)
        if not must_have <= value.keys():
            given += [(name, MISSING) for name in required if name not in value]
        checked: dict[str, object] = {}
        whole = True
        for name, member in given:
            check_member = known.get(name, others)
            # Most of what there is: a text, where one may be.
            if check_member is _check_text and type(member) is str:
                checked[name] = member
                continue
            result = check_member(member, f"{at}/{escape_token(name)}", found)
            if result is not NONE:
                checked[name] = result
            elif name in must_have:
                whole = False
        return checked if whole else NONE

    return check
