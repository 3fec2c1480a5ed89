"""The full way: every kind of tax, prices that include it, any profile, sub-lines, advances, rounding in cash.

In steps, each a module: what is billed, what tax is taken out of it, what taxes are due, the sums, the payment, and
what of it is printed. It computes what the plain way does, too.
"""

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation.billed import billed_adjustments, billed_line
from otcore.invoicing.calculation.due import taxes_due
from otcore.invoicing.calculation.figures import Exact, Figures, figures_of
from otcore.invoicing.calculation.payment import Payment, accounted, payment_of
from otcore.invoicing.calculation.printing import Printer, with_own_tax
from otcore.invoicing.calculation.removal import without_tax
from otcore.invoicing.calculation.sums import Sums, summed, with_gross
from otcore.invoicing.calculation.supplies import supplies_of
from otcore.invoicing.calculation.totals import Totals
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal
from otcore.values.money import Money
from otcore.values.other_tax import VAT, TaxKind


def full_totals(invoice: InvoiceInput) -> Totals:
    """The totals of any invoice. Raises `Invalid` MONEY_TOO_LARGE when a figure has 10**18 minor units or more."""
    profile, included = invoice.profile, invoice.tax_included
    figures = figures_of(invoice)
    lines = tuple([billed_line(line, figures) for line in invoice.lines])
    settled = billed_adjustments(invoice.adjustments, lines, figures)
    supplies = supplies_of(lines, settled)
    nets = without_tax(supplies, included, profile, figures)
    due = taxes_due(supplies, nets, profile.tax_per_line, figures)
    sums = summed(supplies, nets, len(lines), due)
    if included:
        sums = with_gross(sums, supplies, nets, profile.gross)
    printer = Printer(figures, included)
    printed = printer.lines(lines, supplies[: len(lines)], nets[: len(lines)], sums.line_net)
    if profile.tax_per_line:
        printed = with_own_tax(printed, [part[VAT] for part in due.on_supplies[: len(lines)]], figures)
    adjustments = printer.adjustments(settled, nets[len(lines) :], sums)
    return _totals(invoice, printed, adjustments, payment_of(invoice, sums, figures), figures)


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
