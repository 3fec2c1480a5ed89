"""Business hours: open time between moments, and deadlines, where clocks change and days are off."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.service.business_hours import BusinessHours
from otcore.values import Invalid, WorkCalendar

BERLIN = ZoneInfo("Europe/Berlin")
NINE_TO_FIVE = ((time(9), time(12)), (time(13), time(17)))
OFFICE = BusinessHours(BERLIN, dict.fromkeys(range(5), NINE_TO_FIVE))
ALWAYS = BusinessHours(BERLIN, dict.fromkeys(range(7), ((time(0), time.max),)), WorkCalendar(weekend=()))


def berlin(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (berlin(3, 2, 9), berlin(3, 2, 17), 7),
        (berlin(3, 2, 11), berlin(3, 2, 14), 2),
        (berlin(3, 2, 18), berlin(3, 3, 8), 0),
        (berlin(3, 6, 16), berlin(3, 9, 10), 2),
        (berlin(3, 3, 9), berlin(3, 2, 9), 0),
    ],
    ids=["a day", "over lunch", "over night", "over the weekend", "backwards"],
)
def test_only_open_time_counts(start: datetime, end: datetime, hours: int):
    assert OFFICE.elapsed(start, end) == timedelta(hours=hours)


def test_holidays_are_the_calendars():
    closed = BusinessHours(BERLIN, OFFICE.shifts, WorkCalendar(holidays={berlin(3, 3).date()}))
    assert closed.elapsed(berlin(3, 2, 16), berlin(3, 4, 10)) == timedelta(hours=2)


def test_the_day_clocks_go_forward_has_23_hours_and_the_day_they_go_back_25():
    assert ALWAYS.elapsed(berlin(3, 29), berlin(3, 30)) == timedelta(hours=23)
    assert ALWAYS.elapsed(berlin(10, 25), berlin(10, 26)) == timedelta(hours=25)


def test_time_within_the_hour_that_clocks_pass_over_or_repeat_is_real_time():
    assert ALWAYS.elapsed(berlin(3, 29, 1), berlin(3, 29, 4)) == timedelta(hours=2)
    assert ALWAYS.elapsed(berlin(10, 25, 1), berlin(10, 25, 4)) == timedelta(hours=4)
    assert ALWAYS.elapsed(berlin(10, 25, 2, 30), berlin(10, 25, 2, 15).replace(fold=1)) == timedelta(minutes=45)
    assert ALWAYS.deadline(berlin(10, 25, 1), timedelta(hours=4)) == berlin(10, 25, 4)


@pytest.mark.parametrize(
    ("shifts", "minutes"),
    [
        (((time(2), time(2, 30)), (time(3), time(3, 30))), 30),
        (((time(1, 30), time(2, 30)), (time(2, 30), time(3))), 30),
        (((time(2, 15), time(2, 45)),), 0),
    ],
    ids=["one in the hour passed over, one after it", "two that meet in it", "one within it"],
)
def test_a_shift_in_the_hour_that_clocks_pass_over_is_none(shifts, minutes: int):
    night = BusinessHours(BERLIN, dict.fromkeys(range(7), shifts), WorkCalendar(weekend=()))
    midnight = berlin(3, 29)
    assert night.elapsed(midnight, berlin(3, 29, 12)) == timedelta(minutes=minutes)
    for within in (timedelta(hours=hours) for hours in range(3)):
        assert night.elapsed(midnight, night.deadline(midnight, within)) == within


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(Invalid) as caught:
        OFFICE.elapsed(datetime(2026, 3, 2), berlin(3, 2))
    assert caught.value.faults[0].code == "AT_NOT_AWARE"


def test_office_hours_stay_at_nine_when_clocks_change():
    assert OFFICE.elapsed(berlin(3, 27, 16), berlin(3, 30, 10)) == timedelta(hours=2)
    assert OFFICE.deadline(berlin(3, 27, 16), timedelta(hours=2)) == berlin(3, 30, 10)


def test_a_moment_is_the_same_in_whatever_zone_it_is_told():
    tokyo = ZoneInfo("Asia/Tokyo")
    start, end = berlin(3, 2, 9), berlin(3, 2, 17)
    assert OFFICE.elapsed(start.astimezone(tokyo), end.astimezone(tokyo)) == timedelta(hours=7)


def test_a_deadline_is_met_within_the_shift_it_falls_in():
    assert OFFICE.deadline(berlin(3, 2, 11), timedelta(hours=2)) == berlin(3, 2, 14)
    assert OFFICE.deadline(berlin(3, 6, 18), timedelta(hours=1)) == berlin(3, 9, 10)


moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))


@given(moments, st.timedeltas(timedelta(minutes=1), timedelta(days=3)))
def test_so_much_open_time_passes_until_the_deadline(start: datetime, within: timedelta):
    assert OFFICE.elapsed(start, OFFICE.deadline(start, within)) == within


@given(moments, moments, moments)
def test_open_time_adds_up(one: datetime, two: datetime, three: datetime):
    first, second, third = sorted((one, two, three))
    assert OFFICE.elapsed(first, second) + OFFICE.elapsed(second, third) == OFFICE.elapsed(first, third)


@pytest.mark.parametrize(
    "shifts", [((time(12), time(9)),), ((time(9), time(12)), (time(11), time(13))), ((time(9), time(9)),)]
)
def test_shifts_that_are_not_in_order_are_refused(shifts):
    with pytest.raises(Invalid) as caught:
        BusinessHours(BERLIN, {0: shifts})
    assert caught.value.faults[0].code == "SHIFT_ORDER"


def test_hours_in_which_nobody_is_ever_there_are_refused():
    with pytest.raises(Invalid) as caught:
        BusinessHours(BERLIN, {0: ()})
    assert caught.value.faults[0].code == "NO_HOURS"
    never = BusinessHours(BERLIN, {5: NINE_TO_FIVE})  # Saturdays only, which the calendar keeps free
    with pytest.raises(Invalid) as caught:
        never.deadline(berlin(3, 2), timedelta(hours=1))
    assert caught.value.faults[0].code == "NO_HOURS"
