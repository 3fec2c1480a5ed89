"""What a bank file is, told by its content and not by its name."""

import re
from enum import StrEnum

_HEAD = 4_096
_XML_BEGINNINGS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<", b"<\x00", b"\x00<")
_OFX = re.compile(rb"OFXHEADER|<\?OFX|<OFX>", re.IGNORECASE)
_BAI2 = re.compile(rb"\s*01,[^,\r\n]*,[^,\r\n]*,[0-9]{6},")
_SWIFT = re.compile(rb"(?:^|[\r\n]):(?:20|25|28C?|60[FM]|61|62[FM]|86|NS):")


class StatementFormat(StrEnum):
    """The formats of bank files."""

    CAMT = "camt"
    MT940 = "mt940"
    BAI2 = "bai2"
    OFX = "ofx"
    CSV = "csv"


def format_of(data: bytes) -> StatementFormat | None:
    """The format that a file begins like; None for a CSV file, which looks like any other, and for anything else."""
    head = data[:_HEAD]
    if _OFX.search(head):
        return StatementFormat.OFX
    if head.lstrip().startswith(_XML_BEGINNINGS):
        return StatementFormat.CAMT
    if _BAI2.match(head.removeprefix(b"\xef\xbb\xbf")):
        return StatementFormat.BAI2
    return StatementFormat.MT940 if _SWIFT.search(head) else None
