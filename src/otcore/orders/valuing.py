"""What of an order's value is still open: the share of it that is neither shipped nor given up.

Every step that takes goods off an order takes the difference of two such shares: whatever the steps and their order,
they add up to the order's value, and nothing is left when nothing is open.
"""

from collections.abc import Sequence

from otcore.orders.line import ZERO, OrderLine, weighing
from otcore.orders.order import Order
from otcore.values.allocation import share_until
from otcore.values.money import Money


def still_open(value: Money, lines: Sequence[OrderLine]) -> Money:
    """The part of an order's value that belongs to what its lines have open, by the weights of `line.weighing`."""
    weigh = weighing(lines)
    whole = sum([weigh(line, line.ledger.ordered) for line in lines], ZERO)
    gone = sum([weigh(line, line.ledger.shipped + line.ledger.cancelled) for line in lines], ZERO)
    return value - Money.from_minor(share_until(value.minor, gone, whole), value.currency)


def taken(order: Order, lines: Sequence[OrderLine]) -> Money:
    """What leaves the order's open value when its lines become these; never negative.

    Counted from the open value as it is: a cent that a reversed shipment brought back to the wrong side of a rounding
    is put right by the next step.
    """
    part = order.open_value - still_open(order.value, lines)
    return part if part.minor > 0 else Money.zero(order.currency)
