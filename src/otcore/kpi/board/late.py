"""The customers that are late: with how much, and for how long."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.open_items import OpenItem
from otcore.values.money import Money


@frozen
class Late:
    """A customer with overdue items. `days` is the mean age past due, weighted by amount; `oldest` the longest.

    Instalments count each by its own due day; credits do not make a customer less late.
    """

    customer: str
    overdue: Money
    open: Money
    items: int
    days: Fraction
    oldest: int


def late(items: Iterable[OpenItem], as_of: date) -> tuple[Late, ...]:
    """Every customer with an item past its due date, the largest overdue amount first.

    items: the open items of one currency as of the day.
    """
    owned: defaultdict[str, list[OpenItem]] = defaultdict(list)
    for item in items:
        owned[item.customer] += item.parts
    found = (_late(customer, parts, as_of) for customer, parts in owned.items())
    return tuple(sorted(filter(None, found), key=lambda each: (-each.overdue.minor, each.customer)))


def _late(customer: str, parts: list[OpenItem], as_of: date) -> Late | None:
    ages = [(part.days_past_due(as_of), part) for part in parts]
    overdue = [(days, part) for days, part in ages if days > 0 and part.open.minor > 0]
    if not overdue:
        return None
    currency = parts[0].open.currency
    owed = sum(part.open.minor for _, part in overdue)
    return Late(
        customer,
        Money.from_minor(owed, currency),
        Money.from_minor(sum(part.open.minor for part in parts), currency),
        len({part.id for _, part in overdue}),
        Fraction(sum(days * part.open.minor for days, part in overdue), owed),
        max(days for days, _ in overdue),
    )
