"""The plain way: lines, allowances and charges by the default profile, in whole minor units. It is quick."""

from otcore.invoicing.adjustments import AllowanceCharge, settle, sums
from otcore.invoicing.amounts import money
from otcore.invoicing.calculation.totals import Totals
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineTotal, line_totals
from otcore.invoicing.profile import EN_16931
from otcore.invoicing.tax import tax_subtotals
from otcore.values.adjustment import Adjustment
from otcore.values.currencies import digits
from otcore.values.tax import TaxCategory


def is_plain(invoice: InvoiceInput) -> bool:
    """Whether the invoice has nothing that takes the full way."""
    if invoice.profile is not EN_16931 or invoice.tax_included or invoice.tax_rate is not None:
        return False
    if invoice.advances or invoice.third_party:
        return False
    for line in invoice.lines:
        if line.taxes or line.parts or (line.adjustments and not _all_plain(line.adjustments)):
            return False
    return not invoice.adjustments or _all_plain(invoice.adjustments)


def plain_totals(invoice: InvoiceInput) -> Totals:
    """The totals of a plain invoice."""
    currency = invoice.currency
    lines = line_totals(invoice.lines, currency, digits(currency))
    line_net = money(sum([line.net.minor for line in lines]), currency)
    adjustments = tuple([settle(item, line_net) for item in invoice.adjustments])
    allowances, charges = sums(adjustments)
    exclusive = money(line_net.minor - allowances + charges, currency)
    subtotals = tax_subtotals(_taxed(invoice, lines, adjustments), currency)
    tax = money(sum([subtotal.tax.minor for subtotal in subtotals]), currency)
    inclusive = money(exclusive.minor + tax.minor, currency)
    zero = money(0, currency)
    prepaid, rounding = invoice.prepaid or zero, invoice.rounding or zero
    return Totals(
        lines,
        line_net,
        money(allowances, currency),
        money(charges, currency),
        exclusive,
        subtotals,
        tax,
        inclusive,
        prepaid,
        rounding,
        money(inclusive.minor - prepaid.minor + rounding.minor, currency),
        adjustments,
    )


def _all_plain(adjustments: tuple[Adjustment, ...]) -> bool:
    return not any(item.per_unit is not None or item.running or item.taxes for item in adjustments)


def _taxed(
    invoice: InvoiceInput, lines: tuple[LineTotal, ...], adjustments: tuple[AllowanceCharge, ...]
) -> list[tuple[TaxCategory, int]]:
    """Every amount that tax is taken on, signed, with its category."""
    amounts = [(line.tax, total.net.minor) for line, total in zip(invoice.lines, lines, strict=True)]
    for item in adjustments:
        assert item.tax is not None  # an `InvoiceInput` is checked when made
        amounts.append((item.tax, item.amount.minor if item.charge else -item.amount.minor))
    return amounts
