"""The invoices of an order: those that bill it alone, and those that bill it among others."""

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from otcore.invoicing.invoice import Invoice
from otcore.orders.events import AdvanceBilled, LinesInvoiced
from otcore.ports.aggregates import INVOICE, ORDER
from otcore.ports.storage import Where
from otcore.values.command import Query
from otcore.values.recorded import Recorded
from otcore.workflows.requests import Find, Flow, History, Load, LoadMany


@frozen
class AskOrderInvoices(Query[tuple[Invoice, ...]]):
    """Every invoice that bills anything of an order, ordered by number; `NotFound` for an unknown order."""

    order: str


def ask_order_invoices(query: AskOrderInvoices) -> Flow[tuple[Invoice, ...]]:
    """The invoices."""
    order = (yield from Load(ORDER, query.order)).some
    return (yield from invoices_of(order.id, (yield from History(ORDER, order.id))))


def invoices_of(order: str, facts: Iterable[Recorded]) -> Flow[tuple[Invoice, ...]]:
    """The invoices that refer to an order, and those that its facts name."""
    found = {kept.id: kept.state for kept in (yield from Find(INVOICE, Where(references=(order,))))}
    others = sorted({number for each in facts for number in _named(each.event)} - found.keys())
    found |= {kept.id: kept.state for kept in (yield from LoadMany(INVOICE, others))} if others else {}
    return tuple(state for _, state in sorted(found.items()) if state is not None)


def _named(event: Any) -> tuple[str, ...]:
    """A credit note that takes a bill back is told by the same fact, with quantities below zero."""
    if isinstance(event, LinesInvoiced):
        return (event.invoice,) if all(quantity > 0 for _, quantity in event.lines) else ()
    return (event.invoice,) if isinstance(event, AdvanceBilled) else ()
