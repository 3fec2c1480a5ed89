"""How what is billed of an order before delivery moves: one small function a kind of fact."""

from otcore.orders import events as e
from otcore.orders.advances import BilledAdvance, advances_left, with_credited, with_deducted, with_returned
from otcore.orders.evolution_of_lines import MOVES
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.values.fast_init import changed
from otcore.values.money import Money


def planned(order: Order, event: e.MilestonesPlanned, status: Status) -> Order:
    """The order with another plan."""
    return changed(order, status=status, milestones=event.milestones)


def billed(order: Order, event: e.AdvanceBilled, status: Status) -> Order:
    """The order with one more invoice before delivery."""
    advance = BilledAdvance(event.invoice, event.day, event.amount, event.milestone)
    return changed(order, status=status, advances=(*order.advances, advance), ahead=ahead_after(order, event.amount))


def deducted(order: Order, event: e.AdvanceDeducted, status: Status) -> Order:
    """The order after an invoice deducted advances."""
    advances, ahead = with_deducted(order.advances, event.invoice, event.parts), order.ahead
    if ahead is not None and not order.ahead_by:  # what is taken off goods that left is billed no longer ahead
        ahead = min(ahead, advances_left(advances, order.currency)) or None
    return changed(order, status=status, advances=advances, ahead=ahead)


def returned(order: Order, event: e.AdvanceReturned, status: Status) -> Order:
    """The order after an invoice that deducted advances was credited."""
    return changed(order, status=status, advances=with_returned(order.advances, event.invoice))


def credited(order: Order, event: e.AdvanceCredited, status: Status) -> Order:
    """The order after a credit note for one of its advances."""
    advances = with_credited(order.advances, event.invoice, event.amount)
    return changed(order, status=status, advances=advances, ahead=ahead_after(order, -event.amount))


def lines_invoiced(order: Order, event: e.LinesInvoiced, status: Status) -> Order:
    """The order after quantities were billed, some of them perhaps before they left."""
    lines = MOVES[e.LinesInvoiced](order, event)
    if event.ahead is None:
        return changed(order, status=status, lines=lines)
    by = event.invoice if any(quantity > 0 for _, quantity in event.lines) else order.ahead_by
    return changed(order, status=status, lines=lines, ahead=ahead_after(order, event.ahead), ahead_by=by)


def ahead_after(order: Order, more: Money | None) -> Money | None:
    """What is billed of the open value after so much more of it is, or less; None: nothing."""
    if more is None:
        return order.ahead
    after = more if order.ahead is None else order.ahead + more
    return after if after.minor > 0 else None
