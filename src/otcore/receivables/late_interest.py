"""Interest on late payment, by a rate that may change on the way."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from attrs import Attribute, field, frozen

from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.rounding import Rounding, round_ratio


class InterestDays(StrEnum):
    """How days become a part of a year."""

    ACTUAL_365 = "actual/365"
    ACTUAL_ACTUAL = "actual/actual"  # each year by the days it has: 366 of a leap year
    THIRTY_360 = "30/360"  # months of thirty days, the 31st counts as the 30th


class RateRule(StrEnum):
    """Which rate counts."""

    PIECEWISE = "piecewise"  # each day by the rate of the day
    AT_PAYMENT = "at payment"  # all days by the rate of the day of payment


_DAY = timedelta(days=1)


@frozen
class InterestRate:
    """A rate for a year, and the first day that it counts."""

    since: date
    rate: Percentage


@frozen
class LateInterestSpec:
    """Interest on late payment (Directive 2011/7/EU, articles 2, 3 and 6): simple interest, from the day after the due
    date up to and including the day of payment, by the statutory rate of each day, which changes half-yearly.

    rates: the first one counts from before it too. The sum is rounded once, to the minor unit. fixed: the fixed sum of
    article 6 (40 EUR), owed beside it once a payment is late. Raises `Invalid` INTEREST_RATES without a rate.
    """

    rates: tuple[InterestRate, ...] = field()
    days: InterestDays = InterestDays.ACTUAL_365
    rule: RateRule = RateRule.PIECEWISE
    fixed: Money | None = None
    rounding: Rounding = Rounding.HALF_UP

    @rates.validator
    def _some(self, attribute: "Attribute[tuple[InterestRate, ...]]", rates: tuple[InterestRate, ...]) -> None:
        if not rates:
            raise Invalid.one("INTEREST_RATES", "interest needs a rate")


@frozen
class InterestPart:
    """Days of one rate: after `start` (the due date, or the last day of the rate before), up to `end`."""

    start: date
    end: date
    days: int
    rate: Percentage
    amount: Fraction


@frozen
class LateInterest:
    """The interest, unrounded (`exact`, in minor units) and rounded; `fixed`: the sum owed beside it; and its parts."""

    interest: Money
    fixed: Money
    exact: Fraction
    parts: tuple[InterestPart, ...]


def late_interest(amount: Money, due: date, paid: date, spec: LateInterestSpec) -> LateInterest:
    """What is owed for an amount that was due and was paid on these days; nothing where it was in time."""
    parts = tuple(_parts(amount, due, paid, spec)) if paid > due else ()
    exact = sum((part.amount for part in parts), Fraction(0))
    interest = Money.from_minor(round_ratio(exact.numerator, exact.denominator, spec.rounding), amount.currency)
    fixed = spec.fixed if spec.fixed and parts else Money.zero((spec.fixed or amount).currency)
    return LateInterest(interest, fixed, exact, parts)


def _parts(amount: Money, due: date, paid: date, spec: LateInterestSpec) -> Iterator[InterestPart]:
    rates = sorted(spec.rates, key=lambda each: each.since)
    for start, end in pairwise(sorted({due, paid, *_cuts(due, paid, spec)})):
        rate = _rate(rates, end if spec.rule is RateRule.PIECEWISE else paid)
        days, year = _days(start, end, spec.days), _year(end, spec.days)
        yield InterestPart(start, end, days, rate, amount.minor * Fraction(rate.value) / 100 * days / year)


def _cuts(due: date, paid: date, spec: LateInterestSpec) -> Iterator[date]:
    """The last days of rates, and of years that may differ, in between."""
    if spec.rule is RateRule.PIECEWISE:
        yield from (each.since - _DAY for each in spec.rates if due < each.since - _DAY < paid)
    if spec.days is InterestDays.ACTUAL_ACTUAL:
        yield from (day for year in range(due.year, paid.year) if due < (day := date(year, 12, 31)))


def _rate(rates: list[InterestRate], day: date) -> Percentage:
    return max((each for each in rates if each.since <= day), key=lambda each: each.since, default=rates[0]).rate


def _days(start: date, end: date, counted: InterestDays) -> int:
    if counted is not InterestDays.THIRTY_360:
        return (end - start).days
    months = (end.year - start.year) * 12 + end.month - start.month
    return months * 30 + min(end.day, 30) - min(start.day, 30)


def _year(end: date, counted: InterestDays) -> int:
    if counted is InterestDays.THIRTY_360:
        return 360
    if counted is InterestDays.ACTUAL_365:
        return 365
    return (date(end.year, 12, 31) - date(end.year - 1, 12, 31)).days
