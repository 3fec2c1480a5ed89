"""What may change of an order: the changes that say something new, and everything that stands against them."""

from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve

from otcore.orders.amendment import LineChange
from otcore.orders.details import OrderDetails
from otcore.orders.line import ZERO, OrderLine, RequestedLine
from otcore.orders.order import Order
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.period import Period
from otcore.values.price import UnitPrice


def new_changes(
    lines: Iterable[OrderLine], changes: tuple[LineChange, ...], days_move: bool = False
) -> tuple[LineChange, ...]:
    """The changes that differ from what stands, each without what does not. Lines that are not there are kept.

    `days_move`: the days of the whole order change, so that days stated for a line say something as they stand.
    """
    standing = {line.id: line for line in lines}
    told = (_told(standing.get(change.line), change, days_move) for change in changes)
    return tuple(change for change in told if change is not None)


def requested_days(details: OrderDetails | None) -> Period | None:
    """The days on which a whole order is wanted; None when nothing is said."""
    return details.delivery.requested if details and details.delivery else None


def new_details(order: Order, details: OrderDetails | None) -> OrderDetails | None:
    """The details where they say something else than the order's, under its own reference; None where they do not.

    What nobody reads of a document (`unread`) is no change by itself.
    """
    if details is None:
        return None
    stated = evolve(details, reference=order.details.reference)
    same = evolve(stated, unread=()) == evolve(order.details, unread=())
    return None if same else stated


def check(order: Order, changes: tuple[LineChange, ...], added: tuple[RequestedLine, ...]) -> None:
    """Raise `Rejected` with the first thing that stands against them; see `ProposeAmendment` for the codes."""
    lines = {line.id: line for line in order.lines}
    _distinct(order, changes)
    for change in changes:
        _checked(order, lines.get(change.line), change)
    for request in added:
        if request.id in lines:
            raise Rejected("LINE_EXISTS", order=order.id, line=request.id)
    if _fixed(order, changes, bool(added)):
        raise Rejected("ADJUSTMENT_BILLED", order=order.id)
    by_line = {change.line: change for change in changes}
    if not added and not any(_left(line, by_line.get(line.id)) for line in order.lines):
        raise Rejected("NOTHING_LEFT", order=order.id)


def renewed(line: OrderLine, change: LineChange | None) -> bool:
    """Whether the line is agreed anew: another product, or one that was unlisted or no longer sold."""
    if line.ledger.shipped or line.ledger.invoiced:
        return False
    if change is None:
        return line.agreed.unlisted
    return line.agreed.unlisted or not line.agreed.sold or change.product not in ("", line.agreed.product)


def ordered(line: OrderLine, change: LineChange | None) -> Decimal:
    """What is ordered of the line with the change; taking a line off leaves what of it was given up before."""
    if change is None or change.quantity is None:
        return line.ledger.ordered
    gone = line.ledger.cancelled if line.agreed.sold and not line.ledger.shipped else ZERO
    return change.quantity.value or gone


def same_price(one: UnitPrice, other: UnitPrice) -> bool:
    """Whether two prices come to the same for every quantity."""
    return one.currency == other.currency and one.amount * other.per == other.amount * one.per


def _told(line: OrderLine | None, change: LineChange, days_move: bool) -> LineChange | None:
    if line is None:
        return change
    agreed, quantity, price = line.agreed, change.quantity, change.price
    same_quantity = quantity is None or (quantity.value, quantity.unit) == (line.ledger.ordered, agreed.unit)
    named = change.product and (change.product != agreed.product or agreed.unlisted)
    told = evolve(
        change,
        quantity=None if same_quantity else quantity,
        price=None if price is None or same_price(price, agreed.price) else price,
        requested=None if change.requested == agreed.requested and not days_move else change.requested,
        product=change.product if named else "",
        promised=None if change.promised == line.promised else change.promised,
    )
    return None if told == LineChange(line=change.line, note=change.note) else told


def _distinct(order: Order, changes: tuple[LineChange, ...]) -> None:
    seen: set[str] = set()
    for change in changes:
        if change.line in seen:
            raise Rejected("LINE_TWICE", order=order.id, line=change.line)
        seen.add(change.line)


def _checked(order: Order, line: OrderLine | None, change: LineChange) -> None:
    if line is None:
        raise Rejected("LINE_UNKNOWN", order=order.id, line=change.line)
    if change.price is not None and change.price.currency != order.currency:
        raise Rejected("CURRENCY_MISMATCH", order=order.id, line=line.id, stated=change.price.currency)
    if change.quantity is not None:
        _fits(order, line, change)
    moved = line.ledger.shipped or line.ledger.invoiced
    if moved and (change.price is not None or change.product):
        raise Rejected("PRICE_FIXED", order=order.id, line=line.id, shipped=str(line.ledger.shipped))


def _fits(order: Order, line: OrderLine, change: LineChange) -> None:
    assert change.quantity is not None, "asked for a change of quantity only"
    quantity, ledger, after = change.quantity, line.ledger, ordered(line, change)
    if quantity.unit != line.agreed.unit and not renewed(line, change):
        raise Rejected("UNIT_DIFFERS", order=order.id, line=line.id, stated=quantity.unit, ordered=line.agreed.unit)
    if quantity.value < 0:
        raise Rejected("QUANTITY_NEGATIVE", order=order.id, line=line.id, stated=str(quantity))
    if after >= ledger.ordered or not line.agreed.sold:
        return
    floors = {"INVOICED": ledger.invoiced, "SHIPPED": ledger.shipped, "CANCELLED": ledger.shipped + ledger.cancelled}
    for name, floor in floors.items():
        if after < floor:
            raise Rejected(f"BELOW_{name}", order=order.id, line=line.id, stated=str(quantity), floor=str(floor))


def _fixed(order: Order, changes: tuple[LineChange, ...], added: bool) -> bool:
    """Whether a fixed allowance or charge is billed in part, whose rest the amendment would share out anew."""
    weighty = {each.line for each in changes if each.product or each.price or each.quantity is not None}
    billed = {line.id for line in order.lines if line.ledger.invoiced}
    own = any(_has_fixed(line.agreed.adjustments) for line in order.lines if line.id in billed & weighty)
    return own or bool(billed and (weighty or added) and _has_fixed(order.adjustments))


def _has_fixed(adjustments: Iterable[Adjustment]) -> bool:
    return any(each.amount is not None or each.base is not None for each in adjustments)


def _left(line: OrderLine, change: LineChange | None) -> bool:
    """Whether anything of the line left or still will."""
    if line.ledger.shipped:
        return True
    if not line.agreed.sold:
        return change is not None and ordered(line, change) > ZERO
    return ordered(line, change) > line.ledger.cancelled
