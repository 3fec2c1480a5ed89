"""Bytes to text: UTF-8 only, of a bounded size."""

import codecs

from otcore.schemas.limits import DOCUMENT_BYTES
from otcore.values.faults import Invalid

_MARKS = ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))
_HEAD = 4


def decoded(data: bytes) -> str:
    """The text of a document in UTF-8; a byte order mark at its beginning is dropped.

    Raises `Invalid` DOCUMENT_TOO_LARGE, DOCUMENT_EMPTY, ENCODING_NOT_UTF8 with the line of the first wrong byte.
    """
    if len(data) > DOCUMENT_BYTES:
        message = f"{len(data)} bytes are more than the {DOCUMENT_BYTES} that a document may have"
        raise Invalid.one("DOCUMENT_TOO_LARGE", message, limit=DOCUMENT_BYTES)
    guess = _guess(data)
    if guess:
        raise Invalid.one("ENCODING_NOT_UTF8", f"this looks like {guess}: save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start) from None
    if not text or text.isspace():
        raise Invalid.one("DOCUMENT_EMPTY", "there is nothing in it")
    return text


def _guess(data: bytes) -> str:
    """The encoding that the first bytes show when it is not UTF-8: text in UTF-8 has no zero bytes."""
    marked = [name for mark, name in _MARKS if data.startswith(mark)]
    if marked:
        return marked[0]
    return "UTF-16 or UTF-32" if b"\0" in data[:_HEAD] else ""


def _not_utf8(data: bytes, start: int) -> Invalid:
    line = data.count(b"\n", 0, start) + 1
    message = f"byte 0x{data[start]:02x} is not UTF-8: save the file as UTF-8"
    return Invalid.one("ENCODING_NOT_UTF8", message, f"line {line}", line=line)
