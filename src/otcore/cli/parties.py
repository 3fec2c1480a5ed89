"""Who a document is from, and which order it speaks of."""

from collections.abc import Iterator
from typing import Any

from otcore.app.sync import OrderToCash
from otcore.cli.documents import Sender
from otcore.customers.alias import party_keys
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.ports.aggregates import ALIAS, CUSTOMER, ORDER
from otcore.ports.errors import NotFound
from otcore.ports.kinds import Kind
from otcore.ports.storage import Where
from otcore.values.faults import Invalid
from otcore.workflows.ask import Every, Get


def stored(host: OrderToCash, kind: Kind[Any], id: str) -> bool:
    """Whether an aggregate is in the store."""
    try:
        host.ask(Get(kind, id))
    except NotFound:
        return False
    return True


def order_id(customer: str, document: str) -> str:
    """The key of an order: the document's own id under its sender; different pairs give different keys."""
    return f"{customer.replace('%', '%25').replace('/', '%2F')}/{document}"


def customer_of(host: OrderToCash, sender: Sender) -> str:
    """The customer that a document comes from.

    Raises `Invalid`: CUSTOMER_UNKNOWN when nobody has that id or any of those identifiers, CUSTOMER_AMBIGUOUS when the
    identifiers belong to several.
    """
    if sender.customer:
        if not stored(host, CUSTOMER, sender.customer):
            raise Invalid.one("CUSTOMER_UNKNOWN", f"no customer {sender.customer} has been onboarded")
        return sender.customer
    keys = party_keys(sender.party) if sender.party else ()
    owners = sorted(set(_owners(host, keys)))
    if len(owners) > 1:
        message = f"the buyer's identifiers ({', '.join(keys)}) belong to {' and '.join(owners)}"
        raise Invalid.one("CUSTOMER_AMBIGUOUS", message)
    if not owners:
        raise Invalid.one("CUSTOMER_UNKNOWN", f"no customer has any of the buyer's identifiers: {_named(keys)}")
    return owners[0]


def order_of(host: OrderToCash, number: str, sender: Sender) -> Order:
    """The order a document speaks of: by our own number or the buyer's, among the sender's where the sender is known.

    Raises `Invalid` ORDER_UNKNOWN, ORDER_AMBIGUOUS.
    """
    found = _numbered(host, number)
    owners = set(_senders(host, sender))
    mine = tuple(order for order in found if order.customer in owners) if owners else found
    alive = tuple(order for order in mine if order.status is not Status.REJECTED) or mine
    if not alive:
        raise Invalid.one("ORDER_UNKNOWN", f"no order {number} has been taken in")
    if len(alive) > 1:
        ids = ", ".join(order.id for order in alive)
        raise Invalid.one("ORDER_AMBIGUOUS", f"{number} may be any of {ids}")
    return alive[0]


def _numbered(host: OrderToCash, number: str) -> tuple[Order, ...]:
    if stored(host, ORDER, number):
        return (host.ask(Get(ORDER, number)),)
    return host.ask(Every(ORDER, Where(references=(number,))))


def _senders(host: OrderToCash, sender: Sender) -> Iterator[str]:
    if sender.customer:
        yield sender.customer
    elif sender.party:
        yield from _owners(host, party_keys(sender.party))


def _owners(host: OrderToCash, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        if stored(host, ALIAS, key) and (owner := host.ask(Get(ALIAS, key)).customer):
            yield owner


def _named(keys: tuple[str, ...]) -> str:
    return ", ".join(keys) or "it has none"
