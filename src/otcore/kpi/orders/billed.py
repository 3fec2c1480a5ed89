"""What became of the invoices of an order: issued, corrected, settled."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.invoices import events as b
from otcore.kpi.orders.rows import InvoiceRow, Reached
from otcore.receivables import events as debts
from otcore.receivables.evolution import evolve
from otcore.receivables.receivable import Receivable
from otcore.values.recorded import Recorded

_DEBTS = frozenset(debts.EVENTS)


@frozen
class Bill:
    """One invoice and its debt, which share a number. `orders`: whose goods it bills; `notes`: what credits it."""

    number: str
    orders: tuple[str, ...] = ()
    issued: Reached | None = None
    notes: tuple[tuple[str, Reached], ...] = ()
    anew: Reached | None = None
    debt: Receivable | None = None
    settled: Reached | None = None

    def row(self, for_returns: Collection[str]) -> InvoiceRow | None:
        """The invoice's row; None for a debt that is no invoice of ours. Notes `for_returns` correct nothing."""
        if self.issued is None:
            return None
        corrections = [when for note, when in self.notes if note not in for_returns]
        corrected = corrections[0] if corrections else self.anew
        return InvoiceRow(invoice=self.number, issued=self.issued, settled=self.settled, corrected=corrected)


def bill_after(before: Bill | None, recorded: Recorded) -> Bill:
    """What is known of an invoice after one more fact of it, or of its debt."""
    event, known = recorded.event, before or Bill(recorded.stream.id)
    if type(event) in _DEBTS:
        return _owed(known, event, recorded)
    told = _TOLD.get(type(event))
    return told(known, event, recorded) if told else known


def _owed(known: Bill, event: Any, recorded: Recorded) -> Bill:
    """Settled with the fact after which nothing is owed, until something is owed again."""
    debt = evolve(known.debt, event)
    if debt.open:
        return changed(known, debt=debt, settled=None)
    return changed(known, debt=debt, settled=known.settled or Reached(_day(event, recorded), recorded.at))


def _day(event: Any, recorded: Recorded) -> date:
    """The day of business: the fact's own, or that of what it applies."""
    told = getattr(event, "applied", None) or getattr(event, "adjusted", None) or event
    day: date = getattr(told, "day", recorded.at.date())
    return day


def _issued(known: Bill, event: b.InvoiceIssued, recorded: Recorded) -> Bill:
    orders = dict.fromkeys([event.order, *(each.order for each in event.bills)])
    when = Reached(event.document.issued, recorded.at)
    return changed(known, orders=tuple(filter(None, orders)), issued=when)


def _credited(known: Bill, event: b.InvoiceCredited, recorded: Recorded) -> Bill:
    return changed(known, notes=(*known.notes, (event.note, Reached(event.day, recorded.at))))


def _corrected(known: Bill, event: b.InvoiceCorrected, recorded: Recorded) -> Bill:
    return changed(known, anew=known.anew or Reached(event.day, recorded.at))


_TOLD: Mapping[type, Callable[[Bill, Any, Recorded], Bill]] = {
    b.InvoiceIssued: _issued,
    b.InvoiceCredited: _credited,
    b.InvoiceCorrected: _corrected,
}
