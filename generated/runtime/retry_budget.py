# Copied by openapi-errors from its runtime. Do not edit.
"""How many further attempts a client may still make."""

from threading import Lock
from typing import Final

# Ten tenths are one, though not in floating point.
_TOLERANCE: Final = 1e-9


class RetryBudget:
    """A budget of further attempts, for the requests that share it, in any thread.

    It begins full, so that single calls get all their attempts; where a server fails for
    long, what is left is soon gone, and each request is then sent once. However the server
    fails, all attempts together are at most 1.1 times the requests, and `tokens` more.

    `tokens` is how many further attempts there are at most, and to begin with. `refund` is
    what a request that was answered well gives back.
    """

    def __init__(self, *, tokens: float = 50, refund: float = 0.1) -> None:
        self._tokens = tokens
        self._refund = refund
        self._left = tokens
        self._lock = Lock()

    @property
    def left(self) -> float:
        """How many further attempts are left. A part of one is none."""
        return self._left

    def spend(self) -> bool:
        """Takes one further attempt out; False where there is none."""
        with self._lock:
            if not self._left + _TOLERANCE >= 1:
                return False
            self._left = max(0, self._left - 1)
            return True

    def refund(self) -> None:
        """To be called for each request that was answered well: gives a part back."""
        with self._lock:
            self._left = min(self._tokens, self._left + self._refund)
