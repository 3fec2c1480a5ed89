"""Invoices and credit notes out: CII D16B."""

from collections.abc import Iterator
from datetime import date

from otcore.adapters.cii.faults import cii_faults
from otcore.adapters.cii.names import NAMESPACES, ROOT
from otcore.adapters.cii.specification import as_cii, specified
from otcore.adapters.cii.writing.agreement import agreement
from otcore.adapters.cii.writing.line import line_item
from otcore.adapters.cii.writing.party import ship_to
from otcore.adapters.cii.writing.settlement import settlement
from otcore.adapters.cii.writing.values import day, reference
from otcore.adapters.xml.writing import Element, document, group, leaf
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.requirements import requirement_faults
from otcore.values.faults import Invalid


def write_invoice(invoice: InvoiceDocument) -> bytes:
    """The invoice or credit note as CII: the same document always gives the same bytes.

    Law: `read_invoice(write_invoice(invoice)) == as_cii(invoice)`, for texts as `values.ids.text` returns them.
    Raises `Invalid` with all `cii_faults` and `requirement_faults` (those of Peppol where it says that it follows
    Peppol); TEXT_NOT_XML for text that XML cannot carry; SKONTO_FORM, SKONTO_NOTE for terms that XRechnung has no
    form for.
    """
    faults = (*requirement_faults(specified(invoice)), *cii_faults(invoice))
    if faults:
        raise Invalid(*faults)
    stated = as_cii(invoice)
    return document(ROOT, NAMESPACES, _context(stated), _exchanged(stated), _transaction(stated))


def _context(invoice: InvoiceDocument) -> Element | None:
    process = group("ram:BusinessProcessSpecifiedDocumentContextParameter", leaf("ram:ID", invoice.process))
    guideline = leaf("ram:ID", invoice.customization)
    return group(
        "rsm:ExchangedDocumentContext", process, group("ram:GuidelineSpecifiedDocumentContextParameter", guideline)
    )


def _exchanged(invoice: InvoiceDocument) -> Element | None:
    return group(
        "rsm:ExchangedDocument",
        leaf("ram:ID", invoice.number),
        leaf("ram:TypeCode", invoice.type_code),
        day("ram:IssueDateTime", invoice.issued),
        *_notes(invoice),
    )


def _notes(invoice: InvoiceDocument) -> Iterator[Element | None]:
    yield group("ram:IncludedNote", leaf("ram:Content", invoice.note))
    for note in invoice.notes:
        yield group("ram:IncludedNote", leaf("ram:Content", note.text), leaf("ram:SubjectCode", note.subject))


def _transaction(invoice: InvoiceDocument) -> Element | None:
    lines = zip(invoice.lines, invoice.totals.lines, strict=True)
    return group(
        "rsm:SupplyChainTradeTransaction",
        *[line_item(line, total) for line, total in lines],
        agreement(invoice),
        _delivery(invoice),
        settlement(invoice),
    )


def _delivery(invoice: InvoiceDocument) -> Element:
    """The ram:ApplicableHeaderTradeDelivery, which the schema wants even where nothing is said in it."""
    said = group(
        "ram:ApplicableHeaderTradeDelivery",
        *([] if invoice.delivery is None else [ship_to(invoice.delivery), _delivered(invoice.delivery.day)]),
        reference("ram:DespatchAdviceReferencedDocument", invoice.despatch_reference),
        reference("ram:ReceivingAdviceReferencedDocument", invoice.receipt_reference),
    )
    return said or Element("ram:ApplicableHeaderTradeDelivery", "")


def _delivered(value: date | None) -> Element | None:
    return group("ram:ActualDeliverySupplyChainEvent", day("ram:OccurrenceDateTime", value))
