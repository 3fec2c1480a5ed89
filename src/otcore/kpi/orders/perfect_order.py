"""Perfect orders: on time, in full, undamaged, rightly billed."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import evolve as changed
from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.on_time_in_full import ON_TIME_IN_FULL, Counts, OtifSpec, order_says
from otcore.kpi.orders.rows import OrderRow
from otcore.kpi.orders.sample import placed_within, sample
from otcore.kpi.window import Window
from otcore.values.rounding import Rounding


class Component(StrEnum):
    """What must be right: UNDAMAGED, nothing came back spoilt; DOCUMENTED, all is billed and no invoice was
    corrected.
    """

    ON_TIME = "on-time"
    IN_FULL = "in-full"
    UNDAMAGED = "undamaged"
    DOCUMENTED = "documented"


@frozen
class PerfectOrderSpec:
    """Perfect orders, in percent of the orders placed in the window.

    By order: an order is perfect when all `components` are (SCOR RL.1.1, perfect order fulfilment). `product`: instead,
    the product of each component's own share; it is the higher, the more faults meet in the same orders. `otif` says
    what is on time and in full; its own unit and window do not matter. Left out as there, and orders that are not
    billed yet (NOT_BILLED) where documents count.
    """

    components: tuple[Component, ...] = tuple(Component)
    product: bool = False
    otif: OtifSpec = ON_TIME_IN_FULL
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


PERFECT_ORDER = PerfectOrderSpec()


def perfect_order(
    rows: Iterable[OrderRow], as_of: date, spec: PerfectOrderSpec = PERFECT_ORDER
) -> Measure[PerfectOrderSpec, Fraction]:
    """The share of perfect orders as of a day; both ways are over the same orders."""
    placed = placed_within(rows, as_of, spec.window)
    right = {row.order: _right(row, as_of, spec) for row in placed}
    said = sample((id, each if isinstance(each, str) else Fraction(all(each.values()))) for id, each in right.items())
    counted = [each for each in right.values() if not isinstance(each, str)]
    perfect = _product(counted, spec.components) if spec.product else sum(said.values, Fraction(0))
    by = Fraction(1 if spec.product else len(counted))
    return Measure(spec, as_of, perfect, by, 100, "" if counted else "NO_ORDERS", said.population)


def _product(counted: Sequence[dict[Component, bool]], components: Iterable[Component]) -> Fraction:
    orders = len(counted) or 1
    return component_product(Fraction(sum(each[part] for each in counted), orders) for part in components)


def component_product(shares: Iterable[Fraction]) -> Fraction:
    """The product of shares, each 0 to 1: .95 x .97 x .99 x .98 is .8940393."""
    product = Fraction(1)
    for each in shares:
        product *= each
    return product


def _right(row: OrderRow, as_of: date, spec: PerfectOrderSpec) -> dict[Component, bool] | str:
    """By component, or why the order is left out."""
    found: dict[Component, bool] = {}
    for part in spec.components:
        said = _says(row, part, as_of, spec)
        if isinstance(said, str):
            return said
        found[part] = said
    return found


def _says(row: OrderRow, part: Component, as_of: date, spec: PerfectOrderSpec) -> bool | str:
    if part is Component.UNDAMAGED:
        return not any(line.spoilt for line in row.lines)
    if part is Component.DOCUMENTED:
        billed = any(each.issued.day <= as_of for each in row.invoices) and not any(line.unbilled for line in row.lines)
        wrong = any(each.corrected and each.corrected.day <= as_of for each in row.invoices)
        return not wrong if billed else "NOT_BILLED"
    said = order_says(row, as_of, changed(spec.otif, counts=_COUNTS[part]))
    return said if isinstance(said, str) else bool(said)


_COUNTS = {Component.ON_TIME: Counts.ON_TIME, Component.IN_FULL: Counts.IN_FULL}
