"""Items, payments and policies that the relations are tried on."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from attrs import evolve

from otcore.payments.allocation import Allocation, Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations import Related
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.rounding import round_ratio
from otcore.values.terms import DiscountOffer

DAY = date(2026, 5, 20)
STRICT = MatchingPolicy()


def euros(minor: int, currency: str = "EUR") -> Money:
    """Minor units as money."""
    return Money.from_minor(minor, currency)


def item(name: str, minor: int, *offers: tuple[str, int], currency: str = "EUR") -> OpenItem:
    """An open item; an offer is a percentage and in how many days it ends."""
    whole = euros(minor, currency)
    discounts = tuple(_offer(whole, percent, days) for percent, days in offers)
    return OpenItem(name, "C-1", name, whole, whole, DAY - timedelta(9), DAY + timedelta(21), discounts=discounts)


def partly_paid(whole: OpenItem, left: int) -> OpenItem:
    """The item with only so much of it open."""
    return evolve(whole, open=euros(left, whole.open.currency))


def paid(minor: int, currency: str = "EUR", original: Money | None = None) -> Payment:
    """A payment on the day."""
    return Payment("P-1", euros(minor, currency), DAY, original=original)


def lenient(**more: Any) -> MatchingPolicy:
    """A policy with limits in euros."""
    limits = {Why.FEE: (euros(3000),)}
    return evolve(MatchingPolicy(tolerance=(euros(5),), write_off=limits, withholding=(Decimal(10),)), **more)


def sure(related: Related | None) -> Related:
    """A relation that is there."""
    assert related is not None
    return related


def closed(related: Related | None) -> dict[str, tuple[int, int]]:
    """Of each item: the cash, and what closes of it."""
    return {each.item: (each.amount.minor, each.closes.minor) for each in sure(related).allocations}


def taken_off(allocations: Sequence[Allocation]) -> list[int]:
    """What is taken off each item."""
    return [sum(adjustment.amount.minor for adjustment in each.adjustments) for each in allocations]


def _offer(whole: Money, percent: str, days: int) -> DiscountOffer:
    part, of = Decimal(percent).as_integer_ratio()
    off = euros(round_ratio(whole.minor * part, of * 100), whole.currency)
    return DiscountOffer(DAY + timedelta(days), Percentage(percent), whole, off)
