# Copied by openapi-errors from its runtime. Do not edit.
"""What a rule says of its error, or leaves to its status."""

from collections.abc import Mapping
from functools import lru_cache

from .category import Category, Retry, category_of_status, retry_of_category
from .contract import ErrorRule
from .rate_limit import is_spent


def category_of(rule: ErrorRule | None, answered: int) -> Category:
    """The category of a rule: its own, else that of the status it stands for."""
    if rule is None:
        return category_of_status(answered)
    return rule.category or category_of_status(_status_of(rule, answered))


def category_of_answer(
    rule: ErrorRule | None,
    status: int,
    headers: Mapping[str, str],
    delay: float | None,
) -> Category:
    """The category of an answer.

    A 403 that says how long to wait, or that no request is left, is a rate limit, unless
    the contract says of the error what it is about.
    """
    is_open = rule is None or rule.category is None
    if status == 403 and is_open and (delay is not None or is_spent(headers)):
        return "rate_limit"
    return category_of(rule, status)


def retry_of_answer(rule: ErrorRule | None, status: int, category: Category) -> Retry:
    """The retry class of an answer: its rule's own, else that of its category."""
    if rule is not None and rule.retry is not None:
        return rule.retry
    if category == "rate_limit":
        return "after-delay"
    stands_for = status if rule is None else _status_of(rule, status)
    return retry_of_category(category_of(rule, status), stands_for)


def _status_of(rule: ErrorRule, answered: int) -> int:
    """The only status; that of the answer where the rule is for several or a range."""
    own = _only_status_of(rule)
    return answered if own is None else own


@lru_cache(maxsize=1000)
def _only_status_of(rule: ErrorRule) -> int | None:
    only = len(rule.statuses) == 1 and rule.statuses[0].isdecimal()
    return int(rule.statuses[0]) if only else None
