"""An order with an amendment in it: what would be asked for, and what its lines and their value are then."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import evolve as changed
from attrs import frozen

from otcore.orders.amendment import Amendment, LineChange
from otcore.orders.amendments.changing import ordered, renewed, requested_days
from otcore.orders.commands import PlaceOrder
from otcore.orders.events import AmendedLine, AmendmentAccepted
from otcore.orders.ledger import free
from otcore.orders.line import ZERO, Ledger, OrderLine, RequestedLine
from otcore.orders.order import Order
from otcore.orders.placing import NO_TAX_KNOWN
from otcore.orders.valuing import still_open
from otcore.values.money import Money
from otcore.values.quantity import Quantity


@frozen
class Amended:
    """What an order comes to with an amendment: the lines that change, all lines as they are then, and their value."""

    amendment: Amendment
    changes: tuple[AmendedLine, ...]
    lines: tuple[OrderLine, ...]
    value: Money

    def accepted(self) -> AmendmentAccepted:
        """The fact that it counts from now on."""
        return AmendmentAccepted(
            self.amendment.number,
            self.changes,
            self.value,
            still_open(self.value, self.lines),
            self.amendment.details,
        )


def as_asked(order: Order, day: date, amendment: Amendment | None = None) -> PlaceOrder:
    """The order as a buyer would place it on this day, with the amendment in it; lines taken off are not there."""
    changes = _changes(order, amendment)
    lines = (_request(line, changes.get(line.id)) for line in order.lines)
    return PlaceOrder(
        order=order.id,
        customer=order.customer,
        day=day,
        currency=order.currency,
        lines=(*(line for line in lines if line.quantity.value), *(amendment.added if amendment else ())),
        adjustments=order.adjustments,
        details=(amendment and amendment.details) or order.details,
    )


def amended_lines(order: Order, amendment: Amendment, agreed: tuple[OrderLine, ...]) -> Iterator[AmendedLine]:
    """The lines that change. `agreed`: the lines of the order as asked, agreed as if they were placed today; those of
    another product, unlisted or no longer sold are taken from there, and what is new.
    """
    changes, today = _changes(order, amendment), {line.id: line for line in agreed}
    for line in order.lines:
        after = _after(line, changes.get(line.id), today.get(line.id))
        if after is not None and _differs(line, after):
            yield after
    for request in amendment.added:
        new = today[request.id]
        yield AmendedLine(new.id, new.agreed, new.ledger.ordered, cancelled=new.ledger.cancelled)


def with_lines(order: Order, amended: tuple[AmendedLine, ...]) -> tuple[OrderLine, ...]:
    """All lines as they are with these changes; their promises of goods are those they have now."""
    changes = {line.line: line for line in amended}
    old = tuple(_with(line, changes.pop(line.id, None)) for line in order.lines)
    return (*old, *(_new(line) for line in changes.values()))


def _changes(order: Order, amendment: Amendment | None) -> Mapping[str, LineChange]:
    if amendment is None:
        return {}
    stated = {change.line: change for change in amendment.changes}
    return stated | {change.line: change for change in _moved(order, amendment, stated)}


def _moved(order: Order, amendment: Amendment, stated: Mapping[str, LineChange]) -> Iterator[LineChange]:
    """Lines that are wanted on the days of the whole order go with those, unless other days are asked for them."""
    before, after = requested_days(order.details), requested_days(amendment.details)
    if after is None or after == before:
        return
    for line in order.lines:
        change = stated.get(line.id, LineChange(line=line.id))
        if line.ledger.open and line.agreed.requested == before and change.requested is None:
            yield changed(change, requested=after)


def _request(line: OrderLine, change: LineChange | None) -> RequestedLine:
    """What the line asks for; of another product only what is the buyer's own to say."""
    agreed, change = line.agreed, change or LineChange(line=line.id)
    other = change.product not in ("", agreed.product) and agreed.product != ""
    unpriced = agreed.unlisted and not agreed.price.amount
    untaxed = other or (agreed.unlisted and agreed.tax == NO_TAX_KNOWN)
    return RequestedLine(
        id=line.id,
        quantity=Quantity(ordered(line, change), agreed.unit if change.quantity is None else change.quantity.unit),
        product=change.product or agreed.product,
        price=change.price or (None if unpriced else agreed.price),
        name="" if other else agreed.name,
        description="" if other else agreed.description,
        buyer_item=agreed.buyer_item,
        standard_item=None if other else agreed.standard_item,
        tax=None if untaxed else agreed.tax,
        adjustments=agreed.adjustments,
        requested=change.requested or agreed.requested,
        note=agreed.note,
        accounting_cost=agreed.accounting_cost,
    )


def _after(line: OrderLine, change: LineChange | None, today: OrderLine | None) -> AmendedLine | None:
    stated = change.promised if change and change.promised else line.agreed.promised
    promised = change.promised if change and change.promised else line.promised
    if renewed(line, change) and today is not None:
        given_up = line.ledger.cancelled if line.agreed.sold and today.agreed.sold else today.ledger.cancelled
        return AmendedLine(line.id, changed(today.agreed, promised=stated), today.ledger.ordered, promised, given_up)
    if change is None:
        return None
    price, requested = change.price or line.agreed.price, change.requested or line.agreed.requested
    agreed = changed(line.agreed, price=price, requested=requested, promised=stated)
    return AmendedLine(line.id, agreed, ordered(line, change), promised)


def _differs(line: OrderLine, after: AmendedLine) -> bool:
    ledger = line.ledger
    cancelled = ledger.cancelled if after.cancelled is None else after.cancelled
    before = (line.agreed, ledger.ordered, line.promised, ledger.cancelled)
    return before != (after.agreed, after.ordered, after.promised, cancelled)


def _with(line: OrderLine, after: AmendedLine | None) -> OrderLine:
    if after is None:
        return line
    cancelled = line.ledger.cancelled if after.cancelled is None else after.cancelled
    ledger = changed(line.ledger, ordered=after.ordered, cancelled=cancelled)
    moved = after.agreed.product != line.agreed.product
    return OrderLine(line.id, after.agreed, free(ledger) if moved else ledger, after.promised)


def _new(line: AmendedLine) -> OrderLine:
    return OrderLine(line.line, line.agreed, Ledger(line.ordered, line.cancelled or ZERO), line.promised)
