"""What an answer says to people."""

from collections.abc import Sequence

from .body import Body
from .contract import Envelope
from .error import FieldError
from .fields import joined
from .pointer import MISSING, is_array, is_object, member_at, value_at
from .status_code import repeats_status
from .text import SPACE, number_text, printable

# Where bodies of no declared envelope most often hold a text for people.
_USUAL = (
    "/message",
    "/detail",
    "/error/message",
    "/error_description",
    "/errorMessage",
    "/error_message",
    "/msg",
    "/error/msg",
    "/error/detail",
    "/error/description",
    "/data/message",
    "/faultstring",
    "/fault/faultstring",
    "/Message",
    "/description",
    "/errmsg",
    "/error",
    "/errors",
    "/title",
    "/reason",
)
_NO_ENVELOPE = Envelope()

# Lists of which the first item may be one or hold one, and how it calls it: the body may
# be such a list itself.
_IN_LISTS = ("/errors/*", "/detail/*", "/details/*", "/error/errors/*", "/*")
_NAMES_IN_LISTS = ("message", "msg", "detail", "description", "title", "diagnostics")


def message_in(
    read: Body, envelope: Envelope | None, fields: Sequence[FieldError], status: int
) -> str:
    """The envelope's message, a plain text body, the usual places, else the status.

    Before the status comes the first field error. A text from a list of field errors
    says which field it is about.
    """
    text = _telling(read, envelope or _NO_ENVELOPE, fields, status)
    return printable(text or f"HTTP {number_text(status)}")


def _telling(
    read: Body, envelope: Envelope, fields: Sequence[FieldError], status: int
) -> str | None:
    body, first = read
    of_field = _text_of(fields[0]) if fields else None
    if not first and of_field is not None and _is_of_field(envelope):
        first = of_field
    elif not first and envelope.message is not None:
        first = _text_in(value_at(body, envelope.message))
    if first or not (is_object(body) or is_array(body)):
        return first or of_field
    # A body that is itself the map of its fields may call one of them so.
    places = () if envelope.fields == "" else _USUAL
    usual: list[str] = []
    for pointer in places:
        text = _text_in(value_at(body, pointer))
        # The reason phrase, as beside a list of what is wrong, says less than anything else.
        if text and not repeats_status(text, status):
            return text
        usual += [text] if text else []
    return of_field or _of_lists(body, envelope) or next(iter(usual), None)


def _of_lists(body: object, envelope: Envelope) -> str | None:
    """In such a list, or beside the code: that may stand in a list called otherwise."""
    holder = (envelope.code or "").rpartition("/")[0]
    for items in (*_IN_LISTS, holder):
        item = value_at(body, items)
        if isinstance(item, str) and item.strip(SPACE) and items.endswith("/*"):
            return item
        for name in _NAMES_IN_LISTS if item is not MISSING else ():
            text = _text_in(member_at(item, name))
            if text is not None:
                return text
    return None


def _is_of_field(envelope: Envelope) -> bool:
    """Whether the message is that of an item of the field errors.

    And not of the error whose code stands beside it.
    """
    if envelope.fields is None or envelope.message is None:
        return False
    items = (f"{envelope.fields}/*/", f"{envelope.fields}/{{}}/")
    has_code = (envelope.code or "").startswith(items)
    return envelope.message.startswith(items) and not has_code


def _text_of(field: FieldError) -> str:
    where = joined(list(field.path))
    return f"{where}: {field.message}" if field.path else field.message


def _text_in(value: object) -> str | None:
    """A text, the first of a list of texts, or the `value` beside a `lang`."""
    if isinstance(value, str):
        # Of nothing but spaces, it says no more than one that is empty.
        return value if value.strip(SPACE) else None
    for each in value if is_array(value) else (value,):
        text = each.get("value") if is_object(each) else each
        if isinstance(text, str) and text.strip(SPACE):
            return text
    return None
