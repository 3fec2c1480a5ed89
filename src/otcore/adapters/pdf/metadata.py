"""The metadata of a PDF that typst made: read, and replaced by an update at its end (ISO 32000-1, 7.5.6).

An update leaves what is there as it is: the pages, the tags and the attachment are those that typst vouches for.
"""

import re

_PACKET = b"<?xpacket begin="
_PACKET_END = re.compile(rb"<\?xpacket end=[^>]*\?>")
_OBJECT = re.compile(rb"(\d+) 0 obj\s")
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*", re.DOTALL)


def metadata_of(pdf: bytes) -> bytes:
    """The XMP packet of the document: the last one in the file, for those of its parts come before."""
    start = pdf.rindex(_PACKET)
    end = _PACKET_END.search(pdf, start)
    assert end is not None  # typst ends what it begins
    return pdf[start : end.end()]


def with_metadata(pdf: bytes, packet: bytes) -> bytes:
    """The same PDF with another packet in the place of the document's."""
    trailer = _TRAILER.fullmatch(pdf, pdf.rindex(b"trailer"))
    assert trailer is not None  # typst writes a plain cross-reference table
    entries, previous = trailer.groups()
    number = _OBJECT.findall(pdf, 0, pdf.rindex(_PACKET))[-1]
    stream = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(packet), packet)
    start = len(pdf) + 1
    changed = b"\n%b 0 obj\n%b\nendobj\n" % (number, stream)
    table = b"xref\n0 1\n0000000000 65535 f\r\n%b 1\n%010d 00000 n\r\n" % (number, start)
    end = b"trailer\n<<%b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (entries, previous, len(pdf) + len(changed))
    return b"".join((pdf, changed, table, end))
