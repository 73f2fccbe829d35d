# Copied by openapi-errors from its runtime. Do not edit.
"""What no log should hold."""

import re

_SECRET = re.compile(
    r"(?:passw(?:or)?d|passphrase|secret|token|authorization|cookie2?|credentials?"
    r"|(?:api|private)[-_]?key)\Z",
    re.IGNORECASE | re.ASCII,
)


def is_secret(name: str) -> bool:
    """Whether a member or a header of this name is a secret: `access_token`, `X-Api-Key`."""
    return _SECRET.search(name) is not None
