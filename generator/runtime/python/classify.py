"""Turns any answer into the data of one error of a contract."""

import re
from collections.abc import Sequence
from functools import lru_cache

from .body import read_body
from .closest import closest_code, range_of
from .coded_item import envelope_of_item
from .conform import is_of_type
from .contract import Envelope, ErrorRule, ParserContract
from .delay import delay_in, delay_in_headers
from .details import (
    check_details,
    check_type,
    details_in,
    is_shallow_json,
    open_details,
)
from .envelope import (
    Choice,
    choose_envelope,
    code_in_header,
    fields_value,
    is_text_of_one,
    listed_code,
)
from .error import Classified, Deviation, RequestInfo
from .fields import one_field, read_fields
from .headers import read_headers
from .kept_code import kept_code
from .loggable import without_secret
from .message import message_in
from .pointer import MISSING, is_number, value_at
from .rate_limit import limit_reset
from .request_info import request_info
from .rule import category_of_answer
from .status_code import repeats_status
from .text import describe, double, has_words, json_text, number_text, printable

_NO_ENVELOPE = Envelope()

_THREE_DIGITS = re.compile(r"[1-9]\d\d", re.ASCII)

_OF_PROBLEMS = re.compile(r"\s*application/problem\+json\s*(?:;|\Z)", re.ASCII | re.I)


def classify_answer(
    contract: ParserContract,
    status: object,
    headers: object = None,
    body: object = None,
    *,
    operation: str | None = None,
    request: RequestInfo | None = None,
) -> Classified:
    """Turns any answer into the data of one error. Never raises, whatever the body."""
    answered, names = _status(status), read_headers(headers)
    try:
        return _classify(contract, answered, names, body, operation, request)
    except Exception:
        # A body that is no data. The rest of the answer still counts.
        return _classify(contract, answered, names, None, operation, request)


def _status(status: object) -> int:
    if type(status) is int:
        return status
    # Its three digits, as recordings have it.
    if isinstance(status, str) and _THREE_DIGITS.fullmatch(status):
        return int(status)
    return int(status) if is_number(status) and double(status).is_integer() else 0


def _classify(
    contract: ParserContract,
    status: int,
    headers: dict[str, str],
    given: object,
    operation: str | None,
    request: RequestInfo | None,
) -> Classified:
    read = read_body(given, headers.get("content-type"))
    body, text = read

    def says_nothing(code: str) -> bool:
        if code in contract.errors:
            return False
        # Of a body that is a text, words are for people.
        return repeats_status(code, status) or (code == text and has_words(code))

    said: object = body
    if type(body) is str:
        said = MISSING if text is None else text
    choice = choose_envelope(said, contract.envelopes, says_nothing)
    chosen, in_body, broken = choice
    envelope = envelope_of_item(said, chosen) if chosen else None
    choice = (envelope, in_body, broken)
    is_text = is_text_of_one(in_body, envelope, contract)
    stated = in_body
    if in_body is None or is_text or says_nothing(in_body):
        stated = None
    if stated is None:
        holders = [envelope] if envelope else contract.envelopes
        found = (code_in_header(headers, each, contract.errors) for each in holders)
        known = (each for each in found if each and not says_nothing(each))
        stated = next(known, None)
    code = f"http_{number_text(status)}"
    if stated:
        code = listed_code(stated, contract.errors)
    rule = contract.errors.get(code)
    code = code if rule else kept_code(contract, code)
    closest = code if rule else closest_code(contract, code, status)
    treated_as = contract.errors.get(closest) if closest is not None else None
    empty = treated_as is not None and treated_as.empty
    media_type = headers.get("content-type")
    is_bare = envelope is None and _is_bare(contract, status, body, media_type)
    is_due = not is_bare and (body is not MISSING or not (empty or stated is not None))
    # A code that says no more than the status, or that a header says: the body need not.
    needs_code = in_body == stated
    deviations = (
        _envelope_deviations(contract, body, choice, needs_code) if is_due else []
    )

    declared = _is_declared(contract, operation, code)
    listed = rule is not None and declared
    if rule and not declared:
        pointer = (envelope.code if envelope else None) or ""
        expected = f"an error of {operation}"
        deviations.append(Deviation(pointer, expected, printable(code)))
    # Where no answer of the document tells of a code, any may.
    if rule and rule.statuses and not _covers_status(rule, status):
        expected = f"status {' or '.join(rule.statuses)}"
        deviations.append(Deviation("", expected, f"status {number_text(status)}"))

    details = _read_details(body, envelope, deviations)
    if is_bare and listed:
        details = MISSING
    elif rule and listed:
        at = (envelope.details if envelope else None) or ""
        details = check_details(details, rule, at, deviations)
    else:
        details = open_details(details, contract, _status_keys(status))
    own = envelope or _NO_ENVELOPE
    place = rule.fields if rule and rule.fields is not None else own.fields
    if place is None and media_type and _OF_PROBLEMS.match(media_type):
        # RFC 9457 shows field errors there (section 3), and servers send them.
        place = "/errors"
    fields = read_fields(fields_value(body, place, own))
    message = message_in(read, envelope, fields, status)
    if not fields and own.field is not None:
        fields = one_field(value_at(body, own.field), message)
    after = delay_in_headers(contract, headers)
    category = category_of_answer(treated_as, status, headers, after)
    is_limit = category == "rate_limit" or status == 503
    delay = delay_in(body, own) if after is None else after
    if delay is None and is_limit:
        delay = limit_reset(contract, headers)
    # Not by name: that takes twice as long.
    return Classified(
        contract.api,
        code,
        listed,
        status,
        message,
        None if details is MISSING else details,
        fields,
        _request_id(contract, body, envelope, headers),
        delay,
        closest,
        category,
        operation,
        request_info(request) if request else None,
        [without_secret(each, body) for each in deviations],
        None if body is MISSING else body,
        headers,
    )


