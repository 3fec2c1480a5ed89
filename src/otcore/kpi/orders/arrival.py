"""When the goods of a line were to come, and how much of them came by a day."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from otcore.kpi.orders.rows import ZERO, LineRow, Moved


class Against(StrEnum):
    """The day that counts: what the buyer asked for, what the seller promised, or the buyer's, else the seller's."""

    REQUESTED = "requested"
    PROMISED = "promised"
    REQUESTED_OR_PROMISED = "requested-or-promised"


class Where(StrEnum):
    """Goods count when they leave, or when they arrive at the buyer's."""

    SHIPPED = "shipped"
    DELIVERED = "delivered"


class Unit(StrEnum):
    """What is counted: quantities, lines, or whole orders (an order counts when all of its lines do)."""

    UNIT = "unit"
    LINE = "line"
    ORDER = "order"


def due(line: LineRow, against: Against) -> date | None:
    """The day by which the line was to come; None where nobody named one."""
    if against is Against.REQUESTED:
        return line.requested
    return line.promised if against is Against.PROMISED else line.requested or line.promised


def moves(line: LineRow, where: Where) -> tuple[Moved, ...]:
    """What left, or arrived."""
    return line.shipped if where is Where.SHIPPED else line.delivered


def came_by(line: LineRow, where: Where, day: date, first: date = date.min) -> Decimal:
    """How much came by the day; `first`: and not before this one."""
    return sum((each.quantity for each in moves(line, where) if first <= each.when.day <= day), ZERO)


def filled(line: LineRow, came: Decimal) -> Fraction:
    """How much of what was ordered came, 0 to 1; more than was ordered fills no more."""
    return Fraction(min(came, line.ordered)) / Fraction(line.ordered) if line.ordered else Fraction(1)


def shifted(day: date, days: int) -> date:
    """So many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
