"""What an invoice refers to (BT-11 to BT-18, BG-3) and what is attached to it (BG-24)."""

from typing import Any

from otcore.adapters.ubl.invoice_form import InvoiceForm
from otcore.adapters.ubl.invoice_writing.references import OBJECT_TYPE, PROJECT_TYPE
from otcore.adapters.ubl.party import read_identifier
from otcore.adapters.ubl.reading import UblCursor, each
from otcore.adapters.xml import base64_of
from otcore.invoicing.references import PrecedingInvoice, SupportingDocument
from otcore.invoicing.stating.document import NOT_KNOWN
from otcore.values.party import Identifier

_TYPE = "cbc:DocumentTypeCode"
_EMBEDDED = "cac:Attachment/cbc:EmbeddedDocumentBinaryObject"


def read_references(root: UblCursor, form: InvoiceForm) -> dict[str, Any]:
    """The fields that refer to other documents."""
    documents = root.children("cac:AdditionalDocumentReference")
    object_of = next((one for one in documents if one.peek(_TYPE) == OBJECT_TYPE), None)
    project = next((one for one in documents if form.credits and one.peek(_TYPE) == PROJECT_TYPE), None)
    taken = [one.element for one in (object_of, project) if one is not None]
    others = [one for one in documents if one.element not in taken]
    fields: dict[str, Any] = root.record(
        dict,
        order_reference=lambda: _order(root),
        sales_order=lambda: root.words("cac:OrderReference/cbc:SalesOrderID"),
        preceding=lambda: each(root.children("cac:BillingReference/cac:InvoiceDocumentReference"), _preceding),
        despatch_reference=lambda: root.words("cac:DespatchDocumentReference/cbc:ID"),
        receipt_reference=lambda: root.words("cac:ReceiptDocumentReference/cbc:ID"),
        tender=lambda: root.words("cac:OriginatorDocumentReference/cbc:ID"),
        contract=lambda: root.words("cac:ContractDocumentReference/cbc:ID"),
        object=lambda: read_object(object_of),
        project=lambda: _project(project) if form.credits else root.words("cac:ProjectReference/cbc:ID"),
        attachments=lambda: each(others, _attachment),
    )
    return fields


def read_object(reference: UblCursor | None) -> Identifier | None:
    """What a document or a line is about, from a reference of that type."""
    if reference is None:
        return None
    reference.text(_TYPE)
    return read_identifier(reference, "cbc:ID")


def object_of_line(line: UblCursor) -> Identifier | None:
    """What a line is about (BT-128)."""
    references = line.children("cac:DocumentReference")
    return read_object(next((one for one in references if one.peek(_TYPE) == OBJECT_TYPE), None))


def _order(root: UblCursor) -> str:
    order = root.words("cac:OrderReference/cbc:ID")
    stands_in = order == NOT_KNOWN and root.peek("cac:OrderReference/cbc:SalesOrderID")
    return "" if stands_in else order


def _preceding(reference: UblCursor) -> PrecedingInvoice:
    return reference.record(
        PrecedingInvoice, number=lambda: reference.required("cbc:ID"), issued=lambda: reference.day("cbc:IssueDate")
    )


def _project(reference: UblCursor | None) -> str:
    if reference is None:
        return ""
    reference.text(_TYPE)
    return reference.words("cbc:ID")


def _attachment(reference: UblCursor) -> SupportingDocument:
    embedded = reference.child(_EMBEDDED)
    return reference.record(
        SupportingDocument,
        id=lambda: reference.words("cbc:ID"),
        description=lambda: reference.prose("cbc:DocumentDescription"),
        location=lambda: reference.prose("cac:Attachment/cac:ExternalReference/cbc:URI"),
        content=lambda: reference.value(_EMBEDDED, base64_of) or "",
        media_type=lambda: embedded.attribute("mimeCode") if embedded else "",
        file_name=lambda: embedded.attribute("filename") if embedded else "",
    )
