"""How often orders are cancelled, amended, wrong or late, and how long they wait."""

from decimal import Decimal
from fractions import Fraction

import pytest

from otcore.kpi.orders.amendment_rate import AmendmentSpec, amendment_rate
from otcore.kpi.orders.arrival import Unit
from otcore.kpi.orders.backorder_rate import BackorderSpec, backorder_rate
from otcore.kpi.orders.cancellation_rate import CancellationSpec, cancellation_rate
from otcore.kpi.orders.clock import Clock
from otcore.kpi.orders.first_time_right import FirstTimeRightSpec, first_time_right
from otcore.kpi.orders.hold_time import HoldTimeSpec, hold_time
from otcore.kpi.orders.order_errors import OrderErrorSpec, order_errors
from otcore.kpi.orders.rows import HoldRow
from otcore.kpi.window import Days
from otcore.orders.amendment import Side
from otcore.orders.hold import HoldKind
from tests.kpi.orders.rows import day, hold, invoice, left_out, line, on, order

CANCELLED = order("O2", line("1", 10, cancelled=Decimal(10)), cancelled=on(3), cancelled_by=Side.SELLER)


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        (CancellationSpec(), 50),
        (CancellationSpec(by=Side.SELLER), 50),
        (CancellationSpec(by=Side.BUYER), 0),
        (CancellationSpec(Unit.LINE), 50),
        (CancellationSpec(Unit.UNIT), 60),
    ],
)
def test_cancellations_by_order_line_and_unit(spec: CancellationSpec, value: int):
    part = order("O1", line("1", 10, (8, 3), cancelled=Decimal(2)))
    assert cancellation_rate([part, CANCELLED], day(9), spec).value == value


def test_a_cancellation_counts_from_its_day():
    assert cancellation_rate([CANCELLED], day(2)).value == 0
    assert cancellation_rate([], day(2)).reason == "NO_ORDERS"


def test_amended_orders_and_amendments_for_a_hundred_orders():
    rows = [order("O1", amended=(on(1), on(2), on(9))), order("O2")]
    assert amendment_rate(rows, day(5)).value == 50
    assert amendment_rate(rows, day(5), AmendmentSpec(each=True)).value == 100


def test_an_error_is_a_hold_for_what_was_ordered_or_a_rejection():
    rows = [
        order("O1", holds=(hold(1, 2, HoldKind.PRICE),)),
        order("O2", holds=(hold(1, 2, HoldKind.CREDIT),)),
        order("O3", rejected=on(1)),
        order("O4"),
    ]
    assert order_errors(rows, day(5)).value == 50
    assert order_errors(rows, day(0)).value == 0
    assert order_errors(rows, day(5), OrderErrorSpec(rejected=False)).value == 25


def test_a_line_is_on_backorder_once_its_day_is_over():
    part = order("O1", line("1", 10, (9, 3), (1, 8)))
    assert left_out(backorder_rate([part], day(5))) == {"NOT_DUE": ("O1:1",)}
    assert backorder_rate([part], day(6)).value == 100
    assert backorder_rate([part], day(8)).value == 0
    assert backorder_rate([part], day(8), BackorderSpec(ever=True)).value == 100


def test_what_was_given_up_is_on_no_backorder():
    assert backorder_rate([order("O1", line("1", 10, (9, 3), cancelled=Decimal(1)))], day(9)).value == 0
    assert left_out(backorder_rate([CANCELLED], day(9))) == {"CANCELLED": ("O2:1",)}
    late = order("O3", line("1", 10), cancelled=on(8))
    assert backorder_rate([late], day(7)).value == 100
    assert left_out(backorder_rate([order("O1", line("1", 10, due=None))], day(9))) == {"NO_DAY": ("O1:1",)}
    assert backorder_rate([], day(9)).reason == "NO_LINES"


def test_an_invoice_is_right_at_once_until_it_is_corrected():
    rows = [order("O1", invoices=(invoice("I1", 3, None, 9), invoice("I2", 4)))]
    assert first_time_right(rows, day(8)).value == 100
    assert first_time_right(rows, day(9)).value == 50
    assert first_time_right(rows, day(9), FirstTimeRightSpec(within=5)).value == 100
    assert first_time_right(rows, day(9), FirstTimeRightSpec(window=Days(6))).value == 100
    assert first_time_right(rows, day(2)).reason == "NO_INVOICES"


def test_an_invoice_of_two_orders_counts_once():
    shared = invoice("I1", 3, None, 9)
    rows = [order("O1", invoices=(shared,)), order("O2", invoices=(shared, invoice("I2")))]
    assert first_time_right(rows, day(9)).population.counted == ("I1", "I2")


@pytest.mark.parametrize(
    ("holds", "days"),
    [
        ([hold(1, 4)], 3),
        ([hold(1, 4), hold(2, 3)], 3),
        ([hold(1, 4), hold(3, 6)], 5),
        ([hold(6, 8), hold(1, 4)], 5),
        ([hold(15, None)], 5),
        ([hold(15, 30)], 5),
    ],
)
def test_hold_time_is_what_holds_cover_together(holds: list[HoldRow], days: int):
    assert hold_time([order(holds=tuple(holds))], day(20)).value == days


def test_only_holds_of_the_kind_count():
    rows = [order("O1", holds=(hold(1, 4, HoldKind.FRAUD),)), order("O2")]
    assert left_out(hold_time(rows, day(20))) == {"NOT_HELD": ("O1", "O2")}
    assert hold_time(rows, day(20)).reason == "NO_HOLDS"
    assert hold_time(rows, day(20), HoldTimeSpec(HoldKind.FRAUD)).value == 3


def test_by_the_recorded_clock_a_hold_counts_when_it_is_over():
    spec = HoldTimeSpec(clock=Clock.RECORDED)
    over = HoldRow(kind=HoldKind.CREDIT, since=on(1, 6), until=on(1, 18))
    open_ = HoldRow(kind=HoldKind.CREDIT, since=on(1, 6))
    assert hold_time([order(holds=(over,))], day(20), spec).value == Fraction(1, 2)
    assert left_out(hold_time([order(holds=(open_,))], day(20), spec)) == {"OPEN": ("O1",)}
    unknown = HoldRow(kind=HoldKind.CREDIT, since=on(1), until=on(1, 18))
    assert left_out(hold_time([order(holds=(unknown,))], day(20), spec)) == {"NO_TIME": ("O1",)}
