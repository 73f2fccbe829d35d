# Copied by openapi-errors from its runtime. Do not edit.
"""The listed code to treat an unlisted one as."""

from .contract import ParserContract
from .text import number_text


def closest_code(contract: ParserContract, code: str, status: int) -> str | None:
    """The first rule that matches, else what the status leaves no choice about.

    That is the status-only error of the status, else the only listed error of the
    status; one that is listed under its range or `default` counts where none is
    listed under the status itself. None where there is no single one.
    """
    for rule in contract.closest:
        if _matches_glob(code, rule.match):
            return rule.as_
    keys = (number_text(status), range_of(status), "default")
    for key in keys:
        if f"http_{key}" in contract.errors:
            return f"http_{key}"
    only_of = contract.only_of
    return next((only_of[key] for key in keys if key in only_of), None)


def range_of(status: int) -> str:
    """`4XX` for 404."""
    return f"{number_text(int(status / 100))}XX"


def _matches_glob(code: str, pattern: str) -> bool:
    """Whether a code matches a pattern with `*` for any run of characters."""
    start, *parts = pattern.split("*")
    if not parts:
        return code == pattern
    end = parts.pop()
    if len(code) < len(start) + len(end):
        return False
    if not code.startswith(start) or not code.endswith(end):
        return False
    middle = code[len(start) : len(code) - len(end)]
    at = 0
    for part in parts:
        found = middle.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True
