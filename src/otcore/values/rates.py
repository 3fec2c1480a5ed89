"""Exchange rates: what one unit of a currency is worth in another."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from otcore.values.decimals import EXACT, decimal_of
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
        return Money.rounded(EXACT.multiply(money.amount, self.value), self.target)


@frozen
class Quote:
    """A rate, and the first day that it counts."""

    since: date
    rate: Rate


@frozen
class RateTable:
    """Rates as a host states them. A rate counts until a later one of the same two currencies, and in its own direction
    only: the way back is a rate of its own.
    """

    quotes: tuple[Quote, ...] = ()

    def rate(self, source: str, target: str, day: date) -> Rate | None:
        """The latest rate that counts on the day; None: there is none yet."""
        known = [
            quote
            for quote in self.quotes
            if (quote.rate.source, quote.rate.target) == (source, target) and quote.since <= day
        ]
        return max(known, key=lambda quote: quote.since).rate if known else None


NO_RATES = RateTable()
"""Of a house whose customers order in the currency of their credit accounts."""
