# Copied by openapi-errors from its runtime. Do not edit.
"""The envelope that a body came in."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from .coded_item import code_in
from .contract import Envelope, ParserContract
from .fields import read_fields
from .pointer import MISSING, is_array, is_number, is_object, members, value_at
from .text import SPACE, double, has_words

_CHALLENGE = re.compile(r"^[A-Za-z][A-Za-z0-9-]*[ \t]+[A-Za-z_]+=")
_ERROR_OF_CHALLENGE = re.compile(r"[ \t,]error=\"?([^ \t\",]+)")

# The envelope of a body, with what was read to choose it: the code, and the literals
# that the body departs from, by pointer.
Choice: TypeAlias = tuple[Envelope | None, str | None, Sequence[tuple[str, object]]]

_PLAIN: Final = (str, bool, type(None))


def code_in_header(
    headers: Mapping[str, str], envelope: Envelope, errors: Mapping[str, object]
) -> str | None:
    """The code that a header states.

    As it is or, where the contract lists only that, without what stands around it:
    `com.acme#NotFound:http://acme.example/`, as services of AWS write it. Of a
    challenge, its error: `Bearer realm="x", error="invalid_token"` in
    `WWW-Authenticate` (RFC 6750, section 3), which need not say any.
    """
    if envelope.code_header is None:
        return None
    text = headers.get(envelope.code_header.lower(), "").strip(SPACE)
    if not _CHALLENGE.match(text):
        return _bare_code(text, errors) or None
    said = _ERROR_OF_CHALLENGE.search(text)
    return said[1] if said else None


def listed_code(code: str, errors: Mapping[str, object]) -> str:
    """The code that a body states as listed.

    With a `#` in it, a name may stand there with that of its service.
    """
    return _bare_code(code, errors) if "#" in code else code


def is_text_of_one(
    code: str | None, envelope: Envelope | None, contract: ParserContract
) -> bool:
    """`{"error": "NOT_FOUND"}` and `{"error": "No such cart"}`.

    Where an envelope has one place for both, and no code of the API has words in it,
    what has is the text.
    """
    if code is None or envelope is None or envelope.message is not None:
        return False
    return has_words(code) and not contract.has_words


def _bare_code(text: str, errors: Mapping[str, object]) -> str:
    bare = text.partition(":")[0].rpartition("#")[2]
    return bare if text not in errors and bare in errors else text


def fields_value(body: object, pointer: str | None, envelope: Envelope) -> object:
    """What a body says in the place of its field errors.

    Where that is the whole body, without what else has its place.
    """
    value = MISSING if pointer is None else value_at(body, pointer)
    if not is_object(value):
        return value
    taken = (envelope.code, envelope.message, envelope.request_id, envelope.delay)
    return dict(each for each in members(value) if f"{pointer}/{each[0]}" not in taken)


def _broken_literals(body: object, envelope: Envelope) -> list[tuple[str, object]]:
    """The literals of an envelope that a body departs from."""
    broken: list[tuple[str, object]] = []
    for pointer, literal in envelope.literals.items():
        value = value_at(body, pointer)
        # Most are true or false.
        if value is not literal and not same(value, literal):
            broken.append((pointer, literal))
    return broken


def same(value: object, literal: object) -> bool:
    """Whether two plain values are the same in JSON: in Python, `True == 1`."""
    if type(value) is type(literal) and isinstance(value, _PLAIN):
        return value == literal
    if is_number(value) and is_number(literal):
        return double(value) == double(literal)
    return False


def choose_envelope(
    body: object,
    envelopes: Sequence[Envelope],
    says_nothing: Callable[[str], bool],
) -> Choice:
    """The envelope that a body came in.

    The first that fits wholly, else the first that holds its code (or, where the
    envelope has none, its text or field errors) but not its literals, else the first
    that holds at least a message, else the first whose code may be left out, or whose
    field errors do not tell of any field. A code that says nothing counts only where no
    envelope holds another.
    """
    if not is_object(body) and not is_array(body):
        # A text or a number may be the code itself.
        itself = next((each for each in envelopes if each.code == ""), None)
        said = code_in(body, itself) if itself else None
        if said is None or says_nothing(said):
            return None, None, ()
        return itself, said, ()
    named: Choice | None = None
    whole: Choice | None = None
    for envelope in envelopes:
        code = code_in(body, envelope)
        if code is None and not _names(body, envelope):
            continue
        broken = _broken_literals(body, envelope)
        choice = (envelope, code, broken)
        named = named or choice
        if broken:
            continue
        whole = whole or choice
        if not says_nothing(code or ""):
            return choice
    best = whole or named
    if best:
        return best
    rest = (envelope for envelope in envelopes if _has_message(body, envelope))
    open_ = (envelope for envelope in envelopes if _may_lack_all(body, envelope))
    other = next(rest, None) or next(open_, None)
    # Of neither kind is one that states a code.
    return other, None, _broken_literals(body, other) if other else ()


def _names(body: object, envelope: Envelope) -> bool:
    """Whether the body holds what tells one error of this envelope from another.

    Beside its code: an envelope that has one is told by that alone.
    """
    if envelope.code is not None:
        return False
    if read_fields(fields_value(body, envelope.fields, envelope)):
        return True
    return _has_message(body, envelope)


def _has_message(body: object, envelope: Envelope) -> bool:
    message = MISSING if envelope.message is None else value_at(body, envelope.message)
    first = message[0] if is_array(message) and message else message
    return isinstance(first, str)


def _may_lack_all(body: object, envelope: Envelope) -> bool:
    """Whether what a body holds may be all that it says in this envelope.

    Of problem details, every member is optional, what an error would stand in may be
    null, and a list that the texts stand in may be empty.
    """
    if envelope.code is not None:
        around = value_at(body, envelope.code.rpartition("/")[0])
        may_lack = envelope.code_optional and envelope.code != ""
        return may_lack and (around is None or is_object(around))
    value = value_at(body, envelope.fields) if envelope.fields else MISSING
    if (is_object(value) or is_array(value)) and len(value) > 0:
        return True
    around, star, _ = (envelope.message or "").partition("/*")
    texts = value_at(body, around) if star else MISSING
    return is_array(texts) and len(texts) == 0
