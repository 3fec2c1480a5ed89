"""Which orders a figure is counted over, and the quotients of what each of them says."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import TypeVar

from attrs import frozen

from otcore.kpi.measure import Measure, Printing
from otcore.kpi.orders.rows import LineRow, OrderRow
from otcore.kpi.population import LeftOut, Population
from otcore.kpi.window import Window

P = TypeVar("P", bound=Printing)

Said = Fraction | str
"""What one order, line or case says: a number, or the stable code of why it says none."""


@frozen
class Sample:
    """Numbers by id, in the order of the ids; and the ids that say none, by reason."""

    numbers: tuple[tuple[str, Fraction], ...]
    left_out: tuple[LeftOut, ...]

    @property
    def population(self) -> Population:
        """Who was counted, and who not."""
        return Population(tuple(id for id, _ in self.numbers), self.left_out)

    @property
    def values(self) -> tuple[Fraction, ...]:
        """The numbers alone."""
        return tuple(number for _, number in self.numbers)


def sample(said: Iterable[tuple[str, Said]]) -> Sample:
    """Numbers and reasons, told apart."""
    numbers: list[tuple[str, Fraction]] = []
    left: dict[str, list[str]] = {}
    for id, value in sorted(said, key=lambda each: each[0]):
        if isinstance(value, str):
            left.setdefault(value, []).append(id)
        else:
            numbers.append((id, value))
    return Sample(tuple(numbers), tuple(LeftOut(reason, tuple(left[reason])) for reason in sorted(left)))


def placed_within(rows: Iterable[OrderRow], as_of: date, window: Window | None) -> tuple[OrderRow, ...]:
    """The orders placed up to the day, and no longer ago than the window reaches; None: all of them."""
    first = window.period(as_of).start if window else date.min
    return tuple(row for row in rows if first <= row.placed.day <= as_of)


def over(row: OrderRow, as_of: date) -> bool:
    """Whether the order was rejected or cancelled by the day."""
    ended = row.rejected or row.cancelled
    return ended is not None and ended.day <= as_of


def line_id(row: OrderRow, line: LineRow) -> str:
    """How a line of an order is named in a population."""
    return f"{row.order}:{line.line}"


def share(spec: P, as_of: date, of: Sample, nothing: str = "NO_ORDERS") -> Measure[P, Fraction]:
    """How many percent: each of the sample says how much of one it counts, 0 to 1."""
    return ratio(spec, as_of, of, Fraction(len(of.numbers)), 100, nothing)


def ratio(
    spec: P, as_of: date, of: Sample, by: Fraction, factor: int = 1, nothing: str = "NO_ORDERS"
) -> Measure[P, Fraction]:
    """What the sample says together, divided by `by`; `nothing`: the reason where that is zero."""
    return Measure(spec, as_of, sum(of.values, Fraction(0)), by, factor, "" if by else nothing, of.population)
