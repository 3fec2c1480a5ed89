"""The story of a dispute is kept by its case, in the same unit of work as the mark on the item."""

from datetime import date, timedelta
from typing import Any

import pytest

from otcore.app.sync import MAIN
from otcore.ports.aggregates import DISPUTE, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.ports.storage import Context
from otcore.receivables.dispute import Dispute, DisputeReason, Resolution
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.receivables.events import ItemDisputed
from otcore.support.casework import NoteDispute
from otcore.support.dispute_case import DisputeCase, Note, Origin
from otcore.support.lifecycle import CaseStatus
from otcore.support.queries import AskDisputes
from otcore.values.faults import Invalid
from otcore.workflows.ask import Every, Get
from otcore.workflows.disputes import dispute_of_deduction, end_deductions
from otcore.workflows.drivers import run
from otcore.workflows.requests import Load, Save
from tests.orders.examples import DAY, eur, left, line
from tests.workflows.books import refused
from tests.workflows.desk import NOW, Desk
from tests.workflows.invoicing import INV, disputes, invoiced, settles, standing

LATER = DAY + timedelta(days=9)


def case(ready: Desk, id: str = "D-1") -> DisputeCase:
    return ready.otc.ask(Get(DISPUTE, f"{INV}:{id}"))


def opens(ready: Desk, day: date = DAY, **more: Any) -> None:
    said: dict[str, Any] = {"reason": "one was broken", "code": DisputeReason.DAMAGED, "amount": eur("24.00")} | more
    ready.otc.handle(OpenDispute(invoice=INV, dispute="D-1", day=day, **said), actor="ann")


def ends(ready: Desk, day: date = LATER) -> None:
    how: dict[str, Any] = {"outcome": "credited by CN-1", "resolution": Resolution.CREDITED}
    ready.otc.handle(SettleDispute(invoice=INV, dispute="D-1", day=day, **how), actor="bob")


def notes(ready: Desk, text: str = "photographs came", id: str = "D-1") -> DisputeCase:
    answer: DisputeCase = ready.handle(NoteDispute(invoice=INV, dispute=id, day=DAY, text=text))
    return answer


def within(ready: Desk, flow: Any) -> Any:
    """What a flow answers in a unit of work of its own."""
    return run(lambda: flow, lambda: ready.store.begin(Context(MAIN, "clerk", NOW)))


def test_a_dispute_has_a_case_that_says_who_claims_what_and_why():
    ready = invoiced()
    opens(ready)
    found = case(ready)
    assert (found.item, found.customer, found.amount, found.opened) == (INV, "C1", eur("24.00"), DAY)
    assert (found.reason, found.said, found.by) == (DisputeReason.DAMAGED, "one was broken", "ann")
    assert (found.status, found.origin) == (CaseStatus.OPEN, Origin.CLAIM)


def test_the_case_says_how_and_when_the_dispute_ended():
    ready = invoiced()
    opens(ready)
    ends(ready)
    found = case(ready)
    assert (found.status, found.settled) == (CaseStatus.SETTLED, LATER)
    assert (found.resolution, found.outcome) == (Resolution.CREDITED, "credited by CN-1")
    assert standing(ready).disputed == eur("0.00")


def test_notes_are_written_down_before_and_after_the_end():
    ready = invoiced()
    opens(ready)
    notes(ready)
    ends(ready)
    assert notes(ready, "a letter of thanks").notes == (
        Note(text="photographs came", day=DAY, by="host"),
        Note(text="a letter of thanks", day=DAY, by="host"),
    )


def test_a_note_says_something_about_a_dispute_that_is_there():
    ready = invoiced()
    assert refused(ready, lambda: notes(ready)).code == "DISPUTE_UNKNOWN"
    opens(ready)
    with pytest.raises(Invalid, match="REASON_MISSING"):
        notes(ready, " ")


def test_a_dispute_that_was_settled_comes_up_again_under_its_id():
    ready = invoiced()
    opens(ready)
    ends(ready)
    opens(ready, LATER, amount=eur("8.00"), code=DisputeReason.PRICE)
    found = case(ready)
    assert (found.status, found.amount, found.reason) == (CaseStatus.OPEN, eur("8.00"), DisputeReason.PRICE)
    assert standing(ready).disputed == eur("8.00")


