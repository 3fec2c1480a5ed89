"""The invoice arithmetic of EN 16931: from lines, allowances and charges to the amount due.

Every figure is rounded once, half up with ties away from zero, to the currency's own digits (ISO 4217), and later
figures are sums of the printed ones. So each identity of the standard holds exactly on the printed figures, and a
negated invoice has the negated totals.
"""

from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge, settle, sums
from otcore.invoicing.advances import AdvancePaid
from otcore.invoicing.amounts import money
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput, LineTotal, line_totals
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal, tax_subtotals
from otcore.values.adjustment import Adjustment
from otcore.values.currencies import digits
from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.tax import TaxCategory

__all__ = [
    "Adjustment",
    "AllowanceCharge",
    "InvoiceInput",
    "LineInput",
    "LineTotal",
    "OtherTaxTotal",
    "TaxSubtotal",
    "Totals",
    "calculate",
]


@fast_init
@frozen
class Totals:
    """The calculated invoice: its lines, document totals (EN 16931 BG-22), VAT breakdown (BG-23) and adjustments."""

    lines: tuple[LineTotal, ...]
    line_net: Money
    """BT-106 = sum of BT-131 (BR-CO-10)."""
    allowances: Money
    """BT-107 (BR-CO-11)."""
    charges: Money
    """BT-108 (BR-CO-12)."""
    tax_exclusive: Money
    """BT-109 = BT-106 - BT-107 + BT-108 (BR-CO-13)."""
    subtotals: tuple[TaxSubtotal, ...]
    tax: Money
    """BT-110 = sum of BT-117 (BR-CO-14)."""
    tax_inclusive: Money
    """BT-112 = BT-109 + BT-110 (BR-CO-15)."""
    prepaid: Money
    """BT-113, zero when nothing was prepaid."""
    rounding: Money
    """BT-114, zero when nothing is rounded."""
    payable: Money
    """BT-115 = BT-112 - BT-113 + BT-114 (BR-CO-16)."""
    adjustments: tuple[AllowanceCharge, ...] = ()
    """The document's allowances and charges with their amounts, in the order given."""
    taxes: tuple[OtherTaxTotal, ...] = ()
    """The taxes beside VAT, one for each."""
    other_taxes: Money | None = None
    """The sum of those that are added; part of the tax inclusive amount. None: there are none."""
    withheld: Money | None = None
    """The sum of those that the buyer keeps back; taken off what is payable. None: there are none."""
    tax_included: Money | None = None
    """The tax that was taken out of tax-included prices; None where prices include none."""
    advances: tuple[AdvancePaid, ...] = ()
    """The payments before that are stated one by one; their sum is part of `prepaid`."""
    third_party: Money | None = None
    """The sum collected for others, added to what is payable. None: there is none."""
    tax_accounted: Money | None = None
    """BT-111: the tax in the currency it is accounted in."""


def calculate(invoice: InvoiceInput) -> Totals:
    """The totals of an invoice. Raises `Invalid` MONEY_TOO_LARGE when a figure has 10**18 minor units or more."""
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


def _taxed(
    invoice: InvoiceInput, lines: tuple[LineTotal, ...], adjustments: tuple[AllowanceCharge, ...]
) -> list[tuple[TaxCategory, int]]:
    """Every amount that tax is taken on, signed, with its category."""
    amounts = [(line.tax, total.net.minor) for line, total in zip(invoice.lines, lines, strict=True)]
    for item in adjustments:
        assert item.tax is not None  # an `InvoiceInput` is checked when made
        amounts.append((item.tax, item.amount.minor if item.charge else -item.amount.minor))
    return amounts
