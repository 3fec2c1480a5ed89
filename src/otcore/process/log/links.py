"""Which other objects a fact names, and which part they have in it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import fields, frozen

from otcore.invoicing.invoices import events as i
from otcore.orders import events as o
from otcore.orders.returns import events as b
from otcore.payments import receipt_events as p
from otcore.payments.refunds.events import RefundRequested
from otcore.receivables import events as r


@frozen
class Link:
    """The object of one of these types that goes by this id: the first type of which there is one."""

    role: str
    types: tuple[str, ...]
    id: str


_FIELDS: Mapping[str, tuple[str, str]] = {
    "collection": ("collection", "collection"),
    "corrects": ("corrected invoice", "invoice"),
    "customer": ("customer", "customer"),
    "dispute": ("dispute", "dispute"),
    "draft": ("draft", "invoice_draft"),
    "invoice": ("invoice", "invoice"),
    "item": ("item", "receivable"),
    "mandate": ("mandate", "mandate"),
    "note": ("credit note", "credit_note"),
    "order": ("order", "order"),
    "payment": ("payment", "gateway_payment"),
    "receipt": ("receipt", "receipt"),
    "refund": ("refund", "refund"),
    "return_id": ("return", "return"),
    "shipment": ("shipment", "shipment"),
}
"""Fields that name an object wherever they stand: role and type."""

_OF_ANOTHER = {b.ReturnExchanged}
"""Facts whose fields name something else than the others' do."""


def links(event: Any) -> Iterator[Link]:
    """The objects that a fact names; an id may be that of its own object, or of one that is not known."""
    for name in _named(type(event)):
        role, kind = _FIELDS[name]
        id = getattr(event, name)
        if isinstance(id, str) and id:
            yield Link(role, (kind,), id)
    inside = _INSIDE.get(type(event))
    if inside is not None:
        yield from inside(event)


def _named(of: type) -> tuple[str, ...]:
    return () if of in _OF_ANOTHER else tuple(each.name for each in fields(of) if each.name in _FIELDS)


def _issued(event: i.InvoiceIssued) -> Iterator[Link]:
    for bill in event.bills:
        yield from _all("order", "order", bill.order)
        yield from _all("shipment", "shipment", bill.shipment)
        yield from _all("advance", "invoice", bill.advance)


def _opened(event: r.ItemOpened) -> Iterator[Link]:
    yield Link("document", ("invoice", "credit_note"), event.item)


def _set_off(event: r.ItemCredited | r.CreditReleased) -> Iterator[Link]:
    """Of a debt it names the credit note; of a credit, the debt it was used for."""
    yield Link("set off with", ("credit_note", "receivable"), event.applied.receipt)


def _applied(event: p.ReceiptApplied) -> Iterator[Link]:
    yield from _all("item", "receivable", *(each.item for each in event.allocations))
    yield from _all("set off with", "receivable", *(each.credit for each in event.uses))


def _refund(event: RefundRequested) -> Iterator[Link]:
    for source in event.sources:
        yield Link("source", ("credit_note" if source.credit else "receipt",), source.id)


def _credited(event: b.ReturnCredited) -> Iterator[Link]:
    yield from _all("credit note", "credit_note", event.part.note)
    yield from _all("invoice", "invoice", event.part.invoice)


def _all(role: str, kind: str, *ids: str) -> Iterator[Link]:
    return (Link(role, (kind,), id) for id in ids if id)


_INSIDE: Mapping[type, Callable[[Any], Iterator[Link]]] = {
    b.ReturnCredited: _credited,
    b.ReturnExchanged: lambda event: _all("replacement", "order", event.order),
    i.DraftIssued: lambda event: _all("invoice", "invoice", event.number),
    i.InvoiceCorrected: lambda event: _all("corrected by", "invoice", event.by),
    i.InvoiceIssued: _issued,
    o.AdvanceDeducted: lambda event: _all("advance", "invoice", *(number for number, _ in event.parts)),
    p.ApplicationReversed: lambda event: _all("item", "receivable", *event.items),
    p.ReceiptApplied: _applied,
    r.CreditReleased: _set_off,
    r.ItemCredited: _set_off,
    r.ItemDisputed: lambda event: _all("dispute", "dispute", event.dispute.id),
    r.ItemOpened: _opened,
    r.ItemPaid: lambda event: _all("receipt", "receipt", event.applied.receipt),
    RefundRequested: _refund,
}
"""What is named within the parts of a fact."""
