"""The figures of one invoice: exact numbers of the smallest unit that it prints, and how they are rounded."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from attrs import frozen

from otcore.invoicing.amounts import money
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.profile import Level
from otcore.values.currencies import digits
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.rounding import Rounding, round_ratio

Exact: TypeAlias = int | Fraction
"""So many printed units; a whole number once it is rounded."""


@frozen
class Figures:
    """How an invoice's figures are rounded and printed: `digits` decimals, `step` minor units of the currency each."""

    currency: str
    digits: int
    step: int
    mode: Rounding
    level: Level
    guard: int | None

    def whole(self, value: Exact) -> int:
        """The printed figure."""
        return value if isinstance(value, int) else round_ratio(value.numerator, value.denominator, self.mode)

    def kept(self, value: Exact, decimals: int) -> Exact:
        """A figure that is not printed: with so many decimals more than printed ones where the profile has a guard."""
        if self.guard is None:
            return value
        return Fraction(round_ratio(value.numerator * 10**decimals, value.denominator, self.mode), 10**decimals)

    def of_line(self, value: Exact, decimals: int) -> Exact:
        """A figure of a line, which the profile prints as it is or keeps."""
        return self.whole(value) if self.level is Level.LINE else self.kept(value, decimals)

    def of_document(self, value: Exact, decimals: int) -> Exact:
        """A figure of the document before its totals, which the profile prints as it is or keeps."""
        return self.kept(value, decimals) if self.level is Level.DOCUMENT else self.whole(value)

    def of_total(self, value: Exact) -> Exact:
        """A sum that later figures are taken of: printed, or exact where totals alone are rounded."""
        return value if self.level is Level.DOCUMENT else self.whole(value)

    def extended(self, price: UnitPrice, quantity: Decimal) -> Exact:
        """quantity x price / base quantity: exact, or with a guard as finely as the price is written."""
        return self.kept(_product(price, quantity, 10**self.digits), self.decimals(price))

    def decimals(self, price: UnitPrice) -> int:
        """How many decimals more than printed ones the figures of a line at that price keep."""
        least = 0 if self.guard is None or self.level is Level.LINE else self.guard
        exponent = price.amount.as_tuple().exponent
        assert isinstance(exponent, int)  # a price is finite
        return max(least, -exponent - self.digits)

    def units(self, money: Money) -> int:
        """A stated amount; an `InvoiceInput` has none that is finer than what is printed."""
        return money.minor // self.step

    def money(self, units: int) -> Money:
        """A printed figure as money. Raises `Invalid` MONEY_TOO_LARGE."""
        return money(units * self.step, self.currency)


def figures_of(invoice: InvoiceInput) -> Figures:
    """How the profile of the invoice has its figures."""
    profile, own = invoice.profile, digits(invoice.currency)
    printed = own if profile.digits is None else profile.digits
    return Figures(invoice.currency, printed, 10 ** (own - printed), profile.mode, profile.level, profile.guard)


@lru_cache(maxsize=1024)
def hundredth(percent: Decimal) -> Fraction:
    """A percentage as a number to multiply with; the few that are in use are kept at hand."""
    return Fraction(percent) / 100


def _product(price: UnitPrice, quantity: Decimal, scale: int) -> Fraction:
    amount, below = price.amount.as_integer_ratio()
    times, parts = quantity.as_integer_ratio()
    per, of = price.per.as_integer_ratio()
    return Fraction(amount * times * of * scale, below * parts * per)
