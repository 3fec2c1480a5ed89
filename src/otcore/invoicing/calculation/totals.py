"""The result of the invoice arithmetic."""

from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.advances import AdvancePaid
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


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
    """BT-112 = BT-109 + BT-110 + the other taxes that are added (BR-CO-15)."""
    prepaid: Money
    """BT-113, the advances among it; zero when nothing was prepaid."""
    rounding: Money
    """BT-114, zero when nothing is rounded."""
    payable: Money
    """BT-115 = BT-112 - what is withheld - BT-113 + BT-114 + what is collected for others (BR-CO-16)."""
    adjustments: tuple[AllowanceCharge, ...] = ()
    """The document's allowances and charges with their amounts, in the order given."""
    taxes: tuple[OtherTaxTotal, ...] = ()
    """The taxes beside VAT, one for each, by scheme and rate."""
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
