"""Service levels: how many cases were answered, or solved, in the time that was promised."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.sample import Said, sample, share
from otcore.kpi.service.business_hours import BusinessHours
from otcore.kpi.service.case_time import opened_within
from otcore.kpi.service.cases import CaseRow, ServiceLevel
from otcore.kpi.service.clock import Until, ended, took
from otcore.kpi.service.moments import utc
from otcore.kpi.window import Window
from otcore.values.rounding import Rounding


@frozen
class ServiceLevelSpec:
    """Cases that kept their service level, in percent of the cases opened in the window.

    Kept: the answer (or the solution) came within the level's time, in business hours, without the time in which the
    case waited for the customer; exactly the time is in time. A case that still waits and is over its time did not keep
    it; one that still may is left out (OPEN), and so is one without a level that is known (NO_LEVEL). Without a case:
    NO_CASES.
    """

    hours: BusinessHours
    levels: tuple[ServiceLevel, ...]
    until: Until = Until.ANSWER
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


def service_level(
    cases: Iterable[CaseRow], at: datetime, spec: ServiceLevelSpec
) -> Measure[ServiceLevelSpec, Fraction]:
    """The share of cases as of an aware moment."""
    at = utc(at)
    said = sample((case.case, _kept(case, at, spec)) for case in opened_within(cases, at, spec.window, spec.hours))
    return share(spec, at.astimezone(spec.hours.zone).date(), said, "NO_CASES")


def _kept(case: CaseRow, at: datetime, spec: ServiceLevelSpec) -> Said:
    level = next((each for each in spec.levels if each.name == case.level), None)
    if level is None:
        return "NO_LEVEL"
    promised = level.answer if spec.until is Until.ANSWER else level.solution
    end = ended(case, spec.until, at)
    kept = took(case, end or at, spec.hours) <= promised
    return "OPEN" if kept and end is None else Fraction(kept)
