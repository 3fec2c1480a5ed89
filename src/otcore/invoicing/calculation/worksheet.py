"""The steps of the full way with everything they found, before anything is printed."""

from collections.abc import Sequence

from attrs import frozen

from otcore.invoicing.calculation.billed import BilledLine, Settled, billed_adjustments, billed_line
from otcore.invoicing.calculation.due import Due, taxes_due
from otcore.invoicing.calculation.figures import Exact, Figures, figures_of
from otcore.invoicing.calculation.payment import Payment, payment_of
from otcore.invoicing.calculation.removal import without_tax
from otcore.invoicing.calculation.sums import Sums, summed, with_gross
from otcore.invoicing.calculation.supplies import Supply, supplies_of
from otcore.invoicing.inputs import InvoiceInput


@frozen
class Worksheet:
    """One invoice worked out: exact numbers of printed units. The first supplies and `nets` are those of the lines, the
    others those of the allowances and charges `settled` on the document.
    """

    figures: Figures
    lines: tuple[BilledLine, ...]
    settled: tuple[Settled, ...]
    supplies: tuple[Supply, ...]
    nets: Sequence[Exact]
    due: Due
    sums: Sums
    payment: Payment


def worked(invoice: InvoiceInput) -> Worksheet:
    """What is billed, what tax is taken out of it, what taxes are due, the sums, the payment."""
    profile, included = invoice.profile, invoice.tax_included
    figures = figures_of(invoice)
    lines = tuple([billed_line(line, figures) for line in invoice.lines])
    settled = billed_adjustments(invoice.adjustments, lines, figures)
    supplies = supplies_of(lines, settled)
    nets = without_tax(supplies, included, profile, figures)
    due = taxes_due(supplies, nets, profile.tax_per_line, figures)
    sums = summed(supplies, nets, len(lines), due)
    if included:
        sums = with_gross(sums, supplies, nets, profile.gross, figures)
    return Worksheet(figures, lines, settled, supplies, nets, due, sums, payment_of(invoice, sums, figures))
