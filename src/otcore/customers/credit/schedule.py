"""When what is ordered falls due: the part of the open orders that is wanted on known days."""

from datetime import date

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.money import Money, total


@fast_init
@frozen
class Scheduled:
    """Open order value that is wanted on one day, tax included, in the account's currency."""

    due: date
    value: Money


def rescheduled(scheduled: tuple[Scheduled, ...], due: date, value: Money) -> tuple[Scheduled, ...]:
    """The schedule with so much more (negative: less) on a day; ordered by day, without days that have nothing left."""
    values = {each.due: each.value for each in scheduled}
    values[due] = values[due] + value if due in values else value
    return tuple(Scheduled(day, values[day]) for day in sorted(values) if values[day])


def beyond(scheduled: tuple[Scheduled, ...], day: date, currency: str) -> Money:
    """What is wanted later than a day."""
    return total((each.value for each in scheduled if each.due > day), currency)
