"""Exchanging: the order that replaces the goods of a return."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve as changed

from otcore.orders.commands import PlaceOrder
from otcore.orders.details import OrderDetails
from otcore.orders.line import OrderLine, RequestedLine
from otcore.orders.order import Order
from otcore.orders.returns.commands import ExchangeReturn
from otcore.orders.returns.events import ReturnExchanged
from otcore.orders.returns.lifecycle import RETURN_LIFE_CYCLE
from otcore.orders.returns.returned_goods import Return
from otcore.values.adjustment import Adjustment
from otcore.values.allocation import share_until
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.quantity import Quantity


def exchange(order: Order, asked: Return, command: ExchangeReturn) -> tuple[PlaceOrder, tuple[ReturnExchanged, ...]]:
    """The order to place, and the fact for the return; or `Rejected`."""
    if not RETURN_LIFE_CYCLE.allows(asked.status, ReturnExchanged):
        raise Rejected("RETURN_NOT_AUTHORISED", return_id=asked.id, status=asked.status.value)
    if asked.exchange:
        raise Rejected("ALREADY_EXCHANGED", return_id=asked.id, order=asked.exchange)
    placing = PlaceOrder(
        order=command.order,
        customer=order.customer,
        day=command.day,
        currency=order.currency,
        lines=command.lines or tuple(_same(order, asked)),
        details=_details(order.details, asked.id),
    )
    return placing, (ReturnExchanged(command.order, command.day),)


def _details(details: OrderDetails, return_id: str) -> OrderDetails:
    """To the same place, under the same contract; the days and the buyer's number were the first order's own."""
    delivery = details.delivery and changed(details.delivery, requested=None)
    return changed(
        details, reference="", note="", valid_until=None, unread=(), delivery=delivery, replaces_return=return_id
    )


def _same(order: Order, asked: Return) -> Iterator[RequestedLine]:
    ordered = {line.id: line for line in order.lines}
    return (_requested(ordered[back.line], back.quantity) for back in asked.lines)


def _requested(line: OrderLine, quantity: Decimal) -> RequestedLine:
    """The same goods at what was agreed for them, with their part of every allowance and charge of the line."""
    agreed, ordered = line.agreed, line.ledger.ordered
    return RequestedLine(
        id=line.id,
        quantity=Quantity.trusted(quantity, agreed.unit),
        product=agreed.product,
        price=agreed.price,
        name=agreed.name,
        description=agreed.description,
        buyer_item=agreed.buyer_item,
        standard_item=agreed.standard_item,
        tax=agreed.tax,
        adjustments=tuple(_part(each, quantity, ordered) for each in agreed.adjustments),
        note=agreed.note,
        accounting_cost=agreed.accounting_cost,
    )


def _part(adjustment: Adjustment, quantity: Decimal, ordered: Decimal) -> Adjustment:
    amount, base = (_share(each, quantity, ordered) for each in (adjustment.amount, adjustment.base))
    return changed(adjustment, amount=amount, base=base)


def _share(amount: Money | None, quantity: Decimal, ordered: Decimal) -> Money | None:
    return amount and Money.from_minor(share_until(amount.minor, quantity, ordered), amount.currency)
