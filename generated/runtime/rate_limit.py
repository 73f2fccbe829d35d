# Copied by openapi-errors from its runtime. Do not edit.
"""What the usual headers of rate limits say."""

import math
import re
import time
from collections.abc import Mapping
from datetime import datetime

from .contract import ParserContract
from .duration import seconds_of_text
from .retry_after import http_time
from .text import SPACE

_REMAINING = ("x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining")
_RESETS = (
    "ratelimit-reset",
    "x-ratelimit-reset-after",
    "x-ratelimit-reset",
    "x-rate-limit-reset",
    "x-ratelimit-reset-requests",
    "x-ratelimit-reset-tokens",
)
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,9})?", re.ASCII)
_DATE = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?"
    r"(?:Z|[+-][01]\d:[0-5]\d)",
    re.ASCII,
)
_FRACTION = re.compile(r"\.(\d+)", re.ASCII)
_WHOLE = re.compile(r"\d{1,15}", re.ASCII)


def is_spent(headers: Mapping[str, str]) -> bool:
    """Whether the headers say that no request is left."""
    if any(headers.get(name, "").strip(SPACE) == "0" for name in _REMAINING):
        return True
    return any(left == 0 for left, _ in _policies_in(headers.get("ratelimit", "")))


def is_of_limit(name: str) -> bool:
    """Whether a header says when a limit is renewed.

    Such headers come with every answer, and ask only some to wait.
    """
    return "reset" in name.lower() or name.lower() == "ratelimit"


def limit_reset(contract: ParserContract, headers: Mapping[str, str]) -> float | None:
    """The seconds until a rate limit is over.

    As the headers say that the contract names, or the usual ones.
    """
    wait = wait_of_limits(headers.get("ratelimit", ""))
    if wait is not None:
        return wait
    named = (header.name.lower() for header in contract.delay_headers)
    declared = (name for name in named if "reset" in name)
    delays = (reset_of(headers, name) for name in (*declared, *_RESETS))
    return next((delay for delay in delays if delay is not None), None)


def reset_of(headers: Mapping[str, str], name: str) -> float | None:
    """The seconds until the time that a header states.

    Seconds or milliseconds since 1970 by their size, or a date; a number that is too
    small for either is a delay, and so is a duration such as `6m0s`. None where
    requests are left.
    """
    text = headers.get(name, "").strip(SPACE)
    if "reset" in name and _is_left(headers, name):
        return None
    stated = seconds_of_text(text, False)
    if stated is not None and stated < 1e9:
        return stated
    until = _time_of(text) if stated is None else stated
    if stated is not None and stated < 1e11:
        until = stated * 1000
    if until is None:
        return None
    now = http_time(headers.get("date"))
    wait = until - (time.time() if now is None else now) * 1000
    return math.ceil(wait / 1000) if wait > 0 else None


def _is_left(headers: Mapping[str, str], name: str) -> bool:
    """Whether something is left of the limit that a header is about, or of all."""
    start, _, end = name.partition("reset")
    names = (f"{start}remaining{end}", f"{start}remaining")
    texts = (headers.get(each, "").strip(SPACE) for each in names)
    left = next((float(text) for text in texts if _NUMBER.fullmatch(text)), 0)
    return left > 0


def _time_of(text: str) -> float | None:
    """A date of HTTP, or one of RFC 3339 that exists, in milliseconds since 1970."""
    if not _DATE.fullmatch(text):
        date = http_time(text)
        return None if date is None else date * 1000.0
    try:
        # Milliseconds are all that JavaScript reads.
        seconds, zone = text[:19], _FRACTION.sub("", text[19:])
        fraction = _FRACTION.match(text[19:])
        millis = int(fraction[1][:3].ljust(3, "0")) if fraction else 0
        moment = datetime.fromisoformat(seconds + zone)
        return math.floor(moment.timestamp()) * 1000.0 + millis
    except (ValueError, OverflowError):
        return None


def wait_of_limits(header: str) -> int | None:
    """The seconds until every limit of a `RateLimit` that is used up is renewed."""
    waits = [wait for left, wait in _policies_in(header) if left == 0]
    return max((wait for wait in waits if wait is not None), default=None)


def _policies_in(header: str) -> list[tuple[int | None, int | None]]:
    """What is left of each limit, and the seconds until it is renewed.

    `"default";r=0;t=30, "daily";r=9;t=3600` of today's draft,
    `limit=100, remaining=0, reset=30` of those before.
    """
    unquoted = re.sub(r'"[^"]*"', "", header[:1000])
    items = unquoted.split(",") if ";" in unquoted else [unquoted]
    return [
        (_parameter(item, "r", "remaining"), _parameter(item, "t", "reset"))
        for item in items
    ]


def _parameter(item: str, *names: str) -> int | None:
    for part in re.split("[;,]", item):
        name, _, value = part.strip(SPACE).partition("=")
        if name in names and _WHOLE.fullmatch(value):
            return int(value)
    return None
