"""The payer hands a part to its state: tax withheld at source."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from otcore.payments.allocation import Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.closing import Taken, closing
from otcore.reconciliation.relations.owed import Owed, owed_on
from otcore.reconciliation.relations.percents import amounts_of, part_of, spread
from otcore.reconciliation.relations.related import Related
from otcore.values.decimals import plain
from otcore.values.fast_init import fast_init

_PERCENT = 100


@fast_init
@frozen
class Rate:
    """A rate as part / of."""

    said: str
    part: int
    of: int


def _rate_of(rate: Decimal) -> Rate:
    part, of = rate.as_integer_ratio()
    return Rate(f"{plain(rate)} %", part, of * _PERCENT)


@lru_cache
def rates_of(rates: tuple[Decimal, ...]) -> tuple[Rate, ...]:
    """Percentages as whole numbers."""
    return tuple(_rate_of(rate) for rate in rates)


_TENTHS = (10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 100, 120, 125, 140, 150, 160, 180, 200, 220, 250, 300)
_USUAL = tuple(Decimal(tenths) / 10 for tenths in _TENTHS)


def withholding(items: Sequence[OpenItem], payment: Payment, policy: MatchingPolicy) -> Related | None:
    """The shortage is one percentage of every item, rounded item by item or once.

    At a rate of `policy.withholding` it is allowed; at another rate that states withhold at (whole percents up to 30,
    and a few halves) it is found, and not allowed. The adjustment is UNCL 4465 code 26 (taxes).
    """
    owed = owed_on(items, payment)
    return withheld(owed, policy) if owed else None


def withheld(owed: Owed, policy: MatchingPolicy) -> Related | None:
    """`withholding` of what is owed."""
    if not 0 < owed.short <= owed.whole:
        return None
    listed = next(_at(owed, policy, policy.withholding, True), None)
    return listed or next(_at(owed, policy, _USUAL, False), None)


def rates_near(short: int, whole: int, items: int, rates: tuple[Decimal, ...]) -> Iterator[Rate]:
    """The rates that so much missing of the whole may be, as far as rounding item by item can move it. Minor units."""
    for rate in rates_of(tuple(rates)):
        if abs(short * rate.of - whole * rate.part) < rate.of * items:
            yield rate


def _at(owed: Owed, policy: MatchingPolicy, rates: tuple[Decimal, ...], allowed: bool) -> Iterator[Related]:
    for rate in rates_near(owed.short, owed.whole, len(owed.items), rates):
        parts = [part_of(amount, rate.part, rate.of) for amount in owed.opens]
        taken = spread(parts, owed.short)
        if taken is not None:
            explained = amounts_of(parts) * len(rates)
            yield closing(owed, Taken(Why.WITHHOLDING, taken, allowed, rate.said, explained), policy)
