"""What a credit note is asked to credit.

Amounts are as the prices of the invoice: without tax, or with the tax that they include. All are stated positive,
whatever their line's sign.
"""

from decimal import Decimal

from attrs import frozen

from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory


@frozen(kw_only=True)
class CreditQuantity:
    """So much of a line, in its unit, with its part of every allowance and charge: goods that came back, or never did
    come.
    """

    line: str
    quantity: Decimal


@frozen(kw_only=True)
class CreditPrice:
    """A lower price of a line: `difference` is what each unit gets cheaper. The line's allowances and charges follow in
    proportion, and the document's percentages. `quantity`: of how many; None: of all that is not credited yet.
    """

    line: str
    difference: UnitPrice
    quantity: Decimal | None = None


@frozen(kw_only=True)
class LowerPrice:
    """What a line should have cost: all that is not credited of it comes to this price from now on."""

    line: str
    price: UnitPrice


@frozen(kw_only=True)
class CreditAmount:
    """An amount of a line."""

    line: str
    amount: Money
    reason: str = ""


@frozen(kw_only=True)
class CreditGroup:
    """An amount of all that is taxed by one category and rate, shared out over its lines and charges."""

    tax: TaxCategory
    amount: Money
    reason: str = ""


@frozen(kw_only=True)
class CreditTotal:
    """An amount of the whole invoice, tax included, shared out over all of it; it is credited to the cent."""

    amount: Money
    reason: str = ""


@frozen(kw_only=True)
class KeepBack:
    """An amount, tax included, that is kept of what the note credits otherwise, as a fee for restocking is."""

    amount: Money
    reason: str = ""


OfLine = CreditQuantity | CreditPrice | LowerPrice | CreditAmount
CreditItem = OfLine | CreditGroup | CreditTotal | KeepBack
