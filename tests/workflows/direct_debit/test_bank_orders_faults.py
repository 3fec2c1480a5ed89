"""Whatever store call fails while money is collected or paid back: nothing is half done, and nothing is done twice."""

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.payments.direct_debit.collection import end_to_end_of
from otcore.payments.refunds.commands import ApproveRefund, PresentRefunds, RequestRefund
from otcore.payments.refunds.refund import end_to_end_of as refund_name
from otcore.testing.faults import FaultyStore, Killed, at, conflict, killed
from otcore.values.faults import Rejected
from tests.orders.examples import DAY
from tests.payments.direct_debit.examples import OTHER_IBAN
from tests.workflows.books import books
from tests.workflows.desk import Desk
from tests.workflows.direct_debit.collector import (
    INV,
    assert_money_agrees,
    back,
    booked,
    collector,
    plans,
    presents,
    rejects,
    says,
    writes,
)
from tests.workflows.refunds.test_refunding_flow import paid

FIRST = f"{INV}/20260401/1"
SECOND = f"{INV}/20260401/2"


def collects(ready: Desk) -> Any:
    return says(ready, booked("120.00", end_to_end_of(FIRST)))


def returns(ready: Desk) -> Any:
    return says(ready, back("120.00", end_to_end_of(FIRST), "MD01", "3.00"), id="8")


def requests(ready: Desk) -> Any:
    command = RequestRefund(refund="F1", customer="C2", day=DAY, reason="paid twice")
    return ready.otc.handle(command, actor="ann")


STORY: tuple[tuple[str, Callable[[Desk], Any]], ...] = (
    ("create mandate", writes),
    ("plan", plans),
    ("present", presents),
    ("collect", collects),
    ("return", returns),
    ("mandate anew", lambda ready: writes(ready, "M2")),
    ("plan again", plans),
    ("present again", lambda ready: presents(ready, "B2")),
    ("reject", lambda ready: rejects(ready, SECOND)),
    ("customer", lambda ready: ready.onboards("C2", bank_accounts=(OTHER_IBAN,))),
    ("money", lambda ready: ready.gets("50.00", "R9", payer_account=OTHER_IBAN)),
    ("request refund", requests),
    ("approve refund", lambda ready: ready.otc.handle(ApproveRefund(refund="F1", day=DAY), actor="bob")),
    ("order refund", lambda ready: ready.handle(PresentRefunds(batch="B3", day=DAY))),
    ("refund paid", lambda ready: says(ready, paid("50.00", refund_name("F1")), id="9")),
    ("refund back", lambda ready: says(ready, back("50.00", refund_name("F1"), credit=True), id="10")),
)


def told(upto: int) -> Desk:
    ready = collector(signed=False)
    for _, act in STORY[:upto]:
        act(ready)
    return ready


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("chapter", range(len(STORY)), ids=[name for name, _ in STORY])
def test_a_process_that_dies_at_any_call_has_done_all_of_it_or_nothing(chapter: int, late: bool):
    ready = told(chapter)
    before, expected = books(ready.store), books(told(chapter + 1).store)
    for call in count(1):
        ready = told(chapter)
        broken = FaultyStore(ready.store, at(call), killed, late)
        try:
            STORY[chapter][1](changed(ready, store=broken))
        except Killed:
            assert books(ready.store) in (before, expected)
            assert_money_agrees(ready)
            continue
        break
    assert call > 3
    assert books(ready.store) == expected


@pytest.mark.parametrize("chapter", range(len(STORY)), ids=[name for name, _ in STORY])
def test_a_conflict_at_any_call_is_tried_again_and_changes_nothing_else(chapter: int):
    expected = books(told(chapter + 1).store)
    for call in count(1):
        ready = told(chapter)
        broken = FaultyStore(ready.store, at(call), conflict)
        STORY[chapter][1](changed(ready, store=broken))
        assert books(ready.store) == expected
        if len(broken.calls) < call:
            break


def tried(act: Callable[[Desk], Any], ready: Desk) -> str:
    """The code of the refusal; nothing where it was done."""
    try:
        act(ready)
    except Rejected as refusal:
        return refusal.code
    return ""


def test_two_who_collect_the_same_debt_at_once_make_one_collection():
    from tests.workflows.conflicts import Interrupted
    from tests.workflows.direct_debit.collector import collections

    for call in count():
        ready = told(1)
        between = Interrupted(ready.store, call, partial(plans, ready))
        assert tried(plans, changed(ready, store=between)) in ("", "COLLECTION_OPEN")
        assert len(collections(ready)) == 1
        if between.calls <= call:
            break
    assert call > 4


def test_two_who_pay_the_same_money_back_at_once_pay_it_once():
    from tests.workflows.conflicts import Interrupted

    for call in count():
        ready = told(11)

        def another(ready: Desk = ready) -> None:
            command = RequestRefund(refund="F2", customer="C2", day=DAY, reason="paid twice")
            ready.otc.handle(command, actor="eve")

        between = Interrupted(ready.store, call, another)
        assert tried(requests, changed(ready, store=between)) in ("", "NOTHING_LEFT")
        assert_money_agrees(ready)
        if between.calls <= call:
            break
    assert call > 4
