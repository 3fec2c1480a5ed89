"""What was agreed before the invoice, in CII: the parties, and the documents it refers to or carries."""

from collections.abc import Iterator

from otcore.adapters.cii.names import OBJECT, PROJECT_NAME, SUPPORTING, TENDER
from otcore.adapters.cii.writing.party import buyer, representative, seller
from otcore.adapters.cii.writing.values import billed_object, reference
from otcore.adapters.xml.writing import Element, group, leaf
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.references import SupportingDocument


def agreement(invoice: InvoiceDocument) -> Element | None:
    """The ram:ApplicableHeaderTradeAgreement."""
    return group(
        "ram:ApplicableHeaderTradeAgreement",
        leaf("ram:BuyerReference", invoice.buyer_reference),
        seller(invoice.seller),
        buyer(invoice.buyer),
        representative(invoice.tax_representative),
        reference("ram:SellerOrderReferencedDocument", invoice.sales_order),
        reference("ram:BuyerOrderReferencedDocument", invoice.order_reference),
        reference("ram:ContractReferencedDocument", invoice.contract),
        *_documents(invoice),
        _project(invoice.project),
    )


def _documents(invoice: InvoiceDocument) -> Iterator[Element | None]:
    if invoice.tender:
        kind = leaf("ram:TypeCode", TENDER)
        yield group("ram:AdditionalReferencedDocument", leaf("ram:IssuerAssignedID", invoice.tender), kind)
    yield billed_object(invoice.object, OBJECT)
    yield from [_supporting(item) for item in invoice.attachments]


def _supporting(item: SupportingDocument) -> Element | None:
    """A supporting document (BG-24)."""
    content = leaf(
        "ram:AttachmentBinaryObject",
        item.content,
        mimeCode=item.media_type,
        filename=item.file_name,
    )
    return group(
        "ram:AdditionalReferencedDocument",
        leaf("ram:IssuerAssignedID", item.id),
        leaf("ram:URIID", item.location),
        leaf("ram:TypeCode", SUPPORTING),
        leaf("ram:Name", item.description),
        content,
    )


def _project(number: str) -> Element | None:
    if not number:
        return None
    return group("ram:SpecifiedProcuringProject", leaf("ram:ID", number), leaf("ram:Name", PROJECT_NAME))
