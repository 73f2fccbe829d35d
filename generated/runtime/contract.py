# Copied by openapi-errors from its runtime. Do not edit.
"""The part of a contract that parsing needs: no titles, no meanings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypedDict

from .category import Category, Retry
from .text import has_words

_STATUS_ONLY = re.compile(r"http_[0-9]")


class Shape(TypedDict, total=False):
    """The keywords of JSON Schema that decide the type of a value."""

    type: str | Sequence[str]
    enum: Sequence[object]
    properties: Mapping[str, "Shape"]
    required: Sequence[str]
    additionalProperties: "Shape"
    items: "Shape"
    # The first items, each with its own; `items` holds for those behind them.
    prefixItems: Sequence["Shape"]
    anyOf: Sequence["Shape"]


def _no_literals() -> Mapping[str, object]:
    return {}


def _no_methods() -> Mapping[str, str]:
    return {}


# Compared by identity, as rules are: what is prepared for one is remembered by it.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Envelope:
    """Where a body holds what: JSON Pointers.

    A `*` steps into the item of an array that states the code, else the first.
    """

    code: str | None = None
    # A body may state no code, and nothing is wrong with it.
    code_optional: bool = False
    # What its listed codes are, where they are all of one type: "string" or "integer".
    code_type: str | None = None
    # The header that says the code where the body has none, as in an answer to HEAD.
    code_header: str | None = None
    message: str | None = None
    # What the message may be, where it may be more than a text: a list of texts, say.
    message_type: Sequence[str] | None = None
    details: str | None = None
    request_id: str | None = None
    # Seconds to wait: a number, or a text that may have a unit; milliseconds where the
    # name ends so.
    delay: str | None = None
    fields: str | None = None
    # Values that a body of this envelope always has, by pointer: `{"/success": False}`.
    literals: Mapping[str, object] = field(default_factory=_no_literals)
    # What names the one field that the error is about: its message says what is wrong
    # with it. The last one: it takes the name of what makes the others.
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ErrorRule:
    """What parsing needs to know of one error."""

    # "402", "4XX" or "default".
    statuses: Sequence[str]
    # Only where it is not the one of the status.
    category: Category | None = None
    # Only where it is not the one of the category.
    retry: Retry | None = None
    # What the details must look like. None: this error has no details.
    details: Shape | None = None
    # Whether an answer may leave the details out.
    details_optional: bool = False
    # Where this error's field errors stand.
    fields: str | None = None
    # The answer has no body: none at all, or only sometimes.
    empty: bool | Literal["sometimes"] = False
    # Of a status-only error: what its bodies are called that may be a text, in lower case.
    text_types: Sequence[str] = ()
    # Of a status-only error: the JSON types of its bodies that no envelope reads.
    bare_types: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosestRule:
    """`match` is a code with `*` for any run of characters."""

    match: str
    as_: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayHeader:
    """A header that states how long to wait, or until when.

    `epoch-seconds` count against the `Date` of the answer.
    """

    name: str
    unit: Literal["seconds", "milliseconds", "epoch-seconds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often and how patiently to try: attempts in all, and seconds."""

    attempts: int
    base: float
    cap: float


# Without slots: what is only needed for unlisted codes is made when the first comes.
@dataclass(frozen=True, kw_only=True)
class ParserContract:
    """What generated code holds of its API."""

    api: str
    # Tried in this order.
    envelopes: Sequence[Envelope]
    # Every listed error by its code, status-only ones (`http_413`) included.
    errors: Mapping[str, ErrorRule]
    # The codes that each operation declares.
    operations: Mapping[str, Sequence[str]]
    retry_policy: RetryPolicy
    # The HTTP method of each operation.
    methods: Mapping[str, str] = field(default_factory=_no_methods)
    # Which listed code an unlisted one is to be treated as: the first that matches.
    closest: Sequence[ClosestRule] = ()
    # Where a request id stands when the body has none.
    request_id_headers: Sequence[str] = ("X-Request-Id",)
    # Where a delay stands beside `Retry-After`, which wins.
    delay_headers: Sequence[DelayHeader] = ()

    @cached_property
    def only_of(self) -> Mapping[str, str | None]:
        """The only error listed under each key of a status; None where there are several."""
        found: dict[str, str | None] = {}
        for code, rule in self.errors.items():
            for key in {*rule.statuses}:
                found[key] = None if key in found else code
        return found

    @cached_property
    def has_words(self) -> bool:
        """Whether a listed code has words in it, as a text has."""
        return any(map(has_words, self.errors))

    @cached_property
    def open_rules(self) -> Sequence[ErrorRule]:
        """The status-only errors that declare details."""
        return [
            rule
            for code, rule in self.errors.items()
            if rule.details is not None and _STATUS_ONLY.match(code)
        ]
