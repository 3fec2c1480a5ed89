"""The axes of fulfilment in one word each, for people who want one. None says what another says."""

from enum import StrEnum

from otcore.orders.extent import Extent
from otcore.orders.fulfilment import delivered, shipped
from otcore.orders.line import ZERO
from otcore.orders.order import Order


class Fulfilment(StrEnum):
    """How far the goods of an order are on their way.

    Whether any came back is another question (`fulfilment.returned`), so 4 of 10 shipped stays `part shipped` when one
    of the 4 comes back.
    """

    UNFULFILLED = "unfulfilled"
    PART_SHIPPED = "part shipped"
    SHIPPED = "shipped"
    PART_DELIVERED = "part delivered"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


class Invoicing(StrEnum):
    """How far an order is billed; an order of which nothing is left to bill, and nothing was, is not fully invoiced."""

    NOTHING_TO_INVOICE = "nothing to invoice"
    NOT_INVOICED = "not invoiced"
    PART_INVOICED = "part invoiced"
    INVOICED = "invoiced"


def fulfilment(order: Order) -> Fulfilment:
    """How far the goods are; what is delivered before all is shipped is part delivered."""
    ledgers = [line.ledger for line in order.lines]
    if not any(ledger.shipped for ledger in ledgers):
        nothing_wanted = not any(ledger.wanted for ledger in ledgers)
        return Fulfilment.CANCELLED if nothing_wanted else Fulfilment.UNFULFILLED
    arrived = delivered(order)
    if arrived is not Extent.NONE:
        return Fulfilment.DELIVERED if arrived is Extent.ALL else Fulfilment.PART_DELIVERED
    return Fulfilment.SHIPPED if shipped(order) is Extent.ALL else Fulfilment.PART_SHIPPED


def invoicing(order: Order) -> Invoicing:
    """How far what left is billed; goods that came back before they were billed do not count."""
    billed = sum([line.ledger.invoiced for line in order.lines], ZERO)
    left = sum([max(line.ledger.billable, ZERO) for line in order.lines], ZERO)
    if left > ZERO:
        return Invoicing.PART_INVOICED if billed else Invoicing.NOT_INVOICED
    return Invoicing.INVOICED if billed else Invoicing.NOTHING_TO_INVOICE
