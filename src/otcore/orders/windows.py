"""When goods are wanted: the earliest and the latest day of each line, and what is late."""

from datetime import date

from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.period import Period


def wanted(order: Order, line: OrderLine) -> Period | None:
    """The days on which the buyer wants a line: the line's own, else the order's; None when nothing is said."""
    whole = order.details.delivery
    return line.agreed.requested or (whole.requested if whole else None)


def earliest_despatch(order: Order, line: OrderLine, lead_days: int) -> date | None:
    """The first day on which a line may leave when it travels at most so many days; None: any day."""
    period = wanted(order, line)
    return date.fromordinal(period.start.toordinal() - lead_days) if period else None


def late(order: Order, day: date) -> tuple[str, ...]:
    """The lines of which something is open after the day that the seller stated, else the last on which it was
    promised or, without, wanted.
    """
    return tuple(line.id for line in order.lines if line.ledger.open and _passed(order, line, day))


def _passed(order: Order, line: OrderLine, day: date) -> bool:
    period = wanted(order, line)
    last = line.agreed.promised or line.promised or (period.end if period else None)
    return last is not None and last < day
