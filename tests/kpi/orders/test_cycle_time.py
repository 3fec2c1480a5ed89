"""Order cycle time and its stages."""

from decimal import Decimal
from fractions import Fraction

import pytest

from otcore.kpi.orders.clock import Clock
from otcore.kpi.orders.cycle_time import (
    ORDER_FULFILMENT,
    ORDER_TO_ACKNOWLEDGEMENT,
    ORDER_TO_CASH,
    STAGES,
    CycleTimeSpec,
    Milestone,
    cycle_time,
)
from otcore.kpi.orders.rows import OrderRow
from otcore.kpi.orders.statistic import Statistic
from otcore.kpi.window import Days
from otcore.values import WorkCalendar
from tests.kpi.orders.rows import day, invoice, left_out, line, on, order

WHOLE = order(
    "O1", line("1", 10, (4, 2), (6, 4)), answered=on(1), invoices=(invoice("I1", 5, 35), invoice("I2", 6, 30))
)
LATER = day(100)


def told(*rows: OrderRow, spec: CycleTimeSpec = ORDER_TO_CASH, after: int = 100):
    return cycle_time(rows, day(after), spec)


def test_the_way_from_the_order_to_the_last_payment():
    assert told(WHOLE).value == 35


@pytest.mark.parametrize(("stage", "days"), list(zip(STAGES, (1, 3, 2, 29), strict=True)))
def test_each_stage_ends_with_the_last_of_its_kind(stage: CycleTimeSpec, days: int):
    assert told(WHOLE, spec=stage).value == days


def test_the_stages_sum_to_the_whole_way():
    assert sum(told(WHOLE, spec=each).value or 0 for each in STAGES) == told(WHOLE).value


def test_an_order_is_not_invoiced_while_some_of_what_left_is_on_no_invoice():
    half = order("O1", line("1", 10, (6, 2), (4, 6), unbilled=Decimal(4)), invoices=(invoice("I1", 3, 30),))
    spec = CycleTimeSpec(end=Milestone.INVOICED)
    assert left_out(told(half, spec=spec)) == left_out(told(half)) == {"OPEN": ("O1",)}


def test_the_first_shipment_is_a_milestone_of_its_own():
    assert told(WHOLE, spec=CycleTimeSpec(end=Milestone.FIRST_SHIPPED)).value == 2


def test_fulfilment_waits_for_the_arrival_of_all_that_is_still_wanted():
    assert told(WHOLE, spec=ORDER_FULFILMENT).value == 4
    short = order("O1", line("1", 10, (4, 2)))
    assert left_out(told(short, spec=ORDER_FULFILMENT)) == {"OPEN": ("O1",)}
    closed = order("O1", line("1", 10, (4, 2), cancelled=6))
    assert told(closed, spec=ORDER_FULFILMENT).value == 2


def test_what_happens_after_the_day_is_not_known_on_it():
    assert left_out(told(WHOLE, after=34)) == {"OPEN": ("O1",)}
    assert told(order(placed=50), after=49).population.left_out == ()


def test_an_order_with_an_unpaid_invoice_is_open():
    unpaid = order("O1", line("1", 10, (10, 2)), invoices=(invoice("I1", 5, 35), invoice("I2", 6)))
    assert left_out(told(unpaid)) == {"OPEN": ("O1",)}


@pytest.mark.parametrize("ended", [order(rejected=on(3)), order(cancelled=on(3))], ids=["rejected", "cancelled"])
def test_an_order_that_ended_early_is_left_out_by_its_own_name(ended: OrderRow):
    assert left_out(told(ended)) == {"CANCELLED": ("O1",)}
    assert left_out(told(ended, after=2)) == {"OPEN": ("O1",)}


def test_a_window_counts_orders_by_the_day_they_reached_the_end():
    spec = CycleTimeSpec(window=Days(30))
    assert told(WHOLE, spec=spec, after=64).value == 35
    assert left_out(told(WHOLE, spec=spec, after=65)) == {"BEFORE": ("O1",)}


def test_without_an_order_there_is_no_time():
    assert told().reason == "NO_ORDERS"
    assert told().value is None
    assert told(spec=CycleTimeSpec(statistic=Statistic.MEDIAN)).reason == "NO_ORDERS"


def test_working_days_leave_out_weekends_and_holidays():
    answered = order(answered=on(7))  # Monday to Monday
    spec = CycleTimeSpec(end=Milestone.ANSWERED, clock=Clock.WORKING_DAYS)
    assert told(answered, spec=spec).value == 5
    holiday = WorkCalendar(holidays={day(3)})
    closed = CycleTimeSpec(end=Milestone.ANSWERED, clock=Clock.WORKING_DAYS, calendar=holiday)
    assert told(answered, spec=closed).value == 4
    back = CycleTimeSpec(Milestone.ANSWERED, Milestone.PLACED, clock=Clock.WORKING_DAYS)
    assert told(answered, spec=back).value == -5


def test_recorded_moments_give_parts_of_a_day():
    spec = CycleTimeSpec(end=Milestone.ANSWERED, clock=Clock.RECORDED)
    row = OrderRow(order="O1", customer="ACME", placed=on(0, 9), answered=on(1, 15))
    assert told(row, spec=spec).value == Fraction(5, 4)
    assert left_out(told(order(answered=on(1)), spec=spec)) == {"NO_TIME": ("O1",)}


@pytest.mark.parametrize(
    ("statistic", "days"), [(Statistic.MEAN, 22), (Statistic.MEDIAN, Fraction(11, 2)), (Statistic.P90, 9)]
)
def test_the_statistic_is_chosen(statistic: Statistic, days: Fraction):
    rows = [order(f"O{each}", answered=on(each)) for each in (*range(1, 10), 175)]
    assert told(*rows, spec=CycleTimeSpec(end=Milestone.ANSWERED, statistic=statistic), after=200).value == days


def test_the_median_of_an_odd_count_is_the_middle_one():
    rows = [order(f"O{each}", answered=on(each)) for each in (1, 2, 9)]
    assert told(*rows, spec=CycleTimeSpec(end=Milestone.ANSWERED, statistic=Statistic.MEDIAN)).value == 2


def test_a_mean_keeps_its_sum_its_count_and_its_orders():
    measure = told(order("B", answered=on(1)), order("A", answered=on(2)), spec=ORDER_TO_ACKNOWLEDGEMENT)
    assert (measure.numerator, measure.denominator) == (3, 2)
    assert measure.population.counted == ("A", "B")
    assert str(measure.printed) == "1.5"
