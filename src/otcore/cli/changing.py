"""Taking in order changes: what the buyer asks for is proposed and, where the order may be so, accepted."""

from itertools import pairwise

from otcore.app.sync import OrderToCash
from otcore.cli.documents import ChangeContent, Document, Sender
from otcore.cli.host import Host
from otcore.cli.parties import customer_of, order_of
from otcore.orders.amendment import Side
from otcore.orders.amendments.commands import AcceptAmendment
from otcore.orders.commands import AcknowledgeOrder
from otcore.orders.evolution import evolve
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.workflows.ask import OrderHistory


def take_change(host: Host, document: Document) -> bool:
    """Propose it for the order it names, accept it, and answer an order that was not answered yet."""
    content: ChangeContent = document.content
    order = order_of(host.o2c, content.change.order, Sender(customer_of(host.o2c, content.sender)))
    new = all(each.reference != document.id for each in order.amendments)
    names = (order.customer, document.id)
    command = content.change.command(order if new else _before(host.o2c, order, document.id))
    after = host.act(document, "order change", command, *names)
    proposal, day = after.proposal, content.change.issued
    if proposal is not None:
        accept = AcceptAmendment(order=order.id, day=day, by=Side.SELLER, amendment=proposal.number)
        after = host.act(document, "acceptance", accept, *names)
    if after.status is Status.SUBMITTED and not after.held:
        host.act(document, "answer", AcknowledgeOrder(order=order.id, day=day), *names)
    return new


def _before(host: OrderToCash, order: Order, change: str) -> Order:
    """The order as it was when it was asked to change so: the same document then proposes the same again."""
    states = pairwise(_states(host, order))
    return next(before for before, after in states if _proposed(before, after, change))


def _states(host: OrderToCash, order: Order) -> list[Order]:
    """The order after each of its facts."""
    states: list[Order] = []
    for fact in host.ask(OrderHistory(order.id)):
        states.append(evolve(states[-1] if states else None, fact.event))
    return states


def _proposed(before: Order, after: Order, change: str) -> bool:
    return any(each.reference == change for each in after.amendments[len(before.amendments) :])
