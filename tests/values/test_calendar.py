"""Working days are counted as people count them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.ports.calendar import Calendars
from otcore.values.calendar import WorkCalendar
from otcore.values.faults import Invalid

FRIDAY, SATURDAY, MONDAY = date(2026, 4, 17), date(2026, 4, 18), date(2026, 4, 20)

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
near = st.dates(date(2024, 1, 1), date(2024, 2, 15))
counts = st.integers(-40, 40)
calendars = st.builds(
    WorkCalendar, st.sets(st.integers(0, 6), max_size=4), st.sets(near, max_size=20) | st.sets(days, max_size=5)
)


def test_work_is_done_from_monday_to_friday():
    calendar = WorkCalendar()
    assert [calendar.is_working(MONDAY + timedelta(days=day)) for day in range(7)] == [True] * 5 + [False] * 2


def test_a_holiday_is_a_day_off():
    calendar = WorkCalendar(holidays={FRIDAY})
    assert not calendar.is_working(FRIDAY)
    assert calendar.next_working(FRIDAY) == MONDAY


def test_a_week_may_have_another_weekend():
    calendar = WorkCalendar(weekend={4})
    assert calendar.next_working(FRIDAY) == SATURDAY


@pytest.mark.parametrize(
    ("start", "count", "expected"), [(FRIDAY, 1, MONDAY), (MONDAY, -1, FRIDAY), (FRIDAY, 0, FRIDAY)]
)
def test_working_days_are_counted_over_the_weekend(start: date, count: int, expected: date):
    assert WorkCalendar().add_working_days(start, count) == expected


def test_a_day_off_counts_as_the_next_working_day():
    assert WorkCalendar().add_working_days(SATURDAY, 0) == MONDAY
    assert WorkCalendar().add_working_days(SATURDAY, 1) == date(2026, 4, 21)


@given(calendars, days)
def test_the_next_working_day_is_the_first_that_works(calendar: WorkCalendar, day: date):
    found = calendar.next_working(day)
    assert calendar.is_working(found)
    assert not any(calendar.is_working(day + timedelta(days=passed)) for passed in range((found - day).days))


@given(calendars, days)
def test_the_previous_working_day_is_the_last_that_works(calendar: WorkCalendar, day: date):
    found = calendar.previous_working(day)
    assert calendar.is_working(found)
    assert not any(calendar.is_working(day - timedelta(days=passed)) for passed in range((day - found).days))


@given(calendars, days, counts, counts)
def test_adding_twice_is_adding_the_sum(calendar: WorkCalendar, day: date, first: int, second: int):
    twice = calendar.add_working_days(calendar.add_working_days(day, first), second)
    assert twice == calendar.add_working_days(day, first + second)


@given(calendars, days, st.integers(0, 40))
def test_so_many_working_days_lie_between(calendar: WorkCalendar, day: date, count: int):
    start, end = calendar.next_working(day), calendar.add_working_days(day, count)
    passed = (start + timedelta(days=each) for each in range((end - start).days))
    assert sum(map(calendar.is_working, passed)) == count


@pytest.mark.parametrize("weekend", [range(7), [7], [-1]])
def test_a_weekend_is_a_part_of_the_week(weekend):
    with pytest.raises(Invalid, match="CALENDAR_WEEKEND"):
        WorkCalendar(weekend)


def test_a_host_loads_the_calendars_of_its_places():
    class Fixed:
        def load(self, place: str, first: date, last: date) -> WorkCalendar:
            return WorkCalendar(holidays={FRIDAY} if place == "DE" and first <= FRIDAY <= last else ())

    calendars: Calendars = Fixed()
    assert not calendars.load("DE", FRIDAY, MONDAY).is_working(FRIDAY)


def test_the_calendar_ends():
    with pytest.raises(Invalid, match="DATE_RANGE no working day is left beyond 9999-12-31"):
        WorkCalendar().add_working_days(date(9999, 12, 31), 1)
