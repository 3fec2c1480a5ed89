"""Sales by spans of days fine enough for every window asked for: the sum of any of them by two look-ups."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate, repeat

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

    def month(self, number: int) -> date:
        """The first day of a span's month."""
        months = number // (len(self.cuts) + 1) - 1
        return date(months // 12, months % 12 + 1, 1)


@frozen
class Asked:
    """A day that is asked for: where its DSO window lies among the spans with sales, and each month back to the first
    of them, latest first. From the first place to the one after the last.
    """

    as_of: date
    window: tuple[int, int]
    days: Fraction
    months: tuple[tuple[int, int, int], ...]  # and the days that the month counts for


def spans(spec: StandingSpec, days: Iterable[date]) -> Spans:
    """For these days, and the window of DSO before each."""
    asked = set(days)
    starts = {spec.dso.period(day).start for day in asked} - {date.min}
    return Spans(tuple(sorted(asked | {start - timedelta(days=1) for start in starts})))


def asked(spec: StandingSpec, spans: Spans, as_of: date, numbers: Sequence[int]) -> Asked:
    """A day, by the numbers of the spans with sales, in order."""

    def place(day: date) -> int:
        return bisect_left(numbers, spans.number(day))

    counted = MonthDays.ACTUAL if spec.countback.unit is CountbackUnit.MONTHS else MonthDays.THIRTY
    months, last = list[tuple[int, int, int]](), bisect_right(numbers, spans.number(as_of))
    high = last
    for month in months_back(as_of, spans.month(numbers[0])) if numbers else ():
        low = place(month)
        months.append((low, high, days_of(month, as_of, counted)))
        high = low
    window = place(spec.dso.period(as_of).start), last
    return Asked(as_of, window, spec.dso.days_counted(as_of), tuple(months))


class Sold:
    """The sales of one customer, or of all, up to each of the spans with sales of anyone."""

    def __init__(self, numbers: Sequence[int], sales: Sales) -> None:
        self._upto = [0, *accumulate(map(sales.get, numbers, repeat(0)))]
        self._first = bisect_left(numbers, min(sales)) if sales else len(numbers)

    def within(self, low: int, high: int) -> int:
        """The sales of these spans."""
        return self._upto[high] - self._upto[low]

    def standing(self, customer: str, buckets: Sequence[int], day: Asked) -> Standing:
        """The figures of a day from its buckets."""
        owed = sum(buckets)
        whole, left, sales, length = self._counted(owed, day) if owed > 0 else (0, owed, 0, 0)
        taken, unexplained = (left, 0) if sales else (0, left)
        reason = "" if owed >= 0 else "CREDIT_BALANCE"
        if owed > 0 and day.window[1] <= self._first:
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

    def _counted(self, owed: int, day: Asked) -> tuple[int, int, int, int]:
        """Days of whole months, what is left then, and sales and days of the month that explains it in part."""
        left, days, upto = owed, 0, self._upto
        for low, high, length in day.months:
            if high <= self._first:
                break
            sold = upto[high] - upto[low]
            if sold > left:
                return days, left, sold, length
            days, left = days + length, left - sold
            if not left:
                break
        return days, left, 0, 0
