# Copied by openapi-errors from its runtime. Do not edit.
"""What a rule says of its error, or leaves to its status."""

from .category import Category, Retry, category_of_status, retry_of_category
from .contract import ErrorRule


def category_of(rule: ErrorRule, answered: int) -> Category:
    """The category of a rule: its own, else that of the status it stands for."""
    return rule.category or category_of_status(_status_of(rule, answered))


def retry_of(rule: ErrorRule, answered: int) -> Retry:
    """The retry class of a rule: its own, else that of its category."""
    status = _status_of(rule, answered)
    return rule.retry or retry_of_category(category_of(rule, answered), status)


def _status_of(rule: ErrorRule, answered: int) -> int:
    """The only status; that of the answer where the rule is for several or a range."""
    key = rule.statuses[0]
    return int(key) if len(rule.statuses) == 1 and key.isdecimal() else answered
