# Copied by openapi-errors from its runtime. Do not edit.
"""How the items of a list of field errors name their parts.

Names without case and joints; the first that holds something usable counts.
"""

import re
from typing import Final

_NAME = re.compile(r"[A-Za-z][A-Za-z_-]{0,23}")

# What names the field. A dot leads into an object, as in the `source` of JSON:API.
PATHS: Final = (
    "path",
    "loc",
    "location",
    "instancepath",
    "instancelocation",
    "datapath",
    "field",
    "fieldname",
    "fieldpath",
    "pointer",
    "jsonpointer",
    "jsonpath",
    "source.pointer",
    "source.parameter",
    "source.header",
    "target.name",
    "parameter",
    "parametername",
    "param",
    "paramname",
    "property",
    "propertypath",
    "propertyname",
    "propertyref",
    "attribute",
    "attributename",
    "attr",
    "argument",
    "argumentname",
    "expression",
    "element",
    "member",
    "target",
    "name",
    "key",
    "in",
)
# Of these, the ones that may hold it as a list of steps.
STEPS: Final = (
    "path",
    "loc",
    "location",
    "field",
    "fieldpath",
    "propertypath",
    "expression",
    "target",
)
# Of these, the ones that may as well name something else where the field is known.
WEAK: Final = (
    "location",
    "expression",
    "element",
    "target",
    "target.name",
    "member",
    "name",
    "key",
    "in",
)
# What names several fields, in a list, where nothing names one.
SEVERAL: Final = ("fields", "fieldnames", "membernames", "members")
# What says what is wrong with it; a code where there is no text for people.
TEXTS: Final = (
    "message",
    "msg",
    "errormessage",
    "defaultmessage",
    "detail",
    "description",
    "title",
    "helpmessage",
    "reason",
    "error",
    "errordescription",
    "errormsg",
    "text",
    "explanation",
    "diagnostics",
    "details.text",
    "details",
    "messages",
    "errormessages",
    "fullmessages",
    "errortext",
    "errordetail",
    "errors",
    "reasons",
    "restrictions",
    "constraints",
    "code",
    "errorcode",
    "issue",
    "type",
    "rule",
    "tag",
    "keyword",
)
# Of these, the ones that may hold several texts, in a list or a map.
LISTS: Final = (
    "message",
    "messages",
    "errormessages",
    "fullmessages",
    "msg",
    "error",
    "errors",
    "reasons",
    "restrictions",
    "constraints",
)
# Texts in an object that the name of a field leads to, and their lists.
MAPPED: Final = (
    "message",
    "msg",
    "errormessage",
    "defaultmessage",
    "error",
    "errors",
    "messages",
)
MAPPED_LISTS: Final = ("errors", "messages", "msg")
# Further items below an item, or around them.
NESTED: Final = (
    "children",
    "issues",
    "errors",
    "details",
    "violations",
    "fieldviolations",
    "causes",
    "nestederrors",
    "fielderrors",
    "validationerrors",
    "invalidparams",
)


def plain_name(name: str) -> str | None:
    """A name without case and joints; None for one that is none of the usual.

    `field_name` and `FieldName` are one.
    """
    if not _NAME.fullmatch(name):
        return None
    return name.replace("_", "").replace("-", "").lower()
