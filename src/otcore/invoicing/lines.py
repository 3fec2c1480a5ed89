"""Invoice lines: what a quantity at a price comes to (EN 16931 BG-25)."""

from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge, settle, sums
from otcore.invoicing.amounts import money
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory


@fast_init
@frozen
class LineInput:
    """What is billed on one line: so much of something at a price, with allowances and charges of the line's own.

    `taxes` are due beside the VAT of its category. A line with `parts` (sub-lines) is worth what they are worth, and
    its price is there to be read.
    """

    id: str
    quantity: Quantity
    price: UnitPrice
    tax: TaxCategory
    adjustments: tuple[Adjustment, ...] = ()
    taxes: tuple[OtherTax, ...] = ()
    parts: "tuple[LineInput, ...]" = ()


@fast_init
@frozen
class LineTotal:
    """What a line comes to. `gross` is quantity x price before adjustments, `net` the amount billed (BT-131).

    `tax` is the VAT of the line where the profile takes it by line; `with_tax` the amount with the taxes that its price
    includes, where prices include them (then `gross` and adjustments include them too, and `net` does not).
    """

    id: str
    gross: Money
    net: Money
    adjustments: tuple[AllowanceCharge, ...] = ()
    tax: Money | None = None
    with_tax: Money | None = None
    parts: "tuple[LineTotal, ...]" = ()

    @property
    def allowances(self) -> Money:
        """The sum of the line's allowances (BT-136)."""
        return money(sums(self.adjustments)[0], self.net.currency)

    @property
    def charges(self) -> Money:
        """The sum of the line's charges (BT-141)."""
        return money(sums(self.adjustments)[1], self.net.currency)


def adjusted_line(line: LineInput, gross: Money) -> LineTotal:
    """The total of a line with allowances and charges: net = gross - allowances + charges (BT-131)."""
    settled = tuple([settle(adjustment, gross) for adjustment in line.adjustments])
    allowances, charges = sums(settled)
    return LineTotal(line.id, gross, money(gross.minor - allowances + charges, gross.currency), settled)
