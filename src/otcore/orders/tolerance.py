"""Tolerances: how much more or less than ordered may be delivered. The product's go before the customer's.

Both are a part of what is wanted of a line (ordered and not given up), whatever leaves in how many shipments.
"""

from decimal import Decimal

from otcore.orders.line import ZERO, OrderLine
from otcore.values.percentage import Percentage

NO_TOLERANCE = Percentage(0)


def most(line: OrderLine, over_delivery: Percentage) -> Decimal:
    """The most that may still leave of a line; `over_delivery` is the customer's tolerance."""
    own, wanted = line.agreed.over_delivery, line.ledger.wanted
    return wanted + (over_delivery if own is None else own).of(wanted) - line.ledger.shipped


def closed_short(line: OrderLine, quantity: Decimal, under_delivery: Percentage) -> Decimal:
    """What is given up once this quantity left: the rest of the line, where it is within the tolerance."""
    own, rest = line.agreed.under_delivery, line.ledger.open - quantity
    under = under_delivery if own is None else own
    return rest if quantity and ZERO < rest <= under.of(line.ledger.wanted) else ZERO
