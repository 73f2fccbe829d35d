"""Errors that travelled as plain data, from Python or from TypeScript."""

import math
from collections.abc import Mapping
from typing import TypeGuard, get_args

from .category import Category, category_of_status
from .contract import ParserContract
from .details import is_shallow_json
from .error import Classified, Deviation, FieldError, RequestInfo
from .kept_code import kept_code
from .pointer import is_array, is_number, is_object
from .text import double, number_text

_CATEGORIES: Mapping[object, Category] = {name: name for name in get_args(Category)}


def classified_of_dict(contract: ParserContract, data: object) -> Classified:
    """The data of the error that `to_dict` was called on, or TypeScript's `toJSON`.

    What is no error of this API becomes an unlisted one of status 0, and a member that
    is not what it should be is taken as if it were not there.
    """
    given: Mapping[str, object] = data if _is_mapping(data) else {}
    if given.get("api") != contract.api:
        given = {}
    code = kept_code(contract, _code_of(given.get("code")))
    # A newer program may have sent a code that this one does not list.
    listed = given.get("listed") is True and code in contract.errors
    closest = code if listed else _str_of(given.get("closest"))
    status = _status_of(given.get("status"))
    message = _text_of(given.get("message"))
    details = given.get("details")
    return Classified(
        api=contract.api,
        code=code,
        listed=listed,
        status=status,
        message=f"HTTP {number_text(status)}" if message is None else message,
        details=details if is_shallow_json(details) else None,
        fields=_fields_of(given.get("fields")),
        request_id=_str_of(_either(given, "request_id", "requestId")),
        retry_after=_seconds_of(_either(given, "retry_after", "retryAfter")),
        closest=closest if closest in contract.errors else None,
        category=_category_of(given.get("category"), status),
        operation=_str_of(given.get("operation")),
        request=_request_of(given.get("request")),
        deviations=_deviations_of(given.get("deviations")),
        body=None,
        headers={},
    )


def _is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _either(given: Mapping[str, object], ours: str, typescripts: str) -> object:
    """The member as the language that wrote all of it calls it."""
    return given.get(ours) if "request_id" in given else given.get(typescripts)


def _code_of(value: object) -> str:
    text = _text_of(value)
    return "http_0" if text is None else text


def _text_of(value: object) -> str | None:
    return number_text(value) if is_number(value) else _str_of(value)


def _str_of(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _status_of(value: object) -> int:
    if not is_number(value) or not double(value).is_integer():
        return 0
    return int(double(value))


def _seconds_of(value: object) -> float | None:
    if not is_number(value) or not math.isfinite(double(value)) or value < 0:
        return None
    return value


def _category_of(value: object, status: int) -> Category:
    stated = _CATEGORIES.get(value) if isinstance(value, str) else None
    return stated or category_of_status(status)


def _fields_of(value: object) -> list[FieldError]:
    found = (_field_of(item) for item in value) if is_array(value) else ()
    return [field for field in found if field]


def _field_of(value: object) -> FieldError | None:
    if not is_object(value):
        return None
    path, message = value.get("path"), value.get("message")
    if not isinstance(message, str) or not is_array(path):
        return None
    segments = [each for each in path if isinstance(each, str) or is_number(each)]
    return FieldError(segments, message) if len(segments) == len(path) else None


def _deviations_of(value: object) -> list[Deviation]:
    found = (_deviation_of(item) for item in value) if is_array(value) else ()
    return [deviation for deviation in found if deviation]


def _deviation_of(value: object) -> Deviation | None:
    if not is_object(value):
        return None
    texts = [_str_of(value.get(name)) for name in ("pointer", "expected", "found")]
    known = [text for text in texts if text is not None]
    return Deviation(*known) if len(known) == len(texts) else None


def _request_of(value: object) -> RequestInfo | None:
    if not is_object(value):
        return None
    return RequestInfo(_str_of(value.get("method")), _str_of(value.get("url")))
