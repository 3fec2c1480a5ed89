"""Order errors: orders that somebody had to look at before they could go on."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.rows import OrderRow
from otcore.kpi.orders.sample import placed_within, sample, share
from otcore.kpi.window import Window
from otcore.orders.hold import HoldKind
from otcore.values.rounding import Rounding


@frozen
class OrderErrorSpec:
    """Orders with an error in them, in percent of the orders placed in the window. Without orders: NO_ORDERS.

    An error is a hold of one of these `kinds`: what was ordered is not complete, or its price differs. `rejected`: a
    rejected order is an error too.
    """

    kinds: tuple[HoldKind, ...] = (HoldKind.INCOMPLETE, HoldKind.PRICE)
    rejected: bool = True
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


ORDER_ERRORS = OrderErrorSpec()


def order_errors(
    rows: Iterable[OrderRow], as_of: date, spec: OrderErrorSpec = ORDER_ERRORS
) -> Measure[OrderErrorSpec, Fraction]:
    """The share of orders with an error, as of a day."""
    placed = placed_within(rows, as_of, spec.window)
    return share(spec, as_of, sample((row.order, Fraction(_wrong(row, as_of, spec))) for row in placed))


def _wrong(row: OrderRow, as_of: date, spec: OrderErrorSpec) -> bool:
    rejected = spec.rejected and row.rejected is not None and row.rejected.day <= as_of
    return rejected or any(hold.kind in spec.kinds and hold.since.day <= as_of for hold in row.holds)
