"""Bytes to text, strictly as XML 1.0 says (4.3.3 and appendix F): what the file declares must be what it is."""

import re

from otcore.adapters.xml.place import place
from otcore.values import Invalid

# How a file may begin. UTF-32 shares its first bytes with UTF-16, so it is looked for first, to be refused.
_BEGINNINGS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
# The encodings that bank files and business documents come in; no other, since exotic ones hide markup from checks.
_SINGLE_BYTES = {
    "": "utf-8",
    "utf-8": "utf-8",
    "us-ascii": "ascii",
    "iso-8859-1": "iso-8859-1",
    "iso-8859-15": "iso-8859-15",
    "windows-1252": "cp1252",
}
_ALLOWED = {
    "utf-8": ("", "utf-8"),
    "utf-16-le": ("", "utf-16", "utf-16le"),
    "utf-16-be": ("", "utf-16", "utf-16be"),
    "utf-32": (),
}
_DECLARATION = re.compile(r"""<\?xml\s[^>]{0,100}?encoding\s{0,10}=\s{0,10}["']([^"'>]{0,40})["']""")
_DECLARATION_BYTES = 400
_BYTE_ORDER_MARK = "\ufeff"
_PDF = b"%PDF-"


def decoded(data: bytes, source: str = "") -> str:
    """The text of an XML file, without its byte order mark.

    Raises `Invalid` XML_ENCODING when the encoding is not one of UTF-8, UTF-16, US-ASCII, ISO-8859-1, ISO-8859-15,
    windows-1252; when the file declares another than it has; and for the first byte that the encoding does not know.
    A PDF is told as such: people hand one in for the invoice that is inside it.
    """
    if data.startswith(_PDF):
        message = "this is a PDF: an invoice inside it (factur-x.xml) is one of its attachments, save that"
        raise Invalid.one("XML_ENCODING", message, place(source, 1))
    codec = _codec(data, source)
    try:
        return data.decode(codec).removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise _undecodable(data, codec, error.start, source) from None


def _codec(data: bytes, source: str) -> str:
    seen = next((codec for beginning, codec in _BEGINNINGS if data.startswith(beginning)), "")
    start = data[:_DECLARATION_BYTES].decode(seen or "iso-8859-1", "replace").removeprefix(_BYTE_ORDER_MARK)
    declaration = _DECLARATION.match(start)
    declared = declaration[1] if declaration else ""
    if seen and declared.lower() in _ALLOWED[seen]:
        return seen
    if not seen and declared.lower() in _SINGLE_BYTES:
        return _SINGLE_BYTES[declared.lower()]
    raise _unfit(declared, seen, source)


def _unfit(declared: str, seen: str, source: str) -> Invalid:
    facts = {"declared": ascii(declared)[1:-1], "seen": seen.upper()}
    if declared and seen:
        message = f"the file says that it is {facts['declared']} but begins as {facts['seen']}"
    else:
        message = f"{facts['declared'] or facts['seen']} is not how the file is encoded, or an encoding not accepted"
    return Invalid.one("XML_ENCODING", message, place(source, 1), **facts)


def _undecodable(data: bytes, codec: str, start: int, source: str) -> Invalid:
    before = data[:start].decode(codec, "replace").removeprefix(_BYTE_ORDER_MARK)
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Invalid.one(
        "XML_ENCODING",
        f"byte 0x{data[start]:02X} in line {line}, column {column} is not {codec.upper()}",
        place(source, line, column),
        encoding=codec.upper(),
    )
