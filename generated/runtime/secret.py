# Copied by openapi-errors from its runtime. Do not edit.
"""What no log should hold."""

import re
from functools import lru_cache

from .field_names import PATHS, plain_name
from .pointer import is_array, members

_WORDS = (
    "passw(?:or)?ds?|passphrases?|passcodes?|pwd|secrets?|token|jwt|bearer"
    "|authorization|cookie2?|credentials?",
    "sess(?:ion)?[-_]?id|otp|cv[cv]2?",
    "(?:api|private|secret|access|signing|encryption)[-_]?keys?",
    # Many tokens of no kind are what a language model counts.
    "(?:access|refresh|auth|api|bearer|device|csrf|xsrf|security)[-_]?tokens",
    "(?:recovery|backup|verification|one[-_]?time|auth(?:orization)?)[-_]?codes?",
)
# What may follow: `password_confirmation`, `tokenValue`, `password1`.
_SUFFIXES = (
    r"confirm(?:ation)?|repeat(?:ed)?|again|hash(?:ed)?|digest|value|text|plain"
    r"|header|pem|\d"
)
_SECRET = re.compile(
    rf"(?:{'|'.join(_WORDS)})(?:[-_]?(?:{_SUFFIXES})){{0,9}}\Z",
    re.IGNORECASE | re.ASCII,
)

# What holds the value in an object that names a field or a header.
_VALUES = re.compile(
    r"(?:values?|input|received|given|actual|got|provided|submitted"
    r"|data|content)\Z",
    re.IGNORECASE | re.ASCII,
)

# How much of an object is looked at for a name, and how much of a name.
_MAX_MEMBERS = 100
_MAX_NAME = 200


def is_secret(name: str) -> bool:
    """Whether a member or a header of this name is a secret: `access_token`, `X-Api-Key`."""
    # Long ones are not worth remembering: they come from answers alone.
    return _is_known(name) if len(name) <= _MAX_NAME else bool(_SECRET.search(name))


@lru_cache(maxsize=1000)
def _is_known(name: str) -> bool:
    return _SECRET.search(name) is not None


def is_secret_in(holder: dict[str, object], name: str) -> bool:
    """Whether a member is secret by its own name, or as the value of what is named.

    As in `{"field": "pwd", "value": ...}`.
    """
    return is_secret(name) or (
        _VALUES.search(name) is not None and _names_secret(holder)
    )


def _names_secret(item: dict[str, object]) -> bool:
    names = members(item)[:_MAX_MEMBERS]
    paths = (named for key, named in names if plain_name(key) in PATHS)
    return any(is_secret(step) for named in paths for step in _steps_of(named))


def _steps_of(named: object) -> list[str]:
    steps = named[:_MAX_MEMBERS] if is_array(named) else [named]
    return [
        part
        for step in steps
        if isinstance(step, str)
        for part in re.split(r"[./\[\]\"']", step[:_MAX_NAME])
    ]
