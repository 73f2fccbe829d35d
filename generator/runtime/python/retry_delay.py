"""Whether and when to send a request again."""

import math
from collections.abc import Callable
from typing import cast

from .api_error import ApiError, is_error_of
from .category import Retry
from .contract import ParserContract
from .retry_budget import RetryBudget
from .rule import retry_of_answer
from .transport_failure import is_transport_failure

_IDEMPOTENT_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE")


# Seconds that no cap is above, and that milliseconds can still be counted of.
_LONGEST = 1e12


def delay_before_retry(
    contract: ParserContract,
    error: BaseException,
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
    if idempotent is None:
        idempotent = _is_idempotent(contract, error, method)
    retry, retry_after = _asked(contract, error)
    delay = _delay_of(contract, retry, retry_after, attempt, idempotent, random)
    if delay is None or budget is None or budget.spend():
        return delay
    return None


def _delay_of(
    contract: ParserContract,
    retry: Retry,
    retry_after: float | None,
    attempt: int,
    idempotent: bool,
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
    if retry == "never" or (retry == "backoff" and not idempotent):
        return None
    if not 1 <= attempt < policy.attempts:
        return None
    if retry_after is not None:
        if retry_after > policy.cap:
            return None
        added = math.floor(random() * retry_after * 100)
        return (math.ceil(retry_after * 1000) + added) / 1000
    # Far above any cap, and still a number.
    doublings = min(attempt - 1, 1000)
    return random() * min(policy.cap, policy.base * 2.0**doublings, _LONGEST)


def _asked(
    contract: ParserContract, error: BaseException
) -> tuple[Retry, float | None]:
    """Whether to retry, and after how many seconds as the server says.

    Where no answer came, the pause is that of an error that may pass; anything else is
    a mistake, and never retried.
    """
    if is_error_of(contract, error, ()):
        answer = cast(ApiError, error)
        rule = contract.errors.get(answer.closest or "")
        return retry_of_answer(rule, answer.status, answer.category), answer.retry_after
    # What another API answered is no failure of transport, whatever it was raised from.
    is_answer = getattr(type(error), "openapi_errors", False)
    return "backoff" if not is_answer and is_transport_failure(error) else "never", None


def _is_idempotent(
    contract: ParserContract, error: BaseException, method: str | None
) -> bool:
    """By the method that was given, else as the request or the operation has it."""
    if method is None and is_error_of(contract, error, ()):
        answer = cast(ApiError, error)
        method = answer.request.method if answer.request is not None else None
        if method is None:
            method = contract.methods.get(answer.operation or "")
    return (method or "").upper() in _IDEMPOTENT_METHODS
