"""The field errors that a body holds."""

import re
from typing import Final
from urllib.parse import unquote

from .error import FieldError
from .field_item import Item, Path, read_item, says_items
from .pointer import MISSING, is_array, is_number, is_object, members, tokens_of
from .text import number_text, printable

# How much is looked at: what is larger or deeper names more fields than a person reads.
_MAX_DEPTH = 10
_MAX_VALUES = 10_000
_MAX_FIELDS = 1000

# Members that stand beside the fields of a map and say no field, as Zod and Django
# call them.
_TRANSPARENT: Final = (
    "fieldErrors",
    "formErrors",
    "_errors",
    "non_field_errors",
    "nonFieldErrors",
    "__all__",
)
_TREE: Final = ("errors", "properties", "items")


def read_fields(value: object) -> list[FieldError]:
    """The field errors in a value.

    A list of items that name their field and say what is wrong with it, however they
    call both; a map of fields to texts, to lists of texts, to such items, or to further
    maps; a list of such maps; a list of texts, which are about no field in particular.
    What has none of these shapes is passed over.
    """
    if value is MISSING:
        return []
    reading = _Reading()
    if is_array(value):
        reading.read_list(value, [], None, 0)
    elif is_object(value):
        reading.read_whole(value)
    return reading.found


def one_field(name: object, message: str) -> list[FieldError]:
    """What an error that is about one field, which it names, says of it."""
    if not isinstance(name, str) or name == "":
        return []
    return [FieldError(_steps_of(name), message)]


class _Reading:
    """A reading under way. `left`: how many values it may still look at."""

    def __init__(self) -> None:
        self.found: list[FieldError] = []
        self.left = _MAX_VALUES

    def read_whole(self, value: dict[str, object]) -> None:
        """A tree of fields, one item, an object around lists of items, or a map."""
        if _is_tree(value):
            self._read_tree(value, [], 0)
            return
        item = read_item(value)
        around = [each for each in item.nested if says_items(each)]
        if item.path is not None and not item.is_weak and item.mapped_texts:
            self._read_one(item, [], item.path, 0)
        elif not around:
            self._read_map(value, [], 0)
        else:
            for each in around:
                self.read_list(each, [], None, 0)

    def _read_tree(self, node: object, path: Path, depth: int) -> None:
        self.left -= 1
        if depth > _MAX_DEPTH or self.left < 0 or not is_object(node):
            return
        errors, properties, items = map(node.get, _TREE)
        if is_array(errors):
            self.read_list(errors, path, None, depth)
        for nodes in (properties, node.get("children")):
            for name, each in members(nodes) if is_object(nodes) else ():
                self._read_tree(each, [*path, name], depth + 1)
        if is_array(items):
            for index, each in enumerate(items):
                self._read_tree(each, [*path, index], depth + 1)

    def _read(self, value: object, path: Path, key: str | None, depth: int) -> None:
        self.left -= 1
        if depth > _MAX_DEPTH or self.left < 0:
            return
        if isinstance(value, str):
            self._say(path, value)
        elif is_array(value):
            self.read_list(value, path, key, depth)
        elif is_object(value) and not self._read_one(
            read_item(value), path, None, depth
        ):
            self._read_map(value, path, depth)

    def read_list(
        self, items: list[object], path: Path, key: str | None, depth: int
    ) -> None:
        """`key`: the name of the map's member that the list is."""
        # Of maps, the place in the list says whose fields they are, unless the list is
        # all there is and leaves none out.
        is_by_place = bool(path) or any(map(_is_empty, items[:_MAX_VALUES]))
        for index, each in enumerate(items):
            self.left -= 1
            if self.left < 0:
                return
            if not is_object(each):
                self._read(each, path, key, depth + 1)
                continue
            item = read_item(each)
            own = None if key is not None and item.is_weak else item.path
            # What is wrong with all of it: an item below such a member that names no field.
            if not path and own is None and key in _TRANSPARENT and not item.fields:
                for text in item.texts:
                    self._say(path, text)
            if own is not None:
                own = _below(own, key)
            if self._read_one(item, path, own, depth):
                continue
            if _is_map(each):
                at = [*path, index] if is_by_place else path
                self._read_map(each, at, depth + 1)
                continue
            # Neither an item that names its field nor a map: it is about the field that
            # the list is of.
            for text in item.texts if path else ():
                self._say(path, text)

    def _read_map(self, fields: dict[str, object], path: Path, depth: int) -> None:
        for name, member in members(fields):
            if self.left <= 0:
                return
            is_container = is_array(member) or is_object(member)
            own = [] if name in _TRANSPARENT and is_container else _steps_of(name)
            self._read(member, [*path, *own], name, depth + 1)

    def _read_one(
        self, item: Item, path: Path, own: str | Path | None, depth: int
    ) -> bool:
        """Reads an object that is one item, with what names its field.

        False for a map of fields, which is left to be read.
        """
        if item.fields and item.texts:
            for field in item.fields:
                self._say([*path, *_steps_of(field)], item.texts[0])
            return True
        steps = [] if own is None else _steps_of(own) if isinstance(own, str) else own
        at = [*path, *steps]
        texts = item.mapped_texts if own is None else item.texts
        is_said = bool(texts) and (own is not None or bool(path))
        for text in texts if is_said else ():
            self._say(at, text)
        # The children of class-validator stand below an item that may say something.
        lists = item.children if is_said else item.nested
        nested = [each for each in lists if says_items(each)]
        for each in nested if depth < _MAX_DEPTH else ():
            self.read_list(each, at, None, depth + 1)
        # What says something, and of no field, is no map either; nor is what names a
        # field, and says nothing.
        is_part = not path and bool(item.texts) if own is None else not item.is_weak
        return is_said or bool(nested) or is_part

    def _say(self, path: Path, text: str) -> None:
        if text != "" and len(self.found) < _MAX_FIELDS:
            self.found.append(FieldError(path, printable(text)))


