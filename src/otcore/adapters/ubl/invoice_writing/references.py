"""What an invoice refers to (BT-11 to BT-18, BG-3) and what is attached to it (BG-24)."""

from collections.abc import Iterable, Iterator

from otcore.adapters.ubl.common_writing import day, identifier
from otcore.adapters.ubl.invoice_form import InvoiceForm
from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.references import PrecedingInvoice, SupportingDocument
from otcore.invoicing.stating.document import NOT_KNOWN
from otcore.values.party import Identifier

OBJECT_TYPE = "130"
"""UNCL 1001: the document names what the invoice is about (BT-18, BT-128)."""

PROJECT_TYPE = "50"
"""UNCL 1001: the document is a project, in a credit note (BT-11)."""


def references(invoice: InvoiceDocument, form: InvoiceForm) -> Iterator[Element | None]:
    """All of them, in the order of the form."""
    yield _order(invoice)
    yield from map(_preceding, invoice.preceding)
    yield _reference("cac:DespatchDocumentReference", invoice.despatch_reference)
    yield _reference("cac:ReceiptDocumentReference", invoice.receipt_reference)
    tender = _reference("cac:OriginatorDocumentReference", invoice.tender)
    yield None if form.credits else tender
    yield _reference("cac:ContractDocumentReference", invoice.contract)
    yield object_reference("cac:AdditionalDocumentReference", invoice.object)
    yield from _attached(invoice, form)
    yield tender if form.credits else _reference("cac:ProjectReference", invoice.project)


def object_reference(name: str, value: Identifier | None) -> Element | None:
    """What a document or a line is about."""
    if value is None:
        return None
    return group(name, identifier("cbc:ID", value), leaf("cbc:DocumentTypeCode", OBJECT_TYPE))


def _attached(invoice: InvoiceDocument, form: InvoiceForm) -> Iterable[Element | None]:
    project = leaf("cbc:ID", invoice.project) if form.credits else None
    if project:
        yield group("cac:AdditionalDocumentReference", project, leaf("cbc:DocumentTypeCode", PROJECT_TYPE))
    yield from map(_attachment, invoice.attachments)


def _order(invoice: InvoiceDocument) -> Element | None:
    """The buyer's order and the seller's. UBL wants the first wherever the second stands: "NA" when there is none."""
    sales_order = leaf("cbc:SalesOrderID", invoice.sales_order)
    fallback = NOT_KNOWN if sales_order else ""
    return group("cac:OrderReference", leaf("cbc:ID", invoice.order_reference or fallback), sales_order)


def _preceding(invoice: PrecedingInvoice) -> Element | None:
    number, issued = leaf("cbc:ID", invoice.number), day("cbc:IssueDate", invoice.issued)
    return group("cac:BillingReference", group("cac:InvoiceDocumentReference", number, issued))


def _reference(name: str, number: str) -> Element | None:
    return group(name, leaf("cbc:ID", number))


def _attachment(attached: SupportingDocument) -> Element | None:
    return group(
        "cac:AdditionalDocumentReference",
        leaf("cbc:ID", attached.id),
        leaf("cbc:DocumentDescription", attached.description),
        group(
            "cac:Attachment",
            leaf(
                "cbc:EmbeddedDocumentBinaryObject",
                attached.content,
                mimeCode=attached.media_type,
                filename=attached.file_name,
            ),
            group("cac:ExternalReference", leaf("cbc:URI", attached.location)),
        ),
    )
