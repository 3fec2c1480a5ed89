"""Drafts: an order in the making, or an offer that the buyer has not taken up. Nothing is agreed or promised yet."""

from datetime import date

from attrs import frozen

from otcore.orders.commands import PlaceOrder
from otcore.orders.details import OrderDetails
from otcore.orders.events import OrderCancelled, OrderDrafted
from otcore.orders.lifecycle import Status
from otcore.orders.line import OrderLine, RequestedLine
from otcore.orders.order import Order
from otcore.values.adjustment import Adjustment
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.money import Money

OFFER_EXPIRED = "OFFER_EXPIRED"


@frozen(kw_only=True)
class DraftOrder(Command[Order]):
    """Write an order down without placing it; again under its id: what it says from now on. It is shown at the prices
    of the day, and costs no credit and no goods. After `details.valid_until` it is cancelled.

    Refused: `ORDER_EXISTS` once it is placed or over. Raises `NotFound` for an unknown customer, and `Invalid` as
    `PlaceOrder`.
    """

    order: str
    customer: str
    day: date
    currency: str
    lines: tuple[RequestedLine, ...]
    adjustments: tuple[Adjustment, ...] = ()
    details: OrderDetails = OrderDetails()


@frozen(kw_only=True)
class SubmitOrder(Command[Order]):
    """Place a draft as it stands, at the prices and under the rules of this day. Refused: `ORDER_NOT_DRAFT`."""

    order: str
    day: date


def contents(command: DraftOrder) -> PlaceOrder:
    """The order that would be placed today."""
    return PlaceOrder(
        order=command.order,
        customer=command.customer,
        day=command.day,
        currency=command.currency,
        lines=command.lines,
        adjustments=command.adjustments,
        details=command.details,
    )


def draft(
    order: Order | None, command: DraftOrder, lines: tuple[OrderLine, ...], value: Money
) -> tuple[OrderDrafted, ...]:
    """The facts that follow from drafting, or `Rejected`; `lines` and `value` as they would be agreed today."""
    if order is not None and order.status is not Status.DRAFT:
        raise Rejected("ORDER_EXISTS", order=order.id)
    drafted = OrderDrafted(
        command.order,
        command.customer,
        command.day,
        command.currency,
        lines,
        command.adjustments,
        command.details,
        value,
        command.lines,
    )
    return (drafted,)


def submission(order: Order, command: SubmitOrder) -> PlaceOrder:
    """The order that the draft asks for, to be placed on the day, or `Rejected`."""
    if order.status is not Status.DRAFT:
        raise Rejected("ORDER_NOT_DRAFT", order=order.id, status=order.status.value)
    return PlaceOrder(
        order=order.id,
        customer=order.customer,
        day=command.day,
        currency=order.currency,
        lines=order.requested,
        adjustments=order.adjustments,
        details=order.details,
    )


def expire(order: Order, day: date) -> tuple[OrderCancelled, ...]:
    """The facts that follow when a day is over: a draft that stood until an earlier one is given up."""
    until = order.details.valid_until
    if order.status is not Status.DRAFT or until is None or day <= until:
        return ()
    return (OrderCancelled(f"{OFFER_EXPIRED}: valid until {until}", order.open_value),)
