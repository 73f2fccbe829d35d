# Copied by openapi-errors from its runtime. Do not edit.
"""What an answer says to people."""

from collections.abc import Sequence

from .body import Body
from .contract import Envelope
from .error import FieldError
from .fields import joined
from .pointer import is_array, is_object, value_at
from .status_code import repeats_status
from .text import number_text, printable

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
)
# The same in the first item of a list.
_IN_LISTS = tuple(
    f"{items}/*/{name}"
    for items in ("/errors", "/detail", "/details", "/error/errors")
    for name in ("message", "msg", "detail", "description", "title")
)


def message_in(
    body: Body, envelope: Envelope | None, fields: Sequence[FieldError], status: int
) -> str:
    """The envelope's message, a plain text body, the usual places, else the status.

    Before the status comes the first field error. A text from a list of field errors
    says which field it is about.
    """
    own = envelope or Envelope()
    of_field = [_text_of(fields[0])] if fields else []
    of_envelope = [] if own.message is None else [_text_at(body, own.message)]
    # A body that is itself the map of its fields may call one of them so.
    usual = [] if own.fields == "" else [_text_at(body, each) for each in _USUAL]
    last = [_text_at(body, each) for each in _IN_LISTS]
    first = of_field if _is_of_field(own) and of_field else of_envelope
    # The reason phrase, as beside a list of what is wrong, says less than anything else.
    telling = [each for each in usual if each and not repeats_status(each, status)]
    for text in (body.text, *first, *telling, *of_field, *last, *usual):
        if text is not None and text != "":
            return printable(text)
    return f"HTTP {number_text(status)}"


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


def _text_at(body: Body, pointer: str) -> str | None:
    """A text, the first of a list of texts, or the `value` beside a `lang`."""
    value = value_at(body.value, pointer)
    for each in value if is_array(value) else (value,):
        text = each.get("value") if is_object(each) else each
        if isinstance(text, str) and text != "":
            return text
    return None
