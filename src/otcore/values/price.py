"""The price of a unit."""

from decimal import Decimal
from typing import final

from attrs import field, frozen

from otcore.values.currencies import digits
from otcore.values.decimals import EXACT, decimal_of, plain
from otcore.values.faults import Invalid

ONE = Decimal(1)
"""The base quantity of a price that is for one unit; the same object in every such price that is made."""

_ZERO = Decimal(0)


def _amount(amount: str | int | Decimal) -> Decimal:
    value = decimal_of(amount, what="price")
    if value < 0:
        raise Invalid.one("PRICE_NEGATIVE", f"price {value} is below zero", amount=value)
    return value


def _per(per: str | int | Decimal) -> Decimal:
    value = decimal_of(per, what="base quantity")
    if value <= 0:
        raise Invalid.one("PRICE_BASE", f"base quantity {value} is not above zero", per=value)
    return value


def _currency(currency: str) -> str:
    digits(currency)
    return currency


@final
@frozen
class UnitPrice:
    """A price per base quantity of the item's unit: `UnitPrice("1.50", "EUR")`, or with `per=100` for a hundred (EN
    16931 BT-146, BT-149).

    Zero or more, up to 10 decimals, for it is not an amount of money yet. `discount` is what was taken off the gross
    price to come to it (BT-147); it explains the price and changes nothing. Raises `Invalid` PRICE_NEGATIVE,
    PRICE_BASE, CURRENCY_UNKNOWN and the codes of `decimal_of`.
    """

    amount: Decimal = field(converter=_amount)
    currency: str = field(converter=_currency)
    per: Decimal = field(default=ONE, converter=_per)
    discount: Decimal = field(default=_ZERO, converter=_amount)

    @property
    def gross(self) -> Decimal:
        """The price before the discount (BT-148)."""
        return EXACT.add(self.amount, self.discount)

    def extend(self, quantity: Decimal) -> Decimal:
        """quantity x price / base quantity, unrounded: it is rounded once, where it becomes money (EN 16931 BT-131)."""
        extended = EXACT.multiply(self.amount, quantity)
        return extended if self.per == ONE else EXACT.divide(extended, self.per)

    def __str__(self) -> str:
        price = f"{self.amount:f} {self.currency}"
        return price if self.per == ONE else f"{price} per {plain(self.per)}"
