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
class _Rate:
    """A rate as part / of."""

    said: str
    part: int
    of: int


def _rate_of(rate: Decimal) -> _Rate:
    part, of = rate.as_integer_ratio()
    return _Rate(f"{plain(rate)} %", part, of * _PERCENT)


@lru_cache
def _rates_of(rates: tuple[Decimal, ...]) -> tuple[_Rate, ...]:
    return tuple(_rate_of(rate) for rate in rates)


_TENTHS = (10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 100, 120, 125, 140, 150, 160, 180, 200, 220, 250, 300)
_USUAL = _rates_of(tuple(Decimal(tenths) / 10 for tenths in _TENTHS))


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
    listed = next(_at(owed, policy, _rates_of(policy.withholding), True), None)
    return listed or next(_at(owed, policy, _USUAL, False), None)


def _at(owed: Owed, policy: MatchingPolicy, rates: Sequence[_Rate], allowed: bool) -> Iterator[Related]:
    short, whole, items = owed.short, owed.whole, len(owed.items)
    for rate in rates:
        if abs(short * rate.of - whole * rate.part) > rate.of * items:
            continue  # beyond what rounding makes of it
        parts = [part_of(amount, rate.part, rate.of) for amount in owed.opens]
        taken = spread(parts, owed.short)
        if taken is not None:
            explained = amounts_of(parts) * len(rates)
            yield closing(owed, Taken(Why.WITHHOLDING, taken, allowed, rate.said, explained), policy)
