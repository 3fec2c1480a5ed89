"""A draft is looked at, changed or discarded before it is issued; only then it has a number."""

from datetime import date, timedelta

import pytest

from otcore.invoicing.invoices.lifecycle import DraftStatus
from otcore.orders.hold import HoldKind
from otcore.ports.errors import NotFound
from otcore.process.timeline import AskTimeline
from tests.orders.examples import eur
from tests.workflows.books import books, refused
from tests.workflows.desk import desk
from tests.workflows.invoicing import INV, discards, drafts, issues, numbers, shipped, the_draft
from tests.workflows.sending import back

LATER = date(2026, 3, 9)


def test_a_draft_says_what_the_invoice_will_and_moves_nothing_else():
    ready = shipped(desk(stocked=10))
    before = books(ready.store)["states"]
    draft = drafts(ready, note="call before you come")
    assert (draft.status, draft.payable, draft.document.number) == (DraftStatus.DRAFT, eur("120.00"), "")
    assert draft.document.payment.payment_id == ""
    assert draft.document.note == "call before you come"
    after = books(ready.store)
    assert {place for place in after["states"] if place not in before} == {("invoice_draft", "D1")}
    assert after["entries"] == ()
    assert after["numbers"] == (1,)


def test_a_draft_is_issued_as_it_was_seen():
    ready = shipped(desk(stocked=10))
    draft = drafts(ready, note="call before you come")
    invoice = issues(ready, day=LATER)
    assert (invoice.id, invoice.document.totals) == (INV, draft.document.totals)
    assert (invoice.document.issued, invoice.document.due, invoice.document.note) == (
        LATER,
        date(2026, 4, 8),
        draft.document.note,
    )
    assert (the_draft(ready).status, the_draft(ready).invoice) == (DraftStatus.ISSUED, INV)
    assert ready.item(INV).open == eur("120.00")


def test_a_draft_and_a_one_step_invoice_come_to_the_same():
    drafted, at_once = shipped(desk(stocked=10)), shipped(desk(stocked=10))
    drafts(drafted)
    assert issues(drafted) == at_once.bills()


def test_a_draft_may_be_replaced_until_it_is_issued():
    ready = shipped(desk(stocked=10))
    drafts(ready, note="first")
    assert drafts(ready, note="second", day=LATER).document.note == "second"
    issues(ready, day=LATER)
    assert refused(ready, lambda: drafts(ready)).code == "DRAFT_OVER"


def test_a_discarded_draft_is_over_and_spent_no_number():
    ready = shipped(desk(stocked=10))
    drafts(ready)
    assert (discards(ready).status, the_draft(ready).reason) == (DraftStatus.DISCARDED, "twice")
    for act in (drafts, issues, discards):
        assert refused(ready, lambda act=act: act(ready)).code == "DRAFT_OVER"
    assert ready.bills().id == INV
    assert numbers(ready)[0] == [INV]


def test_an_issued_draft_is_not_discarded():
    ready = shipped(desk(stocked=10))
    drafts(ready)
    issues(ready)
    assert refused(ready, lambda: discards(ready)).code == "DRAFT_OVER"


def test_a_draft_that_would_bill_something_else_by_now_is_drafted_anew():
    ready = shipped(desk(stocked=10))
    drafts(ready)
    back(ready, 3)
    error = refused(ready, lambda: issues(ready))
    assert (error.code, error.facts["drafted"], error.facts["now"]) == ("DRAFT_OUTDATED", "120.00 EUR", "84.00 EUR")
    drafts(ready)
    assert issues(ready).payable == eur("84.00")


def test_two_drafts_of_one_shipment_are_issued_once():
    ready = shipped(desk(stocked=10))
    drafts(ready)
    drafts(ready, "D2")
    issues(ready)
    assert refused(ready, lambda: issues(ready, "D2")).code == "ALREADY_INVOICED"


def test_what_may_not_be_billed_may_not_be_drafted():
    ready = shipped(desk(stocked=10))
    ready.holds(HoldKind.PRICE)
    assert refused(ready, lambda: drafts(ready)).code == "ORDER_HELD"


@pytest.mark.parametrize("act", [issues, discards])
def test_a_draft_that_is_not_there_is_neither_issued_nor_discarded(act):
    with pytest.raises(NotFound, match="no invoice_draft 'D1'"):
        act(shipped(desk(stocked=10)))


def test_a_draft_is_told_on_the_time_line_and_its_issue_once():
    ready = shipped(desk(stocked=10))
    for act in (drafts, issues):
        ready.clock.time += timedelta(hours=1)
        act(ready)
    told = [entry.text for entry in ready.otc.ask(AskTimeline("O1")) if "nvoice" in entry.text]
    assert told == ["D1: Invoice over 120.00 EUR drafted", f"Invoice {INV} over 120.00 EUR issued, due 2026-04-01"]
