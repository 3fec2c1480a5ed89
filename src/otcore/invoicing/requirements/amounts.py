"""What the amounts of an invoice must say, and which of them EN 16931 has no words for."""

from collections.abc import Iterator

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.stating.totals import MOST_DIGITS, has_two_decimals
from otcore.values.currencies import digits
from otcore.values.faults import Fault


def amount_faults(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Two decimals, VAT alone, and a reason for every allowance and charge."""
    yield from _decimals(invoice)
    totals = invoice.totals
    for index, other in enumerate(totals.taxes):
        message = f"EN 16931 states VAT alone, and no {other.tax.scheme}"
        yield Fault("OTHER_TAXES_EN16931", message, f"/totals/taxes/{index}", {"tax": other.tax.scheme})
    yield from _reasons(totals.adjustments, "/totals/adjustments", allowance="BR-33", charge="BR-38")
    for index, line in enumerate(totals.lines):
        yield from _reasons(line.adjustments, f"/totals/lines/{index}/adjustments", allowance="BR-42", charge="BR-44")


def _decimals(invoice: InvoiceDocument) -> Iterator[Fault]:
    """Currencies that have more digits are rounded to two by the invoice's profile."""
    most = invoice.profile.digits
    if digits(invoice.currency) <= MOST_DIGITS:
        return
    if most is None or most > MOST_DIGITS or not has_two_decimals(invoice):
        message = f"amounts of an invoice have at most two decimals, those of {invoice.currency} more"
        yield Fault("CURRENCY_DIGITS_EN16931", message, "/currency", {"currency": invoice.currency})


def _reasons(items: tuple[AllowanceCharge, ...], path: str, *, allowance: str, charge: str) -> Iterator[Fault]:
    """Each keyword is the id of the rule for it."""
    for index, item in enumerate(items):
        if not (item.reason.strip() or item.reason_code.strip()):
            kind = "a charge" if item.charge else "an allowance"
            yield Fault(charge if item.charge else allowance, f"{kind} has a reason", f"{path}/{index}/reason")
