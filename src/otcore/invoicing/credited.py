"""What was credited of an issued invoice so far: the state that its next credit note is measured against."""

from decimal import Decimal

from attrs import frozen

from otcore.values.money import Money

ZERO = Decimal(0)


@frozen
class CreditedLine:
    """What was credited of one line: a `quantity`, in the sign of the line's own, and an `amount` of its net (with the
    tax where prices include it), which goodwill and lower prices add to without a quantity.
    """

    line: str
    quantity: Decimal
    amount: Money


@frozen
class Credited:
    """What was credited of an invoice by all of its credit notes; `Credited()`: nothing.

    `lines` are those of which anything was credited, in the invoice's order; `adjustments` the credited amounts of the
    document's allowances and charges, in their order; `payable` is what the credit notes came to. An invoice keeps the
    value that its last credit note left; what a credit note credits, and the value afterwards, are `credit`'s to say.
    """

    lines: tuple[CreditedLine, ...] = ()
    adjustments: tuple[Money, ...] = ()
    payable: Money | None = None

    def quantity(self, line: str) -> Decimal:
        """How much of a line was credited; zero where nothing was."""
        return next((each.quantity for each in self.lines if each.line == line), ZERO)
