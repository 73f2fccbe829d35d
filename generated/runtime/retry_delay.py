# Copied by openapi-errors from its runtime. Do not edit.
"""Whether and when to send a request again."""

import math
from collections.abc import Callable

from .api_error import ApiError
from .category import Retry
from .contract import ParserContract
from .retry_budget import RetryBudget
from .rule import retry_of_answer

_IDEMPOTENT_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE")


# Seconds that no cap is above, and that milliseconds can still be counted of.
_LONGEST = 1e12


def delay_before_retry(
    contract: ParserContract,
    error: ApiError,
    *,
    attempt: int,
    method: str | None,
    idempotent: bool | None,
    budget: RetryBudget | None,
    random: Callable[[], float],
) -> float | None:
    """Seconds to wait before the next attempt, which a budget may have to give.

    None: do not retry.
    """
    delay = _delay_of(contract, error, attempt, method, idempotent, random)
    if delay is None or budget is None or budget.spend():
        return delay
    return None


def _delay_of(
    contract: ParserContract,
    error: ApiError,
    attempt: int,
    method: str | None,
    idempotent: bool | None,
    random: Callable[[], float],
) -> float | None:
    """Seconds to wait before the next attempt; None: do not retry.

    An error that asks for a delay was refused before any work, so any method may retry
    it. Another is retried only where that is idempotent, after a random part of a pause
    that doubles each time ("full jitter"). A delay that the server states is kept, and
    up to a tenth of it added, so that not all clients come back at once. A server that
    asks for more than the cap is not asked again.
    """
    policy = contract.retry_policy
    if idempotent is None:
        known = _method(contract, error) if method is None else method
        idempotent = (known or "").upper() in _IDEMPOTENT_METHODS
    retry = _retry_class(contract, error)
    if retry == "never" or (retry == "backoff" and not idempotent):
        return None
    if not 1 <= attempt < policy.attempts:
        return None
    if error.retry_after is not None:
        if error.retry_after > policy.cap:
            return None
        added = math.floor(random() * error.retry_after * 100)
        return (math.ceil(error.retry_after * 1000) + added) / 1000
    # Far above any cap, and still a number.
    doublings = min(attempt - 1, 1000)
    return random() * min(policy.cap, policy.base * 2.0**doublings, _LONGEST)


def _method(contract: ParserContract, error: ApiError) -> str | None:
    """The method of a request that was not given: as request or operation has it."""
    if error.request is not None and error.request.method is not None:
        return error.request.method
    return contract.methods.get(error.operation or "")


def _retry_class(contract: ParserContract, error: ApiError) -> Retry:
    rule = contract.errors.get(error.closest or "")
    return retry_of_answer(rule, error.status, error.category)
