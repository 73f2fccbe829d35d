# Copied by openapi-errors from its runtime. Do not edit.
"""The seconds that a `Retry-After` asks to wait (RFC 9110, section 10.2.3)."""

import math
import re
import time
from datetime import date, datetime, timezone

from .text import SPACE

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: tuple[str, ...] = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_DIGITS = re.compile(r"\d+", re.ASCII)
# The three date forms of RFC 9110, section 5.6.7.
_FIXDATE = re.compile(
    rf"({'|'.join(_WEEKDAYS)}), (\d\d) ({'|'.join(_MONTHS)}) ([1-9]\d{{3}}|0[1-9]\d\d)"
    r" ([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60) GMT",
    re.ASCII,
)
_ASCTIME = re.compile(r"(\w{3}) (\w{3}) ([ \d]\d) (\S+) (\d{4})", re.ASCII)
_RFC850 = re.compile(r"(\w{3})[a-z]*day, (\d\d)-(\w{3})-(\d\d) (\S+) GMT", re.ASCII)

# The largest whole number that every language counts exactly.
_LARGEST = 2**53 - 1


def parse_retry_after(value: str | None, answered: str | None) -> int | None:
    """The seconds to wait; None where the header is malformed or its date is past.

    A date counts from the answer's own `Date` where it has one, since clocks differ,
    and is rounded up: never early.
    """
    if value is None:
        return None
    text = value.strip(SPACE)
    if _DIGITS.fullmatch(text):
        return min(int(text.lstrip("0")[:17] or "0"), _LARGEST)
    until = http_time(text) if text else None
    if until is None:
        return None
    start = http_time(answered)
    wait = until - (time.time() if start is None else start)
    return math.ceil(wait) if wait > 0 else None


def http_time(given: str | None) -> int | None:
    """An HTTP date in seconds since 1970; None for anything else."""
    text = (given or "").strip(SPACE)
    asctime = _ASCTIME.fullmatch(text)
    if asctime:
        weekday, month, day, clock, year = asctime.groups()
        return _fixdate(
            f"{weekday}, {day.replace(' ', '0')} {month} {year} {clock} GMT"
        )
    rfc850 = _RFC850.fullmatch(text)
    if not rfc850:
        return _fixdate(text)
    weekday, day, month, year, clock = rfc850.groups()
    today = datetime.now(timezone.utc)
    seconds = _fixdate(
        f"{weekday}, {day} {month} {today.year // 100}{year} {clock} GMT"
    )
    # A year of two digits that seems more than 50 years ahead is in the past century:
    # no time to wait for.
    ahead = seconds is not None and seconds > _in_fifty_years(today)
    return None if ahead else seconds


def _in_fifty_years(today: datetime) -> float:
    try:
        return today.replace(year=today.year + 50).timestamp()
    except ValueError:  # 29 February
        return today.replace(year=today.year + 50, month=3, day=1).timestamp()


def _fixdate(text: str) -> int | None:
    """The seconds of `Sun, 06 Nov 1994 08:49:37 GMT`; second 60 is a leap second."""
    found = _FIXDATE.fullmatch(text)
    if not found:
        return None
    try:
        day = date(int(found[4]), _MONTHS.index(found[3]) + 1, int(found[2]))
    except ValueError:
        return None
    if _WEEKDAYS[day.weekday()] != found[1]:
        return None
    days = day.toordinal() - date(1970, 1, 1).toordinal()
    hours = days * 24 + int(found[5])
    return (hours * 60 + int(found[6])) * 60 + int(found[7])
