# Copied by openapi-errors from its runtime. Do not edit.
"""A class of codes."""

from collections.abc import Iterator


class Codes(type):
    """Lets the constants of a class be looped over, and looked for.

    An enum's members are no literals: comparing with one would narrow nothing.
    """

    def __iter__(cls) -> Iterator[str]:
        return (code for name, code in vars(cls).items() if not name.startswith("_"))

    def __contains__(cls, code: object) -> bool:
        return any(code == each for each in cls)

    def __len__(cls) -> int:
        return sum(1 for _ in cls)
