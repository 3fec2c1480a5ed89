"""Sales by spans of days fine enough for every window asked for: the sum of any of them by two look-ups."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

from attrs import frozen

from otcore.kpi.months import MonthDays, days_of, months_back
from otcore.kpi.outstanding.countback import CountbackUnit
from otcore.kpi.running.standing import Standing, StandingSpec

Sales = Mapping[int, int]
"""Sales in minor units by the number of their span."""


@frozen
class Spans:
    """Days by number: those of one number lie in one month and in the same windows, later days have no lower one.

    `cuts`: the last days of spans within months.
    """

    cuts: tuple[date, ...]

    def number(self, day: date) -> int:
        """Of the span that the day is in."""
        return (day.year * 12 + day.month) * (len(self.cuts) + 1) + bisect_left(self.cuts, day)

    def first(self, sales: Iterable[Sales], otherwise: date) -> date:
        """The first day of the month that sales begin in."""
        number = min((min(each) for each in sales if each), default=self.number(otherwise))
        months = number // (len(self.cuts) + 1) - 1
        return date(months // 12, months % 12 + 1, 1)


@frozen
class Asked:
    """A day that is asked for: the spans of its DSO window, and of each month back to the first sales, latest first."""

    as_of: date
    window: tuple[int, int]
    days: Fraction
    months: tuple[tuple[int, int, int], ...]  # first and last span, and the days that the month counts for


def spans(spec: StandingSpec, days: Iterable[date]) -> Spans:
    """For these days, and the window of DSO before each."""
    asked = set(days)
    starts = {spec.dso.period(day).start for day in asked} - {date.min}
    return Spans(tuple(sorted(asked | {start - timedelta(days=1) for start in starts})))


def asked(spec: StandingSpec, spans: Spans, as_of: date, first: date) -> Asked:
    """A day, where sales begin with the day `first`."""
    start, last = spec.dso.period(as_of).start, spans.number(as_of)
    counted = MonthDays.ACTUAL if spec.countback.unit is CountbackUnit.MONTHS else MonthDays.THIRTY
    months, high = list[tuple[int, int, int]](), last
    for month in months_back(as_of, first):
        low = spans.number(month)
        months.append((low, high, days_of(month, as_of, counted)))
        high = low - 1
    return Asked(as_of, (spans.number(start), last), spec.dso.days_counted(as_of), tuple(months))


class Sold:
    """The sales of one customer, or of all."""

    def __init__(self, sales: Sales) -> None:
        self._numbers = sorted(sales)
        self._upto = [0, *accumulate(sales[number] for number in self._numbers)]

    def within(self, low: int, high: int) -> int:
        """The sales of these spans, both included."""
        upto, numbers = self._upto, self._numbers
        return upto[bisect_right(numbers, high)] - upto[bisect_left(numbers, low)]

    def standing(self, customer: str, buckets: Sequence[int], day: Asked) -> Standing:
        """The figures of a day from its buckets."""
        owed = sum(buckets)
        whole, left, sales, length = self._counted(owed, day) if owed > 0 else (0, owed, 0, 0)
        taken, unexplained = (left, 0) if sales else (0, left)
        reason = "" if owed >= 0 else "CREDIT_BALANCE"
        if owed > 0 and not self._begun(day):
            reason = "NO_SALES"
        return Standing(
            customer,
            day.as_of,
            tuple(buckets),
            self.within(*day.window),
            day.days,
            whole,
            taken,
            sales,
            length,
            unexplained,
            reason,
        )

    def _begun(self, day: Asked) -> bool:
        return bool(self._numbers) and self._numbers[0] <= day.window[1]

    def _counted(self, owed: int, day: Asked) -> tuple[int, int, int, int]:
        """Days of whole months, what is left then, and sales and days of the month that explains it in part."""
        left, days, first = owed, 0, self._numbers[0] if self._numbers else day.window[1] + 1
        for low, high, length in day.months:
            if high < first:
                break
            sold = self.within(low, high)
            if sold > left:
                return days, left, sold, length
            days, left = days + length, left - sold
            if not left:
                break
        return days, left, 0, 0
