"""The head of an invoice: numbers, days, notes, currencies (BT-1 to BT-24, BG-1, BG-14)."""

from collections.abc import Iterator

from otcore.adapters.ubl.common_writing import day
from otcore.adapters.ubl.invoice_form import InvoiceForm
from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.references import InvoicePeriod
from otcore.invoicing.stating.notes import note_text


def head(invoice: InvoiceDocument, form: InvoiceForm) -> Iterator[Element | None]:
    """Everything before the references, in the order of the form."""
    yield leaf("cbc:CustomizationID", invoice.customization)
    yield leaf("cbc:ProfileID", invoice.process)
    yield leaf("cbc:ID", invoice.number)
    yield day("cbc:IssueDate", invoice.issued)
    yield from _type_and_notes(invoice, form)
    yield leaf("cbc:DocumentCurrencyCode", invoice.currency)
    yield leaf("cbc:TaxCurrencyCode", invoice.tax_currency)
    yield leaf("cbc:AccountingCost", invoice.accounting_cost)
    yield leaf("cbc:BuyerReference", invoice.buyer_reference)
    yield period(invoice.period, invoice.tax_point_code)


def _type_and_notes(invoice: InvoiceDocument, form: InvoiceForm) -> Iterator[Element | None]:
    tax_point = day("cbc:TaxPointDate", invoice.tax_point)
    yield tax_point if form.credits else day("cbc:DueDate", invoice.due)
    yield leaf(form.type_code, invoice.type_code)
    yield leaf("cbc:Note", invoice.note)
    yield from [leaf("cbc:Note", note_text(note)) for note in invoice.notes]
    yield None if form.credits else tax_point


def period(value: InvoicePeriod | None, tax_point_code: str = "") -> Element | None:
    """The days that are billed, and which day the tax falls due on (BT-8)."""
    start, end = (value.start, value.end) if value else (None, None)
    days = (day("cbc:StartDate", start), day("cbc:EndDate", end))
    return group("cac:InvoicePeriod", *days, leaf("cbc:DescriptionCode", tax_point_code))
