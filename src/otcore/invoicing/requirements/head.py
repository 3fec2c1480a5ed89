"""What the head of an invoice must say."""

from collections.abc import Iterator

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.references import InvoicePeriod
from otcore.invoicing.requirements.types import type_faults
from otcore.invoicing.stating import follows_peppol
from otcore.values.faults import Fault

_TAX_POINTS = {"3", "35", "432"}
"""UNCL 2005 as EN 16931 restricts it: day of issue, of delivery, of payment."""


def head_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Number, type, days, currencies, notes, and how the buyer knows what it is for."""
    if not invoice.number.strip():
        yield Fault("BR-02", "an invoice has a number", "/number")
    yield from type_faults(invoice)
    yield from _days(invoice)
    if follows_peppol(invoice):
        yield from _of_peppol(invoice)
    if invoice.tax_currency not in ("", invoice.currency) and invoice.totals.tax_accounted is None:
        message = f"the tax in {invoice.tax_currency}, which it is accounted in, is not stated"
        yield Fault("BR-53", message, "/totals/tax_accounted")


def period_faults(period: InvoicePeriod | None, path: str, rule: str) -> Iterator[Fault]:
    """`rule` is the id for the order of the days."""
    if period and period.start and period.end and period.end < period.start:
        yield Fault(rule, f"{period.end} is before {period.start}", f"{path}/end")


def _days(invoice: InvoiceDocument) -> Iterator[Fault]:
    if invoice.tax_point and invoice.tax_point_code:
        yield Fault("BR-CO-03", "give the day the tax falls due on, or the code of that day", "/tax_point_code")
    if invoice.tax_point_code and invoice.tax_point_code not in _TAX_POINTS:
        yield Fault("BR-CL-06", f"{invoice.tax_point_code[:40]!a} is not one of 3, 35 and 432", "/tax_point_code")
    yield from period_faults(invoice.period, "/period", "BR-29")


def _of_peppol(invoice: InvoiceDocument) -> Iterator[Fault]:
    if not (invoice.buyer_reference.strip() or invoice.order_reference.strip()):
        message = "give the buyer's reference or the buyer's order number"
        yield Fault("PEPPOL-EN16931-R003", message, "/buyer_reference")
    if invoice.tax_currency and invoice.tax_currency == invoice.currency:
        yield Fault("PEPPOL-EN16931-R005", "tax is accounted in another currency, or none is named", "/tax_currency")
    german = invoice.seller.address.country == invoice.buyer.address.country == "DE"
    if bool(invoice.note) + len(invoice.notes) > 1 and not german:
        yield Fault("PEPPOL-EN16931-R002", "there is one note at most, unless both parties are German", "/notes")
