"""On time in full, by line and by order."""

import pytest

from otcore.kpi.orders.arrival import Against, Unit, Where
from otcore.kpi.orders.on_time_in_full import Counts, OtifSpec, on_time_in_full
from otcore.kpi.orders.rows import LineRow, OrderRow
from otcore.kpi.window import Days
from otcore.values import Percentage
from tests.kpi.orders.rows import day, left_out, line, moved, on, order


def told(*lines: LineRow, after: int = 20, **spec):
    return on_time_in_full([order("O1", *lines)], day(after), OtifSpec(**spec))


@pytest.mark.parametrize(
    ("sent", "otif", "on_time", "in_full"),
    [
        ([(10, 5)], 100, 100, 100),
        ([(10, 6)], 0, 0, 0),
        ([(9, 5)], 0, 100, 0),
        ([(9, 5), (1, 6)], 0, 0, 0),
        ([(10, 4), (1, 6)], 0, 0, 100),
        ([], 0, 0, 0),
    ],
)
def test_on_time_is_about_days_and_in_full_about_quantities(sent, otif, on_time, in_full):
    one = line("1", 10, *sent)
    assert told(one).value == otif
    assert told(one, counts=Counts.ON_TIME).value == on_time
    assert told(one, counts=Counts.IN_FULL).value == in_full


def test_days_of_grace_and_a_part_that_may_lack_are_the_specs():
    assert told(line("1", 10, (10, 6)), late=1).value == 100
    assert told(line("1", 10, (9, 5)), short=Percentage("10")).value == 100
    assert told(line("1", 10, (9, 5)), short=Percentage("9.9")).value == 0


def test_too_early_is_not_on_time_where_the_spec_says_so():
    assert told(line("1", 10, (10, 1)), early=3).value == 0
    assert told(line("1", 10, (10, 2)), early=3).value == 100


def test_what_was_given_up_lacks():
    assert told(line("1", 10, (8, 4), cancelled=2)).value == 0


def test_an_order_counts_when_all_of_its_lines_do():
    good, late = line("1", 10, (10, 5)), line("2", 10, (10, 9))
    assert told(good, late).value == 50
    assert told(good, late, unit=Unit.ORDER).value == 0
    assert told(good, unit=Unit.ORDER).value == 100


def test_a_line_that_still_may_come_is_left_out_and_one_that_came_counts():
    assert left_out(told(line("1", 10, (9, 2)), after=4)) == {"NOT_DUE": ("O1:1",)}
    assert told(line("1", 10, (10, 2)), after=4).value == 100


def test_an_order_with_a_failed_line_failed_though_another_is_not_due():
    failed, waiting = line("1", 10, due=1), line("2", 10, due=50)
    assert told(failed, waiting, unit=Unit.ORDER).value == 0
    assert left_out(told(waiting, unit=Unit.ORDER)) == {"NOT_DUE": ("O1",)}


def test_without_a_day_there_is_nothing_to_be_late_for():
    assert left_out(told(line("1", 10, (10, 5), due=None))) == {"NO_DAY": ("O1:1",)}
    assert told(line("1", 10, (10, 5), due=None)).reason == "NO_ORDERS"


def test_the_day_is_the_buyers_or_the_sellers():
    both = line("1", 10, (10, 7), promised=day(8))
    assert told(both, against=Against.REQUESTED).value == 0
    assert told(both, against=Against.PROMISED).value == 100
    assert told(both).value == 0
    promised = line("1", 10, (10, 7), due=None, promised=day(8))
    assert told(promised).value == 100


def test_goods_count_when_they_leave_or_when_they_arrive():
    row = LineRow(line="1", ordered=moved((10, 0))[0].quantity, requested=day(5), shipped=moved((10, 4)))
    assert told(row, where=Where.SHIPPED).value == 100
    assert told(row, where=Where.DELIVERED).value == 0


@pytest.mark.parametrize("ended", [order(rejected=on(3)), order(cancelled=on(3))], ids=["rejected", "cancelled"])
def test_orders_that_ended_are_left_out(ended: OrderRow):
    assert left_out(on_time_in_full([ended], day(20))) == {"CANCELLED": ("O1:1",)}


def test_a_window_counts_orders_by_the_day_they_were_placed():
    rows: list[OrderRow] = [order("A", line("1", 10, (10, 5))), order("B", line("1", 10), placed=10)]
    assert on_time_in_full(rows, day(20), OtifSpec(window=Days(11))).value == 0
    assert on_time_in_full(rows, day(20), OtifSpec(window=Days(21))).value == 50
