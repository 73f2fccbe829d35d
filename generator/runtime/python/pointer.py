"""JSON values, and JSON Pointers (RFC 6901) into them."""

import re
from functools import lru_cache
from typing import Any, Final, TypeGuard

# Stands for "nothing there", which is not the same as null.
MISSING: Final = object()

# What `json` makes objects of.
_OBJECTS: Final[frozenset[object]] = frozenset((dict,))

# How many items of a list are looked at.
_MAX_ITEMS = 100

_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")


def tokens_of(pointer: str) -> list[str]:
    """The tokens of a JSON Pointer."""
    tokens = pointer.split("/")[1:]
    return [token.replace("~1", "/").replace("~0", "~") for token in tokens]


# Those of a contract are far fewer.
@lru_cache(maxsize=1000)
def _known_tokens(pointer: str) -> tuple[str, ...]:
    return tuple(tokens_of(pointer))


def escape_token(token: str) -> str:
    """A token as it stands in a JSON Pointer."""
    if "~" in token or "/" in token:
        return token.replace("~", "~0").replace("/", "~1")
    return token


def value_at(body: object, pointer: str) -> object:
    """The value at a pointer, or MISSING.

    A `*` steps into an array's first item, a `{}` into the first member of an object that is a map.
    """
    value: Any = body
    for token in _known_tokens(pointer):
        # Most of what is looked up is a member of an object: no call for these.
        if type(value) in _OBJECTS:
            if token in value:
                value = value[token]
                continue
            if token != "{}":
                return MISSING
        value = member_at(value, token)
    return value


def member_at(value: object, token: str) -> object:
    """The value that one token of a pointer leads to, or MISSING."""
    if is_object(value):
        if token in value:
            return value[token]
        return members(value)[0][1] if token == "{}" and value else MISSING
    if is_array(value):
        index = "0" if token == "*" else token
        if _INDEX.fullmatch(index) and int(index) < len(value):
            return value[int(index)]
    return MISSING


def values_at(body: object, pointer: str) -> list[object]:
    """Every value at a pointer: a `*` steps into each item of an array.

    Up to a number that no honest body reaches.
    """
    if "*" not in pointer:
        return [value_at(body, pointer)]
    start, *rests = _known_parts(pointer)
    values = [value_at(body, start)]
    for rest in rests:
        values = [value_at(item, rest) for item in items_of(values)]
    return values


def places_at(body: object, pointer: str) -> list[tuple[str, object]]:
    """The same with where each stands, as a pointer to that item alone."""
    start, *rests = _known_parts(pointer)
    places = [(start, value_at(body, start))]
    for rest in rests:
        items = [
            (f"{at}/{index}", item)
            for at, value in places
            for index, item in enumerate(items_of([value]))
        ]
        places = [(at + rest, value_at(item, rest)) for at, item in items[:_MAX_ITEMS]]
    return places


@lru_cache(maxsize=1000)
def _known_parts(pointer: str) -> tuple[str, ...]:
    return tuple(re.split(r"/\*(?=/|\Z)", pointer))


def items_of(values: list[object]) -> list[object]:
    """The items of all lists among some values, up to that number."""
    if not any(map(is_array, values)):
        return []
    lists = [each[:_MAX_ITEMS] for each in values if is_array(each)]
    return [item for each in lists for item in each][:_MAX_ITEMS]


def members(value: dict[str, object]) -> list[tuple[str, object]]:
    """The members of an object in JavaScript's order: names that are indices first.

    Every parser of a contract, in any language, then lists its findings alike.
    """
    for name in value:
        # Few objects have such a name: of most, the first characters tell.
        if type(name) is not str or ":" > name >= "0":
            found = [(str(name), member) for name, member in value.items()]
            return sorted(found, key=_index_of)
    return list(value.items())


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """A JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[object]]:
    """A JSON array."""
    return isinstance(value, (list, tuple))


def is_number(value: object) -> TypeGuard[int | float]:
    """A JSON number. A bool is an int in Python, but not in JSON."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_index(name: str) -> bool:
    return _INDEX.fullmatch(name) is not None and int(name) < 2**32 - 1


def _index_of(member: tuple[str, object]) -> int:
    # Sorting is stable: the other names keep their order, after all indices.
    return int(member[0]) if _is_index(member[0]) else 2**32
