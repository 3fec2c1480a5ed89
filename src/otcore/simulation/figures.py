"""The figures that scenarios are compared by."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from fractions import Fraction

from attrs import frozen

from otcore.kpi.dso import dso
from otcore.kpi.dso_spec import DsoSpec
from otcore.kpi.measure import printed
from otcore.kpi.orders.cycle_time import INVOICE_TO_CASH, ORDER_TO_CASH, CycleTimeSpec, Milestone, cycle_time
from otcore.kpi.orders.rows import OrderRow
from otcore.simulation.outcome import Outcome
from otcore.values.rounding import Rounding

_MINUTE = timedelta(minutes=1)


@frozen
class Figure:
    """One figure of an outcome: its name, its unit, how it is read (None: there is none), and how it is printed."""

    name: str
    unit: str
    read: Callable[[Outcome], Fraction | None]
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP

    def printed(self, value: Fraction) -> str:
        """The value as it is shown."""
        return f"{printed(value, self):f}"


def _dso(of: Outcome) -> Fraction | None:
    """Over the days after the warm-up: those before have too few sales."""
    spec = DsoSpec(days=max(of.scenario.days - of.scenario.warm_up, 1))
    return dso(of.entries, of.scenario.end, of.scenario.price.currency, spec).value


def _cycle(spec: CycleTimeSpec) -> Callable[[Outcome], Fraction | None]:
    return lambda of: cycle_time(_after_warm_up(of), of.scenario.end, spec).value


def _after_warm_up(of: Outcome) -> Iterable[OrderRow]:
    first = of.scenario.start + timedelta(days=of.scenario.warm_up)
    return [row for row in of.orders if row.placed.day >= first]


def waiting(station: str) -> Figure:
    """Hours of open time that a paper waits for a clerk of the station, on average over the whole time."""

    def read(of: Outcome) -> Fraction | None:
        load = of.loads[station]
        return Fraction(load.waited // _MINUTE, 60 * load.papers) if load.papers else None

    return Figure(f"wait at {station}", "hours", read)


_SHIPPED = CycleTimeSpec(Milestone.PLACED, Milestone.SHIPPED)

FIGURES = (
    Figure("DSO", "days", _dso),
    Figure("order to shipment", "days", _cycle(_SHIPPED)),
    Figure("invoice to cash", "days", _cycle(INVOICE_TO_CASH)),
    Figure("order to cash", "days", _cycle(ORDER_TO_CASH)),
    waiting("warehouse"),
    waiting("cash"),
)
"""What a firm asks first. Times are of the orders that got so far by the last day: play long enough for most."""
