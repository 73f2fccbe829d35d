# Copied by openapi-errors from its runtime. Do not edit.
"""What an object says as one item of a list of field errors."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from . import field_names as names
from .pointer import MISSING, is_array, is_number, is_object, members

# How many steps a path has at most.
_MAX_STEPS = 64
# How many members of an object are looked at: an item has a few.
_MAX_MEMBERS = 100
# Members that say parts of an item: `source.pointer` of JSON:API, `target.name` of IBM, `details.text` of FHIR.
_IN_MEMBERS = ("source", "target", "details")

Path = list[str | int | float]


@dataclass(frozen=True, slots=True)
class Item:
    """What is found in an object; its path is as it came, and None where it has none."""

    path: str | Path | None
    # Whether what names the field may as well name something else.
    is_weak: bool
    # The fields that it is about where it is about several.
    fields: list[str]
    texts: list[str]
    # The texts that count where the name of the field leads to the object.
    mapped_texts: list[str]
    # Lists that may hold further items.
    nested: list[list[object]]
    children: list[list[object]]


def read_item(value: dict[str, object]) -> Item:
    """What an object says of a field."""
    found = _members_of(value)
    named = ((name, _path_at(found, name)) for name in names.PATHS)
    name, path = next((each for each in named if each[1] is not None), ("", None))
    nested = [found.get(each) for each in names.NESTED]
    children = found.get("children")
    texts = _texts_in(found, names.TEXTS, names.LISTS)
    mapped = _texts_in(found, names.MAPPED, names.MAPPED_LISTS)
    # `{"description": "is taken", "error": "Duplicate"}`: beside a text for people, the
    # error is its code.
    is_code = len(mapped) == 1 and mapped[0] == found.get("error")
    return Item(
        path=path,
        is_weak=name in names.WEAK,
        fields=[] if name else _texts_in(found, names.SEVERAL, names.SEVERAL),
        texts=texts,
        mapped_texts=texts if is_code else mapped,
        nested=[each for each in nested if is_array(each)],
        children=[children] if is_array(children) else [],
    )


def says_items(items: Sequence[object]) -> bool:
    """Whether a list holds items that name their field, or lists of such."""
    for item in islice(items, _MAX_MEMBERS):
        for each in islice(item, _MAX_MEMBERS) if is_array(item) else (item,):
            if is_object(each) and read_item(each).path is not None:
                return True
    return False


def _members_of(value: dict[str, object], prefix: str = "") -> dict[str, object]:
    """The members by their names without case and joints; those of such members too."""
    found: dict[str, object] = {}
    for key, member in members(value)[:_MAX_MEMBERS]:
        plain = names.plain_name(key)
        if plain is None or member is None or prefix + plain in found:
            continue
        found[prefix + plain] = member
        if prefix + plain in _IN_MEMBERS and is_object(member):
            found |= _members_of(member, f"{plain}.")
    return found


def _path_at(found: dict[str, object], name: str) -> str | Path | None:
    value = found.get(name)
    if isinstance(value, str):
        is_part = name == "location" and _is_part_of_request(value, found)
        return None if is_part else value
    return _steps_in(value) if is_array(value) and name in names.STEPS else None


def _is_part_of_request(location: str, found: dict[str, object]) -> bool:
    """A `location` in one word, unless its type stands beside it.

    That is the part then, and with dots it leads to the field.
    """
    return "." not in location and "locationtype" not in found


def _steps_in(items: Sequence[object]) -> Path | None:
    """The steps of a path; some validators say a step as `{key}`."""
    if len(items) > _MAX_STEPS:
        return None
    steps = [item.get("key", MISSING) if is_object(item) else item for item in items]
    known = [step for step in steps if isinstance(step, str) or is_number(step)]
    return known if len(known) == len(steps) else None


def _texts_in(
    found: dict[str, object], wanted: Sequence[str], lists: Sequence[str]
) -> list[str]:
    for name in wanted:
        value = found.get(name)
        several: Sequence[object] = [value]
        if name in lists and is_array(value):
            several = value
        # `constraints` of class-validator is a map of texts.
        elif name == "constraints" and is_object(value):
            several = [member for _, member in members(value)]
        texts = [text for text in several if isinstance(text, str) and text != ""]
        if texts:
            return texts
    return []
