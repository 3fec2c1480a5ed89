"""What a released credit hold still covers: the checks it lifted, up to a value and for a time."""

from datetime import date

from otcore.customers.credit.risk_class import RiskClass
from otcore.orders.hold import HoldKind, Release
from otcore.orders.order import Order
from otcore.values.money import Money


def covered(order: Order, risk: RiskClass, day: date) -> frozenset[str]:
    """The codes of the checks that a person has answered for, of this order as it is now."""
    return frozenset(
        code
        for release in order.releases
        if release.kind is HoldKind.CREDIT
        and risk.covers(release.value, answered_for(order, release), (day - release.day).days)
        for code in release.codes
    )


def answered_for(order: Order, release: Release) -> Money:
    """What the release would have to cover: its value and what the order grew by since, and all that is open now."""
    grown = release.value if release.of is None else release.value + order.value - release.of
    return max(grown, order.open_value)
