"""Fill rates, and perfect orders."""

from decimal import Decimal
from fractions import Fraction

import pytest

from otcore.kpi.orders.arrival import Unit
from otcore.kpi.orders.fill_rate import LINE_FILL_RATE, ORDER_FILL_RATE, UNIT_FILL_RATE, By, FillRateSpec, fill_rate
from otcore.kpi.orders.rows import OrderRow
from tests.kpi.orders.rows import day, left_out, line, order

HALF = order("O1", line("1", 10, (10, 3)), line("2", 10, (5, 3)))
"""Ten of ten, and five of ten."""


def told(*rows: OrderRow, spec: FillRateSpec = LINE_FILL_RATE, after: int = 20):
    return fill_rate(rows, day(after), spec)


def test_units_lines_and_orders_tell_three_different_stories():
    assert told(HALF, spec=UNIT_FILL_RATE).value == 75
    assert told(HALF, spec=LINE_FILL_RATE).value == 50
    assert told(HALF, spec=ORDER_FILL_RATE).value == 0


def test_an_order_is_filled_when_every_line_is():
    assert told(order("O1", line("1", 10, (10, 3)), line("2", 4, (4, 5))), spec=ORDER_FILL_RATE).value == 100


def test_units_weigh_by_what_was_ordered_and_more_fills_no_more():
    rows = order("O1", line("1", 90, (90, 3)), line("2", 10, (20, 3)))
    measure = told(rows, spec=UNIT_FILL_RATE)
    assert (measure.numerator, measure.denominator) == (100, 100)


def test_what_was_given_up_was_ordered():
    assert told(order("O1", line("1", 10, (5, 3), cancelled=Decimal(5))), spec=UNIT_FILL_RATE).value == 50


@pytest.mark.parametrize(("by", "value"), [(By.SO_FAR, 100), (By.FIRST_DESPATCH, 40), (By.DUE_DAY, 70)])
def test_until_when_it_must_have_come_is_the_specs(by: By, value: int):
    row = order("O1", line("1", 10, (4, 2), (3, 5), (3, 9)))
    assert told(row, spec=FillRateSpec(Unit.UNIT, by)).value == value


def test_what_comes_after_the_day_fills_nothing_on_it():
    assert told(order("O1", line("1", 10, (4, 2), (6, 9))), spec=UNIT_FILL_RATE, after=8).value == 40


def test_orders_of_which_nothing_left_are_left_out():
    measure = told(order("O1", line("1", 10)), spec=ORDER_FILL_RATE)
    assert left_out(measure) == {"NOT_SHIPPED": ("O1",)}
    assert measure.reason == "NO_ORDERS"
    assert told(order("O1", line("1", 10)), spec=UNIT_FILL_RATE).reason == "NO_ORDERS"


def test_lines_without_a_day_are_left_out_where_the_day_counts():
    row = order("O1", line("1", 10, (10, 2), due=None))
    assert left_out(told(row, spec=FillRateSpec(Unit.LINE, By.DUE_DAY))) == {"NO_DAY": ("O1:1",)}


def test_a_line_of_nothing_is_full():
    assert told(order("O1", line("1", 0), line("2", 1, (1, 1))), spec=LINE_FILL_RATE).value == Fraction(100)
