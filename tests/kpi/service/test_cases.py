"""Response and resolution times of cases, and service levels kept."""

from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from otcore.kpi.orders.statistic import Statistic
from otcore.kpi.service.business_hours import BusinessHours
from otcore.kpi.service.case_time import CaseTimeSpec, case_time
from otcore.kpi.service.cases import CaseRow, ServiceLevel
from otcore.kpi.service.clock import Until
from otcore.kpi.service.service_level import ServiceLevelSpec, service_level
from otcore.kpi.window import Days
from otcore.values import WorkCalendar
from tests.kpi.orders.rows import left_out

HOURS = BusinessHours(UTC, dict.fromkeys(range(5), ((time(8), time(18)),)))
GOLD = ServiceLevel("gold", timedelta(hours=4), timedelta(hours=20))


def at(day: int, hour: int) -> datetime:
    """March 2026 begins on a Sunday: the 2nd is a Monday."""
    return datetime(2026, 3, day, hour, tzinfo=UTC)


OPENED, LATER = at(2, 10), at(31, 12)


def case(id: str = "C1", opened: datetime = OPENED, **more) -> CaseRow:
    return CaseRow(case=id, customer="ACME", opened=opened, level=more.pop("level", "gold"), **more)


def told(*cases: CaseRow, when: datetime = LATER, **spec):
    return case_time(cases, when, CaseTimeSpec(HOURS, **spec))


def kept(*cases: CaseRow, when: datetime = LATER, **spec):
    return service_level(cases, when, ServiceLevelSpec(HOURS, (GOLD,), **spec))


def test_an_answer_takes_open_hours_only():
    assert told(case(answered=at(3, 9))).value == 9


def test_a_solution_is_measured_alike():
    assert told(case(answered=at(3, 9), resolved=at(4, 10)), until=Until.SOLUTION).value == 20


def test_time_in_which_the_customer_was_asked_does_not_count():
    waiting = ((at(2, 12), at(2, 15)), (at(2, 14), at(3, 9)), (at(3, 11), at(3, 11)))
    assert told(case(resolved=at(3, 12), waiting=waiting), until=Until.SOLUTION).value == 2 + 3


def test_waiting_that_lasts_and_waiting_before_and_after_the_case():
    waiting = ((at(1, 0), at(2, 11)), (at(2, 13), None))
    assert told(case(answered=at(2, 15), waiting=waiting)).value == 2


def test_a_case_that_waits_is_left_out_and_so_is_what_comes_later():
    assert left_out(told(case())) == {"OPEN": ("C1",)}
    assert left_out(told(case(answered=at(3, 9)), when=at(3, 8))) == {"OPEN": ("C1",)}
    assert told(case(opened=at(5, 9)), when=at(3, 8)).population.left_out == ()
    assert told().reason == "NO_CASES"


def test_a_window_counts_cases_by_the_day_they_were_opened():
    cases = (case("C1", answered=at(2, 11)), case("C2", at(9, 9), answered=at(9, 12)))
    assert told(*cases, window=Days(7), when=at(10, 9)).value == 3
    assert told(*cases, statistic=Statistic.MEDIAN, when=at(10, 9)).value == 2


@pytest.mark.parametrize(("answered", "value"), [(at(2, 14), 100), (at(2, 15), 0)])
def test_exactly_the_promised_time_is_in_time(answered: datetime, value: int):
    assert kept(case(answered=answered)).value == value


def test_a_case_that_is_over_its_time_did_not_keep_it_though_it_waits_still():
    assert kept(case(), when=at(2, 15)).value == 0
    assert left_out(kept(case(), when=at(2, 14))) == {"OPEN": ("C1",)}


def test_solutions_have_their_own_time():
    assert kept(case(resolved=at(4, 10)), until=Until.SOLUTION).value == 100
    assert kept(case(resolved=at(4, 11)), until=Until.SOLUTION).value == 0


def test_a_case_without_a_known_level_was_promised_nothing():
    assert left_out(kept(case(level="iron"))) == {"NO_LEVEL": ("C1",)}
    assert kept(case(level="iron")).reason == "NO_CASES"


def test_the_night_in_which_clocks_are_put_back_has_its_real_length():
    berlin = ZoneInfo("Europe/Berlin")
    always = BusinessHours(berlin, dict.fromkeys(range(7), ((time(0), time.max),)), WorkCalendar(weekend=()))
    opened = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    night = CaseRow(case="C1", customer="ACME", opened=opened, answered=opened.replace(minute=15, fold=1))
    assert case_time([night], LATER.replace(month=12), CaseTimeSpec(always, places=2)).value == Fraction(3, 4)
