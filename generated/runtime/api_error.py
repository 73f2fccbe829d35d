# Copied by openapi-errors from its runtime. Do not edit.
"""The base of all errors that a parser gives."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import ClassVar, cast

from .category import Category
from .contract import ParserContract
from .error import Classified, Deviation, FieldError, RequestInfo
from .loggable import loggable
from .text import printable


class ApiError(Exception):
    """An answer that is an error of an API."""

    # Not among the members that `vars` gives, which some serializers send as they are:
    # too long, or too secret. `to_dict` has of the details what may be printed.
    __slots__ = ("details", "body", "headers")

    # By this mark, every copy of this file knows the errors of the others.
    openapi_errors: ClassVar[bool] = True

    api: str
    """The id of the API that answered."""
    code: str
    """As on the wire, 2,000 characters at most; `http_<status>` where there is none."""
    listed: bool
    """Whether the contract lists the code."""
    status: int
    """The HTTP status."""
    message: str
    """For people: never parse it. At most 500 characters, safe to print."""
    details: object
    """What the body says beyond code, message and request id."""
    fields: list[FieldError]
    """The invalid input fields; empty where the answer names none."""
    request_id: str | None
    """What to quote to support."""
    retry_after: float | None
    """Seconds that the server asks to wait."""
    closest: str | None
    """The listed code to treat this one as, where there is a single one."""
    category: Category
    """What the error is about."""
    operation: str | None
    """The operation that was called, where the caller said it."""
    request: RequestInfo | None
    """The request that was answered, without the query of its URL."""
    deviations: list[Deviation]
    """Where the answer departs from the contract; empty for most."""
    body: object
    """The body as received: parsed JSON, else text, cut at the size limit."""
    headers: dict[str, str]
    """Lower-case names; headers that hold secrets are left out."""

    def __init__(self, data: Classified) -> None:
        super().__init__(data.message)
        # At once: each step more takes a while in Python.
        (
            self.api,
            self.code,
            self.listed,
            self.status,
            self.message,
            self.details,
            self.fields,
            self.request_id,
            self.retry_after,
            self.closest,
            self.category,
            self.operation,
            self.request,
            self.deviations,
            self.body,
            self.headers,
        ) = data

    def __str__(self) -> str:
        return f"[{self.status} {printable(self.code)}] {self.message}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}>"

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are copied by their arguments, and these are not the message.
        data = Classified(**{name: getattr(self, name) for name in Classified._fields})
        return type(self), (data,), vars(self)

    def to_dict(self) -> dict[str, object]:
        """Short and safe plain data, for logs and queues: all but body and headers."""
        members: dict[str, object] = {
            "api": self.api,
            "code": self.code,
            "listed": self.listed,
            "status": self.status,
            "message": self.message,
            "details": self.details,
            "fields": [asdict(field) for field in self.fields],
            "request_id": self.request_id,
            "retry_after": self.retry_after,
            "closest": self.closest,
            "category": self.category,
            "operation": self.operation,
            "request": asdict(self.request) if self.request else None,
            "deviations": [asdict(deviation) for deviation in self.deviations],
        }
        kept = {name: loggable(member) for name, member in members.items()}
        # A code is short enough, and has to come back from a log as it was.
        return {**kept, "code": self.code}


def is_error_of(contract: ParserContract, value: object, codes: Sequence[str]) -> bool:
    """Whether a value is an error of this API, and of one of these listed codes."""
    if not getattr(type(value), "openapi_errors", False):
        return False
    error = cast(ApiError, value)
    listed_as = error.code if error.listed else None
    return error.api == contract.api and (not codes or listed_as in codes)
