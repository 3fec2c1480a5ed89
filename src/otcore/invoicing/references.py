"""What an invoice refers to, and what is attached to it (EN 16931 BG-1, BG-3, BG-14, BG-24)."""

from datetime import date

from attrs import frozen


@frozen
class PrecedingInvoice:
    """The invoice that this document credits, corrects or follows (BG-3): its number and its day of issue."""

    number: str
    issued: date | None = None


@frozen
class InvoicePeriod:
    """The days that a document or a line bills (BG-14, BG-26); either end may be open."""

    start: date | None = None
    end: date | None = None


@frozen
class SubjectNote:
    """A note (BT-22) with the code of what it is about by UNCL 4451 (BT-21), "" when that is not said."""

    text: str
    subject: str = ""


@frozen(kw_only=True)
class SupportingDocument:
    """A document that goes along (BG-24): its reference (BT-122), what it is (BT-123), where it is (BT-124), or its
    `content` in Base64 with media type and file name (BT-125).
    """

    id: str
    description: str = ""
    location: str = ""
    content: str = ""
    media_type: str = ""
    file_name: str = ""
