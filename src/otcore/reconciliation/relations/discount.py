"""Early-payment discount: what the terms of an item take off for paying by a day."""

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from otcore.payments.allocation import Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.closing import Taken, closing
from otcore.reconciliation.relations.owed import Owed, owed_on
from otcore.reconciliation.relations.percents import NO_PART, Part, amounts_of, part_of, spread
from otcore.reconciliation.relations.related import Related
from otcore.reconciliation.sums import Verdict, subsets
from otcore.values.decimals import plain
from otcore.values.fast_init import fast_init
from otcore.values.terms import DiscountOffer

_PERCENT = 100
_SETS = 10  # powers of two: sets of items that may have taken it
_WORK = 20_000


@fast_init
@frozen
class _Way:
    """An offer for each item, or none; and how many days late the latest of them is taken, below 0 for early."""

    offers: tuple[DiscountOffer | None, ...]
    late: int

    @property
    def detail(self) -> str:
        """The percentages, highest first, and the days."""
        percents = sorted({offer.percent.value for offer in self.offers if offer}, reverse=True)
        said = ", ".join(f"{plain(each)} %" for each in percents)
        return f"{said}, {self.late} days late" if self.late > 0 else said


def discount(items: Sequence[OpenItem], payment: Payment, policy: MatchingPolicy) -> Related | None:
    """The shortage is the discount that the terms of the items offer, on all of them or on some.

    Within its dates and `policy.grace_days` it is allowed, if it was taken on every item that offers it, or on those of
    one set only; later, or where several sets come to the shortage, it is found and not allowed. An item that is partly
    paid has the discount of what is open. It may be rounded item by item or once, for no standard says how.
    """
    owed = owed_on(items, payment)
    return discounted(owed, payment.day, policy) if owed else None


def discounted(owed: Owed, day: date, policy: MatchingPolicy) -> Related | None:
    """`discount` of what is owed, paid on a day."""
    if not owed.short or not any(item.discounts for item in owed.items):
        return None
    ways = tuple(dict.fromkeys(_ways(owed.items, day.toordinal() - policy.grace_days)))
    found = (_by(owed, way, policy, len(ways)) for way in ways)
    return next((each for each in found if each), None)


def off(offer: DiscountOffer, open_now: int, came_in: int) -> Part:
    """What an offer takes off an item: as it states; of what is open, where the item is partly paid. Minor units."""
    numerator, denominator = offer.percent.value.as_integer_ratio()
    part = part_of(offer.base.minor * open_now, numerator, denominator * _PERCENT * came_in)
    if open_now != came_in:
        return part
    return Part(min(part.low, offer.amount.minor), max(part.high, offer.amount.minor), offer.amount.minor)


def _ways(items: Sequence[OpenItem], day: int) -> Iterator[_Way]:
    """The best offers in time first; then each percentage that is offered, as if it were in time."""
    in_time = [[offer for offer in item.discounts if day <= offer.until.toordinal()] for item in items]
    yield _way([max(offers, key=lambda offer: offer.percent.value, default=None) for offers in in_time], day)
    for percent in sorted({offer.percent.value for item in items for offer in item.discounts}, reverse=True):
        of_items = ([offer for offer in item.discounts if offer.percent.value == percent] for item in items)
        yield _way([max(offers, key=lambda offer: offer.until, default=None) for offers in of_items], day)


def _way(offers: Sequence[DiscountOffer | None], day: int) -> _Way:
    return _Way(tuple(offers), max((day - offer.until.toordinal() for offer in offers if offer), default=0))


def _by(owed: Owed, way: _Way, policy: MatchingPolicy, ways: int) -> Related | None:
    """On all items that offer it, else on some."""
    parts = [_part(item, offer) for item, offer in zip(owed.items, way.offers, strict=True)]
    taken, one = spread(parts, owed.short), True
    if taken is None:
        taken, one = _on_some(owed, parts)
    if taken is None:
        return None
    explained = amounts_of(parts) * ways * 2 ** min(_SETS, sum(part is not NO_PART for part in parts) - 1)
    return closing(owed, Taken(Why.DISCOUNT, taken, one and way.late <= 0, way.detail, explained), policy)


def _on_some(owed: Owed, parts: Sequence[Part]) -> tuple[list[int] | None, bool]:
    """What is off each item of a set whose discounts come to the shortage; whether no other set does."""
    amounts = [part.nearest for part in parts]
    found = subsets(amounts, owed.short, work=_WORK, rivals=1, near=0)
    if not found.subsets:
        return None, False
    chosen = set(found.subsets[0])
    return [amount if index in chosen else 0 for index, amount in enumerate(amounts)], found.verdict is Verdict.ONE


def _part(item: OpenItem, offer: DiscountOffer | None) -> Part:
    return off(offer, item.open.minor, item.amount.minor) if offer and item.amount else NO_PART
