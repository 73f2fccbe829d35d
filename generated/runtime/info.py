# Copied by openapi-errors from its runtime. Do not edit.
"""What a contract says about a code, for people."""

from collections.abc import Sequence
from dataclasses import dataclass

from .category import Category, Retry


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorInfo:
    """What the contract says about a code."""

    title: str
    meaning: str
    # "402", "4XX" or "default".
    statuses: Sequence[str]
    # None: by the status of the answer.
    category: Category | None
    # None: by the status of the answer.
    retry: Retry | None
    # The heading under which the API's own docs list the code.
    group: str | None = None
    # The situations that give this error.
    causes: Sequence[str] = ()
    resolution: str | None = None
    # The page of the code.
    docs: str | None = None
    # Whether the code is on its way out.
    deprecated: bool = False
    # The version that brought the code.
    since: str | None = None
    # The code that takes over.
    replaced_by: str | None = None
