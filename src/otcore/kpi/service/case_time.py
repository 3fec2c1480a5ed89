"""Response and resolution time: how long customers wait, in business hours."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.sample import Said, sample
from otcore.kpi.orders.statistic import Statistic, spread
from otcore.kpi.service.business_hours import BusinessHours
from otcore.kpi.service.cases import CaseRow
from otcore.kpi.service.clock import Until, ended, took
from otcore.kpi.service.moments import utc
from otcore.kpi.window import Window
from otcore.values.rounding import Rounding

_MICROSECOND = timedelta(microseconds=1)
_HOUR = timedelta(hours=1) // _MICROSECOND


@frozen
class CaseTimeSpec:
    """Response time (or resolution time), in business hours, of the cases opened in the window, by `statistic`.

    `until`: the first answer by a person, or the solution. Time in which a case waits for the customer does not count.
    Cases that still wait for it are left out (OPEN). The window is of days in the zone of `hours`. Without a case:
    NO_CASES.
    """

    hours: BusinessHours
    until: Until = Until.ANSWER
    window: Window | None = None
    statistic: Statistic = Statistic.MEAN
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


def case_time(cases: Iterable[CaseRow], at: datetime, spec: CaseTimeSpec) -> Measure[CaseTimeSpec, Fraction]:
    """The time as of an aware moment."""
    at = utc(at)
    said = sample((case.case, _of(case, at, spec)) for case in opened_within(cases, at, spec.window, spec.hours))
    return spread(spec, at.astimezone(spec.hours.zone).date(), said, spec.statistic, "NO_CASES")


def _of(case: CaseRow, at: datetime, spec: CaseTimeSpec) -> Said:
    end = ended(case, spec.until, at)
    return "OPEN" if end is None else Fraction(took(case, end, spec.hours) // _MICROSECOND, _HOUR)


def opened_within(
    cases: Iterable[CaseRow], at: datetime, window: Window | None, hours: BusinessHours
) -> tuple[CaseRow, ...]:
    """The cases opened up to the moment, and no longer ago than the window reaches; None: all of them."""
    known = (case for case in cases if case.opened <= at)
    if window is None:
        return tuple(known)
    first = window.period(at.astimezone(hours.zone).date()).start
    return tuple(case for case in known if case.opened.astimezone(hours.zone).date() >= first)
