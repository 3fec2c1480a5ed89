"""Fill rates: how much of what was ordered came, by unit, by line, by order."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from otcore.kpi.measure import Measure
from otcore.kpi.orders.arrival import Against, Unit, Where, came_by, due, filled, moves
from otcore.kpi.orders.rows import LineRow, OrderRow
from otcore.kpi.orders.sample import Said, line_id, placed_within, ratio, sample, share
from otcore.kpi.window import Window
from otcore.values.rounding import Rounding


class By(StrEnum):
    """What counts as filled: the day asked for, the order's first despatch, or everything so far."""

    SO_FAR = "so-far"
    FIRST_DESPATCH = "first-despatch"
    DUE_DAY = "due-day"


@frozen
class FillRateSpec:
    """Fill rate, in percent of what was ordered in the window and was not rejected or cancelled before anything left.

    unit: UNIT, quantities that came / quantities ordered, of all lines together whatever their units; LINE, lines that
    came in full / lines; ORDER, orders all of whose lines did / orders. What was given up counts as ordered, more than
    was ordered fills no more. by: until when it must have come; DUE_DAY by the day of `against`, lines without one are
    left out (NO_DAY). An order that nothing left of yet is left out (NOT_SHIPPED). Without any: NO_ORDERS.
    """

    unit: Unit = Unit.LINE
    by: By = By.SO_FAR
    where: Where = Where.SHIPPED
    against: Against = Against.REQUESTED_OR_PROMISED
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


LINE_FILL_RATE = FillRateSpec()
UNIT_FILL_RATE = FillRateSpec(Unit.UNIT)
ORDER_FILL_RATE = FillRateSpec(Unit.ORDER)


def fill_rate(
    rows: Iterable[OrderRow], as_of: date, spec: FillRateSpec = LINE_FILL_RATE
) -> Measure[FillRateSpec, Fraction]:
    """The fill rate as of a day."""
    placed = placed_within(rows, as_of, spec.window)
    if spec.unit is Unit.ORDER:
        return share(spec, as_of, sample((row.order, _order(row, as_of, spec)) for row in placed))
    lines = {line_id(row, line): (row, line) for row in placed for line in row.lines}
    said = sample((id, _line(*each, as_of, spec)) for id, each in lines.items())
    if spec.unit is Unit.LINE:
        return share(spec, as_of, said)
    ordered = {id: Fraction(lines[id][1].ordered) for id, _ in said.numbers}
    came = sample((id, filled_part * ordered[id]) for id, filled_part in said.numbers)
    of_units = ratio(spec, as_of, came, sum(ordered.values(), Fraction(0)), 100)
    return Measure(spec, as_of, of_units.numerator, of_units.denominator, 100, of_units.reason, said.population)


def _order(row: OrderRow, as_of: date, spec: FillRateSpec) -> Said:
    said = [_line(row, line, as_of, spec) for line in row.lines]
    reasons = [each for each in said if isinstance(each, str)]
    return reasons[0] if reasons else Fraction(all(each == 1 for each in said))


def _line(row: OrderRow, line: LineRow, as_of: date, spec: FillRateSpec) -> Said:
    """How much of the line came, 0 to 1; of a line that is counted whole, 0 or 1."""
    first = min(_days(row, as_of, spec), default=None)
    if first is None:
        return "NOT_SHIPPED"
    until = {By.SO_FAR: as_of, By.FIRST_DESPATCH: first, By.DUE_DAY: due(line, spec.against)}[spec.by]
    if until is None:
        return "NO_DAY"
    part = filled(line, came_by(line, spec.where, min(until, as_of)))
    return part if spec.unit is Unit.UNIT else Fraction(part == 1)


def _days(row: OrderRow, as_of: date, spec: FillRateSpec) -> Iterator[date]:
    return (each.when.day for line in row.lines for each in moves(line, spec.where) if each.when.day <= as_of)
