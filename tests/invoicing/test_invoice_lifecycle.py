"""The tables of drafts, invoices and credit notes are the whole truth: every pair of state and event is tried."""

from collections.abc import Callable
from typing import Any

import pytest

from otcore.invoicing import invoice as invoices
from otcore.invoicing.credit_notes import credit_note as notes
from otcore.invoicing.credit_notes import events as n
from otcore.invoicing.credit_notes.lifecycle import CREDIT_NOTE_LIFE_CYCLE
from otcore.invoicing.credited import Credited
from otcore.invoicing.invoices import draft as drafts
from otcore.invoicing.invoices import events as e
from otcore.invoicing.invoices.lifecycle import (
    DRAFT_LIFE_CYCLE,
    INVOICE_LIFE_CYCLE,
    DraftStatus,
    InvoiceStatus,
)
from otcore.values.machine import Machine
from tests.invoicing.test_drafting import drafted
from tests.orders.examples import DAY, eur

SENDING = e.Sending(DAY, "peppol", "msg-7")
SAMPLES: dict[type, object] = {
    e.InvoiceIssued: e.InvoiceIssued("INV-1", "C1", "O1", "S1", drafted()),
    e.InvoiceSent: e.InvoiceSent(SENDING),
    e.InvoiceCredited: e.InvoiceCredited("CN-1", DAY, eur("12.00"), Credited((), (), eur("12.00"))),
    e.InvoiceCorrected: e.InvoiceCorrected("INV-2", DAY),
    e.InvoiceDrafted: e.InvoiceDrafted("D1", "C1", "O1", "S1", DAY, drafted("")),
    e.DraftIssued: e.DraftIssued("INV-1", DAY),
    e.DraftDiscarded: e.DraftDiscarded(DAY, "twice"),
    n.CreditNoteIssued: n.CreditNoteIssued("CN-1", "C1", "O1", "INV-1", "broken", drafted("CN-1")),
    n.CreditNoteSent: n.CreditNoteSent(SENDING),
}
DRAFTS: dict[DraftStatus | None, tuple[type, ...]] = {
    None: (),
    DraftStatus.DRAFT: (e.InvoiceDrafted,),
    DraftStatus.ISSUED: (e.InvoiceDrafted, e.DraftIssued),
    DraftStatus.DISCARDED: (e.InvoiceDrafted, e.DraftDiscarded),
}
INVOICES: dict[InvoiceStatus | None, tuple[type, ...]] = {
    None: (),
    InvoiceStatus.ISSUED: (e.InvoiceIssued,),
    InvoiceStatus.SENT: (e.InvoiceIssued, e.InvoiceSent),
}
NOTES: dict[InvoiceStatus | None, tuple[type, ...]] = {
    None: (),
    InvoiceStatus.ISSUED: (n.CreditNoteIssued,),
    InvoiceStatus.SENT: (n.CreditNoteIssued, n.CreditNoteSent),
}
TABLES: list[tuple[Any, Any, Any, Any]] = [
    (drafts.evolve, DRAFT_LIFE_CYCLE, DRAFTS, e.DRAFT_EVENTS),
    (invoices.evolve, INVOICE_LIFE_CYCLE, INVOICES, e.EVENTS),
    (notes.evolve, CREDIT_NOTE_LIFE_CYCLE, NOTES, n.EVENTS),
]
PAIRS = [
    pytest.param(evolve, table, paths[status], status, event, id=f"{status} {event.__name__}")
    for evolve, table, paths, events in TABLES
    for status in paths
    for event in events
]


def reached(evolve: Callable[[Any, Any], Any], path: tuple[type, ...]) -> Any:
    state = None
    for event in path:
        state = evolve(state, SAMPLES[event])
    return state


def test_there_is_a_sample_of_every_event_and_a_path_to_every_status():
    assert set(SAMPLES) == {*e.EVENTS, *e.DRAFT_EVENTS, *n.EVENTS}
    assert set(DRAFTS) == {None, *DraftStatus}
    assert set(INVOICES) == set(NOTES) == {None, *InvoiceStatus}


@pytest.mark.parametrize(("evolve", "table", "path", "status", "event"), PAIRS)
def test_a_paper_goes_where_the_table_says_and_nowhere_else(
    evolve: Callable[[Any, Any], Any], table: Machine[Any], path: tuple[type, ...], status: Any, event: type
):
    before = reached(evolve, path)
    if table.allows(status, event):
        assert evolve(before, SAMPLES[event]).status is table.table[status, event]
    else:
        with pytest.raises(KeyError):
            evolve(before, SAMPLES[event])


@pytest.mark.parametrize("status", InvoiceStatus)
@pytest.mark.parametrize("event", [e.InvoiceSent, e.InvoiceCredited, e.InvoiceCorrected])
def test_nothing_changes_the_document_or_the_number_of_an_issued_invoice(status: InvoiceStatus, event: type):
    before = reached(invoices.evolve, INVOICES[status])
    after = invoices.evolve(before, SAMPLES[event])  # type: ignore[arg-type]  # a sample of every event
    assert (after.id, after.document, after.customer) == (before.id, before.document, before.customer)


def test_an_issued_invoice_never_becomes_a_draft_or_nothing_again():
    assert {after for (before, _), after in INVOICE_LIFE_CYCLE.table.items() if before} == set(InvoiceStatus)


@pytest.mark.parametrize(
    ("evolve", "facets", "path", "word"),
    [
        (drafts.evolve, drafts.facets, DRAFTS[DraftStatus.DRAFT], "draft"),
        (drafts.evolve, drafts.facets, DRAFTS[DraftStatus.DISCARDED], "discarded"),
        (invoices.evolve, invoices.facets, INVOICES[InvoiceStatus.ISSUED], "issued"),
        (invoices.evolve, invoices.facets, INVOICES[InvoiceStatus.SENT], "sent"),
        (notes.evolve, notes.facets, NOTES[InvoiceStatus.SENT], "sent"),
    ],
)
def test_a_paper_is_found_by_customer_order_status_and_day(evolve: Any, facets: Any, path: Any, word: str):
    found = facets(reached(evolve, path))
    assert (found.party, found.reference, found.status, found.day) == ("C1", "O1", word, DAY)
