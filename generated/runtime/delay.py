# Copied by openapi-errors from its runtime. Do not edit.
"""The seconds that an answer asks to wait."""

import math
import re
from collections.abc import Mapping

from .contract import DelayHeader, Envelope, ParserContract
from .duration import seconds_of_text
from .pointer import (
    MISSING,
    is_number,
    is_object,
    items_of,
    tokens_of,
    values_at,
)
from .rate_limit import is_of_limit, reset_of
from .retry_after import parse_retry_after
from .text import double

# `retry_after_ms`, `retryAfterMs`, `retryDelayMillis`.
_IN_MILLISECONDS = re.compile(
    r"(?:[_-]ms|[a-z\d]M[sS]|millis(?:econds)?|[a-z]Millis(?:econds)?)\Z",
    re.ASCII,
)


def delay_in_headers(
    contract: ParserContract, headers: Mapping[str, str]
) -> float | None:
    """The seconds to wait: `Retry-After`, else what the contract says states them."""
    after = parse_retry_after(headers.get("retry-after"), headers.get("date"))
    if after is not None:
        return after
    if not contract.delay_headers:
        return None
    direct = (each for each in contract.delay_headers if not is_of_limit(each.name))
    delays = (_delay_in_header(header, headers) for header in direct)
    return next((delay for delay in delays if delay is not None), None)


def _delay_in_header(header: DelayHeader, headers: Mapping[str, str]) -> float | None:
    key = header.name.lower()
    if key not in headers:
        return None
    if header.unit == "epoch-seconds":
        return reset_of(headers, key)
    return _seconds_of(headers[key], header.unit == "milliseconds")


def delay_in(body: object, envelope: Envelope) -> float | None:
    """The seconds to wait that a body states.

    Where its envelope says, or in a `google.rpc.RetryInfo` among its details.
    """
    if envelope.delay is not None:
        for value in values_at(body, envelope.delay):
            if value is MISSING:
                continue
            seconds = _seconds_of(value, _is_short(envelope.delay))
            if seconds is not None:
                return seconds
    if envelope.details is not None:
        for item in items_of(values_at(body, envelope.details)):
            seconds = _seconds_of(_retry_info(item), False)
            if seconds is not None:
                return seconds
    return None


def _is_short(pointer: str) -> bool:
    name = "".join(tokens_of(pointer)[-1:])
    return _IN_MILLISECONDS.search(name) is not None


def _retry_info(item: object) -> object:
    kind = item.get("@type") if is_object(item) else None
    if is_object(item) and isinstance(kind, str):
        if kind.endswith("google.rpc.RetryInfo"):
            return item.get("retryDelay", MISSING)
    return MISSING


def _seconds_of(value: object, in_milliseconds: bool) -> float | None:
    """A number, or a text that is one or has units: `30`, `"53s"`, `"PT30S"`."""
    if isinstance(value, str):
        return seconds_of_text(value, in_milliseconds)
    if not is_number(value) or not math.isfinite(double(value)) or value < 0:
        return None
    return value / 1000 if in_milliseconds else value
