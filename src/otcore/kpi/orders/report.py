"""The figures of orders as of a day, together: a line each, with its name and its unit."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders import cycle_time as cycle
from otcore.kpi.orders.amendment_rate import AMENDMENT_RATE, amendment_rate
from otcore.kpi.orders.backorder_rate import BACKORDER_RATE, backorder_rate
from otcore.kpi.orders.cancellation_rate import CANCELLATION_RATE, cancellation_rate
from otcore.kpi.orders.fill_rate import LINE_FILL_RATE, ORDER_FILL_RATE, UNIT_FILL_RATE, fill_rate
from otcore.kpi.orders.first_time_right import FIRST_TIME_RIGHT, first_time_right
from otcore.kpi.orders.hold_time import CREDIT_HOLD_TIME, hold_time
from otcore.kpi.orders.on_time_in_full import ON_TIME_IN_FULL, on_time_in_full
from otcore.kpi.orders.order_errors import ORDER_ERRORS, order_errors
from otcore.kpi.orders.perfect_order import PERFECT_ORDER, perfect_order
from otcore.kpi.orders.rows import OrderRow

Figure = Callable[[Iterable[OrderRow], date, Any], Measure[Any, Fraction]]


@frozen
class OrderKpi:
    """One figure of orders: its stable code, its name, its unit ("days", "percent"), and how it is made.

    `spec` is the default; another of the same type may be given to `figure`.
    """

    code: str
    title: str
    unit: str
    figure: Figure
    spec: Any


ORDER_KPIS: tuple[OrderKpi, ...] = (
    OrderKpi("order-to-acknowledgement", "Order to acknowledgement", "days", cycle.cycle_time, cycle.STAGES[0]),
    OrderKpi("acknowledgement-to-shipment", "Acknowledgement to shipment", "days", cycle.cycle_time, cycle.STAGES[1]),
    OrderKpi("shipment-to-invoice", "Shipment to invoice", "days", cycle.cycle_time, cycle.STAGES[2]),
    OrderKpi("invoice-to-cash", "Invoice to cash", "days", cycle.cycle_time, cycle.STAGES[3]),
    OrderKpi("order-to-cash", "Order to cash", "days", cycle.cycle_time, cycle.ORDER_TO_CASH),
    OrderKpi("order-fulfilment", "Order to delivery", "days", cycle.cycle_time, cycle.ORDER_FULFILMENT),
    OrderKpi("on-time-in-full", "On time in full, by line", "percent", on_time_in_full, ON_TIME_IN_FULL),
    OrderKpi("perfect-order", "Perfect orders", "percent", perfect_order, PERFECT_ORDER),
    OrderKpi("unit-fill-rate", "Unit fill rate", "percent", fill_rate, UNIT_FILL_RATE),
    OrderKpi("line-fill-rate", "Line fill rate", "percent", fill_rate, LINE_FILL_RATE),
    OrderKpi("order-fill-rate", "Order fill rate", "percent", fill_rate, ORDER_FILL_RATE),
    OrderKpi("backorder-rate", "Lines on backorder", "percent", backorder_rate, BACKORDER_RATE),
    OrderKpi("cancellation-rate", "Cancelled orders", "percent", cancellation_rate, CANCELLATION_RATE),
    OrderKpi("amendment-rate", "Amended orders", "percent", amendment_rate, AMENDMENT_RATE),
    OrderKpi("order-errors", "Orders with an error", "percent", order_errors, ORDER_ERRORS),
    OrderKpi("first-time-right", "Invoices right at once", "percent", first_time_right, FIRST_TIME_RIGHT),
    OrderKpi("credit-hold-time", "Time on credit hold", "days", hold_time, CREDIT_HOLD_TIME),
)
"""Every figure of orders, by its usual conventions."""


@frozen
class OrderReport:
    """Every figure as of a day, in the order of `ORDER_KPIS`."""

    as_of: date
    figures: tuple[tuple[OrderKpi, Measure[Any, Fraction]], ...]

    def __getitem__(self, code: str) -> Measure[Any, Fraction]:
        """The figure of this code; `KeyError` for one that is not there."""
        return {kpi.code: measure for kpi, measure in self.figures}[code]


def order_report(rows: Sequence[OrderRow], as_of: date, kpis: Iterable[OrderKpi] = ORDER_KPIS) -> OrderReport:
    """The figures of these orders as of a day."""
    return OrderReport(as_of, tuple((kpi, kpi.figure(rows, as_of, kpi.spec)) for kpi in kpis))
