"""A code as it is kept."""

from .contract import ParserContract
from .text import cut

# More than a code that a program could know of has.
_MAX_CODE = 2000


def kept_code(contract: ParserContract, code: str) -> str:
    """Whole where the contract lists it, else its start, which is printed and sent on."""
    return code if code in contract.errors else cut(code, _MAX_CODE)
