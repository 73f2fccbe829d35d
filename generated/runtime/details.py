# Copied by openapi-errors from its runtime. Do not edit.
"""What a body says beyond code, message and request id."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from .conform import NONE, Check, check_of, conform_partly, partial_checks_of
from .contract import Envelope, ErrorRule, ParserContract
from .error import Deviation
from .pointer import MISSING, is_array, is_object, tokens_of, value_at

# How deep details may be nested; what is deeper could not be printed or copied safely.
_MAX_DEPTH = 64

# JSON that holds no further values.
_LEAVES: Final = frozenset((str, int, float, bool, type(None)))


def details_in(body: object, envelope: Envelope) -> object:
    """The details in a body, without members that hold code, message or request id."""
    if envelope.details is None:
        return MISSING
    details = value_at(body, envelope.details)
    if not is_object(details):
        return MISSING if details is None else details
    taken = _taken(envelope)
    if not taken:
        return details
    rest = {name: each for name, each in details.items() if name not in taken}
    return rest or MISSING


@lru_cache(maxsize=1000)
def _taken(envelope: Envelope) -> tuple[str, ...]:
    """The members of the details that hold code, message or request id."""
    details = envelope.details or ""
    pointers = (envelope.code, envelope.message, envelope.request_id)
    inside = [each for each in pointers if each and each.startswith(f"{details}/")]
    paths = [tokens_of(pointer[len(details) :]) for pointer in inside]
    # Of a list, only an item holds it.
    return tuple(path[0] for path in paths if "*" not in path and "{}" not in path)


def check_details(
    details: object, rule: ErrorRule, at: str, deviations: list[Deviation]
) -> object:
    """Details as the contract declares them; None where they are not.

    An optional member of another type is left out, and a required one makes them None.
    Each departure is added to `deviations`.
    """
    if rule.details is None or (details is MISSING and rule.details_optional):
        return None
    check = _check_of_rule(rule)
    checked = check(details, at, deviations) if check else None
    return None if checked is NONE else checked


@lru_cache(maxsize=1000)
def _check_of_rule(rule: ErrorRule) -> Check | None:
    return None if rule.details is None else check_of(rule.details)


def open_details(
    details: object, contract: ParserContract, keys: Sequence[str]
) -> object:
    """The details of an error whose code is not listed.

    What of them the status-only error of its status declares, else any other; as they
    came where none declares any. `keys` are those of the status, the most precise first.
    """
    errors = contract.errors
    rules = [errors[name] for key in keys if (name := f"http_{key}") in errors]
    mine = [rule for rule in rules if rule.details is not None]
    declaring = mine[:1] or contract.open_rules
    if not declaring or details is MISSING:
        return details
    checks = [check for rule in declaring for check in _partial_checks_of_rule(rule)]
    checked = conform_partly(details, checks)
    return None if checked is NONE else checked


@lru_cache(maxsize=1000)
def _partial_checks_of_rule(rule: ErrorRule) -> Sequence[Check]:
    return () if rule.details is None else partial_checks_of(rule.details)


def check_type(
    value: object, types: Sequence[str], at: str, deviations: list[Deviation]
) -> None:
    """Adds a deviation where a value is of none of these types."""
    check_of({"type": types})(value, at, deviations)


def _holds_leaves(value: dict[str, object]) -> bool:
    """Whether an object holds no further values, as most details are."""
    for member in value.values():
        if type(member) not in _LEAVES:
            return False
    return True


def is_shallow_json(value: object) -> bool:
    """Whether a value can be printed and copied: JSON, and not nested too deeply.

    A loop, since the value may be deeper than the stack; level by level, each value
    once, since it may refer to itself.
    """
    if is_object(value) and _holds_leaves(value):
        return True
    level = [value]
    depth = 0
    while level:
        if depth > _MAX_DEPTH:
            return False
        below: dict[int, object] = {}
        for item in level:
            if is_object(item):
                held: Iterable[object] = item.values()
            elif is_array(item):
                held = item
            elif item is None or isinstance(item, (str, int, float)):
                continue
            else:
                return False
            for member in held:
                # Leaves need no look of their own, unless they are too deep.
                if type(member) not in _LEAVES or depth == _MAX_DEPTH:
                    below[id(member)] = member
        level = list(below.values())
        depth += 1
    return True
