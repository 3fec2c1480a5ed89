"""From which day, by which steps and on to which payment day something falls due."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import final

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from otcore.values.calendar import WorkCalendar
from otcore.values.faults import Invalid
from otcore.values.terms.due_step import END_OF_MONTH, DueStep

_LAST_DAY = 31
_MOST_STEPS = 12
_NEXT_MONTH = relativedelta(months=1)


class DueAnchor(StrEnum):
    """The day that is counted from. `MONTH_END`: the last day of the invoice's month."""

    INVOICE = "invoice"
    DELIVERY = "delivery"
    ORDER = "order"
    MONTH_END = "month-end"


@final
@frozen
class BaseDays:
    """The days of one sale that terms count from; one that is not known counts as the day of the invoice."""

    invoice: date
    delivery: date | None = None
    order: date | None = None

    def of(self, anchor: DueAnchor, calendar: WorkCalendar) -> date:
        """The day that an anchor stands for."""
        if anchor is DueAnchor.MONTH_END:
            return END_OF_MONTH.moved(self.invoice, calendar)
        known = {DueAnchor.DELIVERY: self.delivery, DueAnchor.ORDER: self.order}.get(anchor)
        return known or self.invoice


def _sorted(days: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(days))


@final
@frozen
class DueRule:
    """The steps from the anchor, one after the other, then on to the next payment day.

    `cutoff`: who is invoiced after that day of the month is treated as one month later; 0: no cut-off. `payment_days`:
    the days of the month on which payments are made (31 is the last of any month); none: any day.
    Raises `Invalid` TERMS_CUTOFF, TERMS_PAYMENT_DAYS, TERMS_TOO_MANY (more than 12 steps).
    """

    steps: tuple[DueStep, ...] = ()
    anchor: DueAnchor = DueAnchor.INVOICE
    cutoff: int = 0
    payment_days: tuple[int, ...] = field(default=(), converter=_sorted)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.cutoff <= _LAST_DAY:
            raise Invalid.one("TERMS_CUTOFF", f"a month has the days 1 to {_LAST_DAY}", "/cutoff", day=self.cutoff)
        days = self.payment_days
        if len(set(days)) < len(days) or any(not 1 <= day <= _LAST_DAY for day in days):
            message = f"payment days are different days within 1 to {_LAST_DAY}"
            raise Invalid.one("TERMS_PAYMENT_DAYS", message, "/payment_days", days=days)
        if len(self.steps) > _MOST_STEPS:
            raise Invalid.one("TERMS_TOO_MANY", f"a due rule has at most {_MOST_STEPS} steps", "/steps")

    def day(self, base: BaseDays, calendar: WorkCalendar) -> date:
        """The day counted from the anchor, working day or not. Raises `Invalid` DATE_RANGE beyond the year 9999."""
        return self.day_from(base.of(self.anchor, calendar), calendar)

    def day_from(self, start: date, calendar: WorkCalendar) -> date:
        """The day counted from `start`. Raises `Invalid` DATE_RANGE beyond the year 9999."""
        day = _a_month_later(start) if 0 < self.cutoff < start.day else start
        for step in self.steps:
            day = step.moved(day, calendar)
        return _on_payment_day(day, self.payment_days) if self.payment_days else day


def _on_payment_day(day: date, days: tuple[int, ...]) -> date:
    """This day or the next that is one of the payment days."""
    this_month = [found for each in days if (found := _in_month(day, each)) >= day]
    return this_month[0] if this_month else _in_month(_a_month_later(day), days[0])


def _in_month(day: date, number: int) -> date:
    found: date = day + relativedelta(day=number)
    return found


def _a_month_later(day: date) -> date:
    try:
        later: date = day + _NEXT_MONTH
    except ValueError:
        raise Invalid.one("DATE_RANGE", f"a month after {day} is beyond the year 9999", day=day) from None
    return later
