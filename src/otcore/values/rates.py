"""Exchange rates: what one unit of a currency is worth in another."""

from decimal import Decimal

from attrs import field, frozen

from otcore.values.decimals import decimal_of
from otcore.values.faults import Invalid
from otcore.values.money import Money


def _rate(value: "str | int | Decimal") -> Decimal:
    rate = decimal_of(value, what="rate")
    if rate <= 0:
        raise Invalid.one("RATE_NOT_POSITIVE", f"{rate} is no exchange rate", rate=str(rate))
    return rate


@frozen
class Rate:
    """One unit of `source` is worth `value` units of `target`.

    Raises `Invalid` RATE_NOT_POSITIVE and what numbers raise.
    """

    source: str
    target: str
    value: Decimal = field(converter=_rate)

    def convert(self, money: Money) -> Money:
        """The amount in the target currency, rounded half up to its minor unit. Raises `Invalid` CURRENCY_MISMATCH."""
        if money.currency != self.source:
            raise Invalid.one(
                "CURRENCY_MISMATCH", f"{money} is not in {self.source}", left=money.currency, right=self.source
            )
        return Money.rounded(money.amount * self.value, self.target)
