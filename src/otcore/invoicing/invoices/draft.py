"""The draft of an invoice: everything it will say but its number. It may be changed or discarded until it is issued."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoices import events as e
from otcore.invoicing.invoices.lifecycle import DRAFT_LIFE_CYCLE, DraftStatus
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.money import Money


@frozen
class InvoiceDraft:
    """An invoice in the making. `invoice`: the number it was issued under; `reason`: why it was discarded."""

    id: str
    customer: str
    order: str
    shipment: str
    day: date
    document: InvoiceDocument
    status: DraftStatus
    invoice: str = ""
    reason: str = ""

    @property
    def payable(self) -> Money:
        """What the customer will owe for it."""
        return self.document.totals.payable


def must_allow(draft: InvoiceDraft | None, event: type) -> None:
    """Refused: `DRAFT_OVER`."""
    if draft is not None and not DRAFT_LIFE_CYCLE.allows(draft.status, event):
        raise Rejected("DRAFT_OVER", draft=draft.id, status=draft.status.value)


def issued(draft: InvoiceDraft, document: InvoiceDocument, number: str, day: date) -> tuple[e.DraftIssued, ...]:
    """The fact that it became an invoice; `document` is what the books would bill today.

    Refused: `DRAFT_OUTDATED` when that is not what was seen.
    """
    if document.totals != draft.document.totals:
        now = str(document.totals.payable)
        raise Rejected("DRAFT_OUTDATED", draft=draft.id, drafted=str(draft.payable), now=now)
    return (e.DraftIssued(number, day),)


def evolve(draft: InvoiceDraft | None, event: e.DraftEvent) -> InvoiceDraft:
    """The draft after one fact."""
    status = DRAFT_LIFE_CYCLE.after(draft.status if draft else None, event)
    return _AFTER[type(event)](draft, event, status)


def _drafted(draft: InvoiceDraft | None, event: e.InvoiceDrafted, status: DraftStatus) -> InvoiceDraft:
    whose = (event.customer, event.order, event.shipment)
    return InvoiceDraft(event.draft, *whose, event.day, event.document, status)


def _issued(draft: InvoiceDraft, event: e.DraftIssued, status: DraftStatus) -> InvoiceDraft:
    return changed(draft, status=status, invoice=event.number)


def _discarded(draft: InvoiceDraft, event: e.DraftDiscarded, status: DraftStatus) -> InvoiceDraft:
    return changed(draft, status=status, reason=event.reason)


_AFTER: Mapping[type, Callable[[Any, Any, DraftStatus], InvoiceDraft]] = {
    e.InvoiceDrafted: _drafted,
    e.DraftIssued: _issued,
    e.DraftDiscarded: _discarded,
}


def facets(draft: InvoiceDraft) -> Facets:
    """Found by customer, order, status and day."""
    return Facets(draft.customer, draft.order, draft.status.value, draft.day)
