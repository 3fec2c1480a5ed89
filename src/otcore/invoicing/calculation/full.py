"""The full way: every kind of tax, prices that include it, any profile, sub-lines, advances, rounding in cash.

In steps, each a module: what is billed, what tax is taken out of it, what taxes are due, the sums, the payment, and
what of it is printed. It computes what the plain way does, too.
"""

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation.figures import Exact, Figures
from otcore.invoicing.calculation.payment import Payment, accounted
from otcore.invoicing.calculation.printing import Printer, with_own_tax
from otcore.invoicing.calculation.sums import Sums
from otcore.invoicing.calculation.totals import Totals
from otcore.invoicing.calculation.worksheet import worked
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal
from otcore.values.money import Money
from otcore.values.other_tax import VAT, TaxKind


def full_totals(invoice: InvoiceInput) -> Totals:
    """The totals of any invoice. Raises `Invalid` MONEY_TOO_LARGE when a figure has 10**18 minor units or more."""
    sheet = worked(invoice)
    figures, sums, lines = sheet.figures, sheet.sums, len(sheet.lines)
    printer = Printer(figures, invoice.tax_included)
    printed = printer.lines(sheet.lines, sheet.supplies[:lines], sheet.nets[:lines], sums.line_net)
    if invoice.profile.tax_per_line:
        printed = with_own_tax(printed, [part[VAT] for part in sheet.due.on_supplies[:lines]], figures)
    adjustments = printer.adjustments(sheet.settled, sheet.nets[lines:], sums)
    return _totals(invoice, printed, adjustments, sheet.payment, figures)


def _totals(
    invoice: InvoiceInput,
    lines: tuple[LineTotal, ...],
    adjustments: tuple[AllowanceCharge, ...],
    payment: Payment,
    figures: Figures,
) -> Totals:
    sums, paid = payment.sums, figures.money
    tax = _printed(sums.tax, figures)
    return Totals(
        lines,
        _printed(sums.line_net, figures),
        _printed(sums.allowances, figures),
        _printed(sums.charges, figures),
        _printed(sums.exclusive, figures),
        _subtotals(sums, figures),
        tax,
        _printed(sums.inclusive, figures),
        paid(payment.prepaid),
        paid(payment.rounding),
        _printed(payment.payable, figures),
        adjustments,
        _other_totals(sums, figures),
        _added(sums, figures),
        _printed_if(sums.of_kind(TaxKind.WITHHELD), figures),
        _printed(sums.included, figures) if invoice.tax_included else None,
        payment.advances,
        paid(payment.third_party) if invoice.third_party else None,
        None if invoice.tax_rate is None else accounted(tax, invoice.tax_rate, figures.mode),
    )


def _subtotals(sums: Sums, figures: Figures) -> tuple[TaxSubtotal, ...]:
    return tuple(
        [
            TaxSubtotal(each.category, _printed(each.taxable, figures), _printed(each.amount, figures))
            for each in sums.vat
        ]
    )


def _other_totals(sums: Sums, figures: Figures) -> tuple[OtherTaxTotal, ...]:
    return tuple(
        [
            OtherTaxTotal(each.tax, _printed(each.taxable, figures), _printed(each.amount, figures))
            for each in sums.others
        ]
    )


def _added(sums: Sums, figures: Figures) -> Money | None:
    """The other taxes that are added, so printed that with the VAT they come to all tax, rounded."""
    added = sums.of_kind(TaxKind.ADDED)
    return None if added is None else figures.money(figures.whole(sums.tax + added) - figures.whole(sums.tax))


def _printed(value: Exact, figures: Figures) -> Money:
    return figures.money(figures.whole(value))


def _printed_if(value: Exact | None, figures: Figures) -> Money | None:
    return None if value is None else _printed(value, figures)