def joined(path: Path) -> str:
    """The steps of a path with dots between them."""
    steps = [number_text(step) if is_number(step) else str(step) for step in path]
    return ".".join(steps)


def _is_tree(value: dict[str, object]) -> bool:
    """A tree as Zod's `treeifyError` makes it.

    The texts of a node, and further nodes below its members or its items.
    """
    errors, properties, items = map(value.get, _TREE)
    has_nodes = is_object(properties) or is_array(items)
    only_nodes = all(name in _TREE for name in value)
    return (is_array(errors) and has_nodes and only_nodes) or _is_form(value)


def _is_form(value: dict[str, object]) -> bool:
    """A form of Symfony: the same, with nodes below its children."""
    children = value.get("children")
    if not is_object(children):
        return False
    return all(map(_is_node_of_form, [value, *(each for _, each in members(children))]))


def _is_node_of_form(node: object) -> bool:
    # PHP writes one that is empty as a list.
    if is_array(node):
        return not node
    return is_object(node) and all(name in ("errors", "children") for name in node)


def _is_empty(item: object) -> bool:
    return is_object(item) and not item


def _is_map(item: dict[str, object]) -> bool:
    """Of objects that are no items: maps of fields hold texts in lists or maps.

    Or they are of one field.
    """
    values = item.values()
    return len(values) == 1 or all(is_array(each) or is_object(each) for each in values)


def _below(own: str | Path, key: str | None) -> str | Path:
    """An item of a map that repeats the name it stands under is at that name."""
    text = own if isinstance(own, str) else joined(own)
    return [] if text == key else own


def _steps_of(text: str) -> Path:
    """A JSON Pointer (RFC 6901), also as a fragment, in its steps; else the text."""
    pointer = _decoded(text[1:]) if re.match(r"#(?:/|\Z)", text) else text
    is_pointer = pointer == "" or pointer.startswith("/")
    return [*tokens_of(pointer)] if is_pointer else [text]


def _decoded(fragment: str) -> str:
    """A fragment of a URI without its escapes (RFC 6901, section 6).

    As it is where they are none.
    """
    if re.search("%(?![0-9A-Fa-f]{2})", fragment):
        return fragment
    try:
        return unquote(fragment, errors="strict")
    except UnicodeDecodeError:
        return fragment
