# Copied by openapi-errors from its runtime. Do not edit.
"""What no log should hold."""

import re

_SECRET = re.compile(
    r"(?:passw(?:or)?ds?|passphrases?|passcodes?|pwd|secrets?|token|jwt|authorization"
    r"|cookie2?|credentials?|session[-_]?id|otp|cv[cv]2?"
    r"|(?:api|private|secret|access|signing|encryption)[-_]?keys?)\Z",
    re.IGNORECASE | re.ASCII,
)


def is_secret(name: str) -> bool:
    """Whether a member or a header of this name is a secret: `access_token`, `X-Api-Key`."""
    return _SECRET.search(name) is not None
