# Copied by openapi-errors from its runtime. Do not edit.
"""Bytes as text."""

import codecs

# Codecs by what Python calls them, and how the web decodes their names.
_AS_ON_THE_WEB = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "utf-16": "utf-16-le",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
}
_OTHERS = ("utf-8", "utf-16-", "iso8859-", "cp125", "cp874", "cp932", "cp949", "koi8-")
_MORE = ("mac-roman", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp")

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


def decode_text(raw: bytes, media_type: str | None) -> str:
    """Bytes as text: in the encoding of their byte order mark, else of the media type.

    Without either, or with one that the web does not know, in UTF-8.
    """
    marked = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), None)
    name = marked or _codec(_charset(media_type or ""))
    if name == "cp1252":
        return raw.decode("latin-1").translate(_WINDOWS)
    return raw.decode(name, "replace")


def _charset(media_type: str) -> str:
    """The charset that a media type names, in quotes or not."""
    for parameter in media_type.split(";")[1:]:
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "charset":
            return value.removeprefix('"').removesuffix('"')
    return "utf-8"


def _codec(label: str) -> str:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return "utf-8"
    name = _AS_ON_THE_WEB.get(name, name)
    return name if name.startswith(_OTHERS) or name in _MORE else "utf-8"


def _windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


# What the web reads as Latin 1 is the code page of Windows.
_WINDOWS = {byte: _windows(byte) for byte in range(0x80, 0xA0)}
