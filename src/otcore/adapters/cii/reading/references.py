"""The documents that a CII document refers to or carries."""

from typing import Any

from otcore.adapters.cii.names import OBJECT, PROJECT_NAME, SUPPORTING, TENDER
from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.xml import base64_of
from otcore.adapters.xml.records import each
from otcore.invoicing.references import PrecedingInvoice, SupportingDocument
from otcore.values.party import Identifier

_NUMBER = "ram:IssuerAssignedID"
_TYPE = "ram:TypeCode"


def read_references(agreement: CiiCursor) -> dict[str, Any]:
    """What was agreed before, and what goes along."""
    return agreement.record(
        dict,
        buyer_reference=lambda: agreement.words("ram:BuyerReference"),
        sales_order=lambda: number_of(agreement, "ram:SellerOrderReferencedDocument"),
        order_reference=lambda: number_of(agreement, "ram:BuyerOrderReferencedDocument"),
        contract=lambda: number_of(agreement, "ram:ContractReferencedDocument"),
        tender=lambda: _tender(agreement),
        object=lambda: read_object(agreement),
        attachments=lambda: each(_of_type(agreement, SUPPORTING), _supporting),
        project=lambda: _project(agreement.child("ram:SpecifiedProcuringProject")),
    )


def number_of(cursor: CiiCursor, path: str) -> str:
    """The number of a document that is referred to; "" when there is none."""
    return cursor.words(f"{path}/{_NUMBER}")


def read_object(cursor: CiiCursor) -> Identifier | None:
    """The first object that is billed for, with its scheme (BT-18, BT-128)."""
    found = _of_type(cursor, OBJECT)
    return _object(found[0]) if found else None


def read_preceding(settlement: CiiCursor) -> tuple[PrecedingInvoice, ...]:
    """The invoices that this one credits, corrects or follows (BG-3)."""
    return each(settlement.children("ram:InvoiceReferencedDocument"), _preceding)


def _object(item: CiiCursor) -> Identifier:
    item.text(_TYPE)
    scheme = "ram:ReferenceTypeCode"
    return item.record(Identifier, value=lambda: item.required(_NUMBER), scheme=lambda: item.words(scheme))


def _preceding(item: CiiCursor) -> PrecedingInvoice:
    issued = "ram:FormattedIssueDateTime/qdt:DateTimeString"
    return item.record(PrecedingInvoice, number=lambda: item.required(_NUMBER), issued=lambda: item.day(issued))


def _of_type(cursor: CiiCursor, type_code: str) -> tuple[CiiCursor, ...]:
    found = cursor.children("ram:AdditionalReferencedDocument")
    return tuple([item for item in found if item.peek(_TYPE) == type_code])


def _tender(agreement: CiiCursor) -> str:
    """The tender or lot (BT-17)."""
    found = _of_type(agreement, TENDER)
    if not found:
        return ""
    found[0].text(_TYPE)
    return found[0].words(_NUMBER)


def _project(project: CiiCursor | None) -> str:
    """Its number (BT-11); a name of it stays unread, unless it is the one that stands where there is none."""
    if project is None:
        return ""
    if project.peek("ram:Name") == PROJECT_NAME:
        project.text("ram:Name")
    return project.words("ram:ID")


def _supporting(item: CiiCursor) -> SupportingDocument:
    """A supporting document (BG-24). Its content is Base64, without the blanks that may stand in it."""
    item.text(_TYPE)
    content = item.child("ram:AttachmentBinaryObject")
    return item.record(
        SupportingDocument,
        id=lambda: item.words(_NUMBER),
        description=lambda: item.prose("ram:Name"),
        location=lambda: item.prose("ram:URIID"),
        content=lambda: item.value("ram:AttachmentBinaryObject", base64_of) or "",
        media_type=lambda: content.attribute("mimeCode") if content else "",
        file_name=lambda: content.attribute("filename") if content else "",
    )