def test_a_dispute_does_not_end_before_it_begins():
    ready = invoiced()
    opens(ready, LATER)
    assert refused(ready, lambda: ends(ready, DAY)).code == "SETTLED_EARLIER"


def test_two_invoices_may_each_have_a_dispute_of_the_same_id():
    ready = invoiced()
    ready.places(line(), order="O2")
    ready.acknowledges("O2")
    ready.ships(left("1", 10), order="O2", shipment="S2")
    disputes(ready, "24.00")
    disputes(ready, "12.00", invoice=ready.bills("S2").id)
    assert [each.amount for each in ready.otc.ask(Every(DISPUTE))] == [eur("24.00"), eur("12.00")]


def test_open_disputes_are_listed_with_their_age_by_day_and_customer():
    ready = invoiced()
    opens(ready)
    ends(ready)
    days = (DAY - timedelta(days=1), DAY, LATER - timedelta(days=1), LATER)
    found = [ready.otc.ask(AskDisputes(day, "C1")) for day in days]
    assert [[each.days for each in there] for there in found] == [[], [0], [8], []]
    assert ready.otc.ask(AskDisputes(DAY, "C2")) == ()


def marked(ready: Desk) -> Any:
    """An item whose dispute was opened before there were cases."""
    item = yield from Load(RECEIVABLE, INV, True)
    mark = Dispute(id="D-1", reason="late", amount=eur("24.00"), day=DAY)
    yield from Save(item.after((ItemDisputed(mark),)))


@pytest.mark.parametrize("act", [settles, notes])
def test_a_mark_without_a_case_gets_one_when_something_happens_to_it(act: Any):
    ready = invoiced()
    within(ready, marked(ready))
    act(ready)
    found = case(ready)
    assert (found.said, found.amount, found.opened, found.by) == ("late", eur("24.00"), DAY, "")


def saved(*kept: Kept[Any]) -> Any:
    yield from Save(*(each for each in kept if each.events))


def deducted(receipt: str = "R-1", **more: Any) -> Any:
    item = yield from Load(RECEIVABLE, INV, True)
    item, cases = yield from dispute_of_deduction(item, receipt, DAY, **more)
    yield from saved(item, *cases)
    return cases


def taken_back(receipt: str = "R-1") -> Any:
    item = yield from Load(RECEIVABLE, INV, True)
    item, cases = yield from end_deductions(item, receipt, LATER, "the payment came back")
    yield from saved(item, *cases)
    return cases


def test_what_a_payment_took_off_is_in_dispute():
    ready = invoiced()
    (kept,) = within(ready, deducted())
    found = case(ready, "R-1")
    assert kept.some == found
    assert (found.origin, found.receipt, found.by) == (Origin.DEDUCTION, "R-1", "clerk")
    assert (found.reason, found.said) == (DisputeReason.DEDUCTION, "taken off the payment R-1")
    assert standing(ready).disputed == eur("120.00")


def test_what_is_in_dispute_already_is_not_disputed_by_a_payment_too():
    ready = invoiced()
    disputes(ready, "20.00", id="R-1")
    (kept,) = within(ready, deducted(said="bonus", reason=DisputeReason.PRICE))
    assert (kept.some.dispute, kept.some.amount, kept.some.said) == ("R-1-2", eur("100.00"), "bonus")
    assert within(ready, deducted("R-2")) == ()
    assert standing(ready).disputed == eur("120.00")


def test_a_payment_that_is_taken_back_takes_its_disputes_with_it_and_no_others():
    ready = invoiced()
    disputes(ready, "20.00")
    before = ready.otc.ask(Get(RECEIVABLE, INV))
    within(ready, deducted())
    (kept,) = within(ready, taken_back())
    assert (kept.some.status, kept.some.resolution) == (CaseStatus.SETTLED, Resolution.WITHDRAWN)
    assert kept.some.outcome == "the payment came back"
    assert ready.otc.ask(Get(RECEIVABLE, INV)) == before
    assert case(ready).status is CaseStatus.OPEN
    assert within(ready, taken_back()) == ()
