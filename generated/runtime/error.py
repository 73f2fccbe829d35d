# Copied by openapi-errors from its runtime. Do not edit.
"""What is known about an answer that is an error."""

from dataclasses import dataclass
from typing import NamedTuple

from .category import Category


@dataclass(frozen=True, slots=True)
class FieldError:
    """One invalid input field. `path` leads to it: `["items", 2, "email"]`."""

    path: list[str | int | float]
    message: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """One way in which an answer departs from the contract.

    `pointer` is a JSON Pointer into the body.
    """

    pointer: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class RequestInfo:
    """A request, as far as it helps to find it again."""

    method: str | None = None
    url: str | None = None


class Classified(NamedTuple):
    """The data of one error, whatever its code. `ApiError` says what each member is."""

    api: str
    code: str
    listed: bool
    status: int
    message: str
    details: object
    fields: list[FieldError]
    request_id: str | None
    retry_after: float | None
    closest: str | None
    category: Category
    operation: str | None
    request: RequestInfo | None
    deviations: list[Deviation]
    body: object
    headers: dict[str, str]
