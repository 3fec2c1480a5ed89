"""Deciding on returns: asked for, allowed or not, given up, closed."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from otcore.orders.events import ReturnDropped, ReturnRequested
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.order import Order
from otcore.orders.returns import events as r
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    CancelReturn,
    CloseReturn,
    LineToReturn,
    RejectReturn,
    RequestReturn,
)
from otcore.orders.returns.events import ReturnLine
from otcore.orders.returns.lifecycle import RETURN_LIFE_CYCLE, ReturnStatus
from otcore.orders.returns.restocking import RestockingFee
from otcore.orders.returns.returned_goods import Return
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.reason import require_reason


@frozen
class Turn:
    """The facts of one step, by the stream they belong to."""

    returned: tuple[object, ...]
    order: tuple[object, ...] = ()


def request(order: Order, asked: Return | None, command: RequestReturn) -> Turn:
    """The facts that follow from asking to send goods back, or `Rejected`."""
    if asked is not None:
        raise Rejected("RETURN_EXISTS", return_id=command.return_id)
    if not LIFE_CYCLE.allows(order.status, ReturnRequested):
        raise Rejected("ORDER_NOT_CONFIRMED", order=order.id, status=order.status.value)
    if not command.lines:
        raise Rejected("NOTHING_RETURNED", return_id=command.return_id)
    if len({line.line for line in command.lines}) < len(command.lines):
        raise Rejected("LINE_TWICE", order=order.id, return_id=command.return_id)
    quantities = tuple((said.line, _returnable(order, said)) for said in command.lines)
    lines = tuple(
        ReturnLine(said.line, quantity, said.reason, said.reinvoice)
        for said, (_, quantity) in zip(command.lines, quantities, strict=True)
    )
    nothing = Money.zero(order.currency)
    opened = r.ReturnOpened(command.return_id, order.id, order.customer, command.day, lines, nothing)
    return Turn((opened,), (ReturnRequested(command.return_id, quantities),))


def authorise(asked: Return, command: AuthoriseReturn, usual: RestockingFee) -> Turn:
    """The fact that the goods may come, with the fee of the command or the usual one; or `Rejected`."""
    _must_allow(asked, r.ReturnAuthorised, "RETURN_NOT_REQUESTED")
    fee = usual if command.fee is None else command.fee
    fee.check(asked.id, asked.value.currency)
    return Turn((r.ReturnAuthorised(command.day, fee),))


def reject(asked: Return, command: RejectReturn) -> Turn:
    """The facts that follow when the goods may not come, or `Rejected`."""
    require_reason(command.reason)
    _must_allow(asked, r.ReturnRejected, "RETURN_NOT_REQUESTED")
    return Turn((r.ReturnRejected(command.reason),), _dropped(asked))


def cancel(asked: Return, command: CancelReturn) -> Turn:
    """The facts that follow when the buyer keeps all of the goods, or `Rejected`."""
    if asked.status is ReturnStatus.RECEIVED or any(line.came_back for line in asked.lines):
        raise Rejected("ALREADY_RECEIVED", return_id=asked.id)
    _must_allow(asked, r.ReturnCancelled, "RETURN_OVER")
    return Turn((r.ReturnCancelled(command.reason),), _dropped(asked))


def close(asked: Return, command: CloseReturn) -> Turn:
    """The facts that follow when nothing more comes, or `Rejected`."""
    _must_allow(asked, r.ReturnClosed, "RETURN_NOT_AUTHORISED")
    return Turn((r.ReturnClosed(command.day, command.reason, tuple(_left(asked))),), _dropped(asked))


def _must_allow(asked: Return, event: type, code: str) -> None:
    if not RETURN_LIFE_CYCLE.allows(asked.status, event):
        raise Rejected(code, return_id=asked.id, status=asked.status.value)


def _returnable(order: Order, said: LineToReturn) -> Decimal:
    line = order.line(said.line)
    if line is None:
        raise Rejected("LINE_UNKNOWN", order=order.id, line=said.line)
    if said.quantity.unit != line.agreed.unit:
        stated, ordered = said.quantity.unit, line.agreed.unit
        raise Rejected("UNIT_DIFFERS", order=order.id, line=line.id, stated=stated, ordered=ordered)
    quantity, returnable = said.quantity.value, line.ledger.returnable
    if quantity <= 0:
        raise Rejected("QUANTITY_NOT_POSITIVE", order=order.id, line=line.id, quantity=str(said.quantity))
    if quantity > returnable:
        facts = {"returned": str(quantity), "returnable": str(returnable)}
        raise Rejected("MORE_THAN_RETURNABLE", order=order.id, line=line.id, **facts)
    return quantity


def _left(asked: Return) -> Iterator[tuple[str, Decimal]]:
    return ((line.line, line.left) for line in asked.lines if line.left)


def _dropped(asked: Return) -> tuple[ReturnDropped, ...]:
    left = tuple(_left(asked))
    return (ReturnDropped(asked.id, left),) if left else ()
