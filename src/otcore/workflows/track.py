"""Tracking: what happened to an order and to everything that came of it."""

from collections.abc import Iterable
from typing import Any

from otcore.ports.aggregates import CREDIT_NOTE, INVOICE, INVOICE_DRAFT, ORDER, RECEIPT, RECEIVABLE, RETURN, SHIPMENT
from otcore.ports.kinds import Kind
from otcore.ports.storage import Where
from otcore.process.timeline import AskTimeline, Entry, timeline
from otcore.receivables.events import ItemPaid
from otcore.values.recorded import Recorded
from otcore.workflows.order_invoices import invoices_of
from otcore.workflows.requests import Find, Flow, History, Load, LoadMany

_OWN: tuple[Kind[Any], ...] = (SHIPMENT, RETURN, INVOICE_DRAFT)
"""What refers to its order, and to no other."""

PAPERS: tuple[Kind[Any], ...] = (*_OWN, INVOICE, CREDIT_NOTE)
"""What comes of an order, and is told of with it."""


def ask_timeline(query: AskTimeline) -> Flow[tuple[Entry, ...]]:
    """The facts of the order, its papers, its debts and the receipts that paid them."""
    order = yield from Load(ORDER, query.order)
    facts = list((yield from History(ORDER, order.some.id)))
    invoices = yield from invoices_of(order.id, facts)
    for kind in _OWN:
        papers = yield from Find(kind, Where(references=(order.id,)))
        facts += yield from _facts(kind, (paper.id for paper in papers))
    notes = tuple(dict.fromkeys(note for invoice in invoices for note in invoice.notes))
    for kind, numbers in ((INVOICE, tuple(invoice.id for invoice in invoices)), (CREDIT_NOTE, notes)):
        facts += yield from _facts(kind, numbers)
        facts += yield from _money(numbers)
    return timeline(facts, query.whole)


def _money(numbers: tuple[str, ...]) -> Flow[list[Recorded]]:
    """What was owed for invoices, or to the customer by credit notes, and what paid it."""
    found = (yield from LoadMany(RECEIVABLE, numbers)) if numbers else ()
    items = [item for item in found if item.state]
    facts = yield from _facts(RECEIVABLE, (item.id for item in items))
    receipts = {fact.event.applied.receipt for fact in facts if isinstance(fact.event, ItemPaid)}
    return facts + (yield from _facts(RECEIPT, sorted(receipts)))


def _facts(kind: Kind[Any], ids: Iterable[str]) -> Flow[list[Recorded]]:
    found: list[Recorded] = []
    for id in ids:
        found += yield from History(kind, id)
    return found
