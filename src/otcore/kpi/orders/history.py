"""Rows of orders from the facts of a store: orders, shipments, returns, invoices and debts, as of a moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import define, field

from otcore.invoicing.credit_notes.events import CreditNoteIssued
from otcore.invoicing.invoices import events as bills
from otcore.kpi.orders.billed import Bill, bill_after
from otcore.kpi.orders.placed import Placed, placed_after
from otcore.kpi.orders.rows import InvoiceRow, OrderRow
from otcore.kpi.orders.sent import Sent, sent_after
from otcore.orders import events as orders
from otcore.orders.returns import events as returns
from otcore.orders.shipments import events as shipments
from otcore.receivables import events as debts
from otcore.values.recorded import Recorded, in_sequence

_ORDERS = frozenset(orders.EVENTS)
_SENT = frozenset(shipments.EVENTS) | frozenset(returns.EVENTS)
_BILLS = frozenset(bills.EVENTS) | frozenset(debts.EVENTS)


@define
class OrderHistory:
    """What orders went through so far, taken in one fact at a time."""

    _placed: dict[str, Placed] = field(factory=dict)
    _sent: dict[str, Sent] = field(factory=dict)
    _billed: dict[str, Bill] = field(factory=dict)
    _for_returns: set[str] = field(factory=set)

    def take(self, recorded: Recorded) -> None:
        """One more fact, the next one of its paper; those of other kinds are passed over."""
        fact, id = type(recorded.event), recorded.stream.id
        if fact in _ORDERS:
            self._placed[id] = placed_after(self._placed.get(id), recorded)
        elif fact in _SENT:
            self._sent[id] = sent_after(self._sent.get(id), recorded)
        elif fact in _BILLS:
            self._billed[id] = bill_after(self._billed.get(id), recorded)
        elif isinstance(recorded.event, CreditNoteIssued) and recorded.event.return_id:
            self._for_returns.add(id)

    def rows(self) -> tuple[OrderRow, ...]:
        """The rows of every order placed, by order id."""
        sent, invoices = self._sent_by_order(), self._invoices_by_order()
        rows = (each.row(sent[id], invoices[id]) for id, each in sorted(self._placed.items()))
        return tuple(row for row in rows if row)

    def _sent_by_order(self) -> defaultdict[str, list[Sent]]:
        found: defaultdict[str, list[Sent]] = defaultdict(list)
        for each in self._sent.values():
            found[each.order].append(each)
        return found

    def _invoices_by_order(self) -> defaultdict[str, list[InvoiceRow]]:
        found: defaultdict[str, list[InvoiceRow]] = defaultdict(list)
        for order, row in self._billed_orders():
            found[order].append(row)
        return found

    def _billed_orders(self) -> Iterator[tuple[str, InvoiceRow]]:
        for bill in self._billed.values():
            row = bill.row(self._for_returns)
            if row:
                yield from ((order, row) for order in bill.orders)


def order_rows(recorded: Iterable[Recorded]) -> tuple[OrderRow, ...]:
    """The rows of every order placed, by order id, from facts in any order.

    Law: the facts up to a moment give the rows as of that moment, whatever came later.
    """
    history = OrderHistory()
    for each in in_sequence(recorded):
        history.take(each)
    return history.rows()
