"""Taking in orders and cancellations."""

from attrs import evolve

from otcore.cli.documents import CancellationContent, Document, OrderContent, Sender
from otcore.cli.host import Host
from otcore.cli.parties import customer_of, order_id, order_of, stored
from otcore.orders.commands import AcknowledgeOrder, PlaceOrder
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import ORDER


def take_order(host: Host, document: Document) -> bool:
    """Place it and answer the buyer; a rejected order has its answer already."""
    content: OrderContent = document.content
    customer = customer_of(host.o2c, content.sender)
    command = _place(content.command, customer)
    new = not stored(host.o2c, ORDER, command.order)
    order = host.act(document, "order", command, customer, document.id)
    if order.status is Status.SUBMITTED:
        answer = AcknowledgeOrder(order=order.id, day=order.day)
        host.act(document, "acknowledgement", answer, customer, document.id)
    return new


def take_cancellation(host: Host, document: Document) -> bool:
    """Cancel the order it names: one of the sender's, where the sender is known."""
    content: CancellationContent = document.content
    sender = Sender(customer_of(host.o2c, content.sender)) if content.sender.named else content.sender
    order = order_of(host.o2c, content.command.order, sender)
    new = order.status is not Status.CANCELLED
    host.act(document, "cancellation", evolve(content.command, order=order.id), order.customer, document.id)
    return new


def _place(command: PlaceOrder, customer: str) -> PlaceOrder:
    """The order under its id in the books; the buyer's number is the document's own where it states no other."""
    details = command.details
    reference = details.reference or command.order
    id = order_id(customer, command.order)
    return evolve(command, order=id, customer=customer, details=evolve(details, reference=reference))