def _status_keys(status: int) -> tuple[str, ...]:
    return (number_text(status), range_of(status), "default")


def _covers_status(rule: ErrorRule, status: int) -> bool:
    if number_text(status) in rule.statuses:
        return True
    return range_of(status) in rule.statuses or "default" in rule.statuses


def _is_declared(contract: ParserContract, operation: str | None, code: str) -> bool:
    if operation is None or operation not in contract.operations:
        return True
    return code in contract.operations[operation]


def _is_bare(
    contract: ParserContract, status: int, body: object, media_type: str | None
) -> bool:
    """Whether the status has such a body beside the envelopes, or instead of them."""
    rules = (contract.errors.get(f"http_{key}") for key in _status_keys(status))
    rule = next((each for each in rules if each), None)
    if rule is None:
        return False
    if type(body) is str:
        return _bare_name(media_type) in rule.text_types
    return any(is_of_type(body, name) for name in rule.bare_types)


def _bare_name(media_type: str | None) -> str:
    return (media_type or "").split(";")[0].strip().lower()


def _envelope_deviations(
    contract: ParserContract,
    body: object,
    choice: Choice,
    needs_code: bool,
) -> list[Deviation]:
    """Where the body departs from the envelope it came in, or from all of them."""
    envelope, _, broken = choice
    if envelope is None:
        found = Deviation("", "an error body", describe(body))
        return [found] if contract.envelopes else []
    deviations = [
        Deviation(pointer, json_text(literal), describe(value_at(body, pointer)))
        for pointer, literal in broken
    ]
    for pointer, types, is_due in _parts_of(envelope, needs_code):
        value = value_at(body, pointer)
        if type(value) is str and (not types or "string" in types):
            continue
        if not types and is_number(value):
            continue
        if is_due or not (value is None or value is MISSING):
            check_type(value, types or ("string",), pointer, deviations)
    return deviations


@lru_cache(maxsize=1000)
def _parts_of(
    envelope: Envelope, needs_code: bool
) -> Sequence[tuple[str, Sequence[str], bool]]:
    """The pointers of an envelope, each with its types, and whether it is due.

    Of no types, it may be a text or a number.
    """
    code_type = (envelope.code_type,) if envelope.code_type else ()
    message_type = envelope.message_type and (*envelope.message_type, "number")
    parts = (
        (envelope.code if needs_code else None, code_type, not envelope.code_optional),
        (envelope.message, message_type or (), False),
        (envelope.request_id, (), False),
    )
    return [(at, types, due) for at, types, due in parts if at is not None]


def _read_details(
    body: object, envelope: Envelope | None, deviations: list[Deviation]
) -> object:
    details = details_in(body, envelope) if envelope else MISSING
    if details is MISSING or is_shallow_json(details):
        return details
    pointer = (envelope.details if envelope else None) or ""
    expected = "JSON, not nested deeply"
    deviations.append(Deviation(pointer, expected, describe(details)))
    return MISSING


def _request_id(
    contract: ParserContract,
    body: object,
    envelope: Envelope | None,
    headers: dict[str, str],
) -> str | None:
    if envelope and envelope.request_id is not None:
        found = value_at(body, envelope.request_id)
        # One that is empty tells no answer from another.
        if isinstance(found, str) and found != "":
            return printable(found)
        if is_number(found):
            return number_text(found)
    for name in contract.request_id_headers:
        stated = headers.get(name.lower())
        if stated:
            return printable(stated)
    return None
