"""Ledger rows without value added tax."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import field, frozen

from otcore.kpi.converting.scaled import scaled
from otcore.receivables.ledger import Entry
from otcore.values.percentage import Percentage
from otcore.values.rounding import Rounding

_NONE: Mapping[str, Percentage] = {}


@frozen
class Taxes:
    """The tax that is in each item, as the percentage that was added to its net amount; ledger rows do not say.

    rate: of every item that `rates` does not name.
    """

    rate: Percentage = Percentage(0)
    rates: Mapping[str, Percentage] = field(default=_NONE, hash=False)
    rounding: Rounding = Rounding.HALF_UP

    def net_share(self, item: str) -> Fraction:
        """What part of the item's gross amount is net: 5/6 at 20 percent."""
        return 100 / (100 + Fraction(self.rates.get(item, self.rate).value))


NO_TAXES = Taxes()
"""Nothing is taxed."""


def without_tax(rows: Iterable[Entry], taxes: Taxes) -> tuple[Entry, ...]:
    """The rows of one currency without tax, each item rounded once; cash stays what it is (`scaled.scaled`)."""
    found = tuple(rows)
    if taxes == NO_TAXES or not found:
        return found
    return scaled(found, taxes.net_share, lambda receipt: Fraction(1), found[0].amount.currency, taxes.rounding)
