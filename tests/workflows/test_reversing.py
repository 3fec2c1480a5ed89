"""What was posted is undone by another fact: everything is as it was, and the ledger says so."""

from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import otcore as ot
from otcore.payments.allocation import Allocation, Why
from otcore.payments.receipt import Receipt, standing
from otcore.receivables.ledger import EntryKind
from otcore.receivables.writing_off import ReverseWriteOff
from otcore.values.faults import Rejected
from tests.orders.examples import DAY, eur
from tests.workflows.books import books, refused, replayed
from tests.workflows.cash import (
    INV1,
    INV2,
    bounces,
    entries,
    gives_up,
    invoiced,
    money_states,
    part,
    posts,
    sums,
    takes_off,
)
from tests.workflows.desk import Desk


def with_credit() -> tuple[Desk, str]:
    """INV1 paid and credited by 12, which waits; INV2 open."""
    ready = invoiced()
    ready.gets("120.00", "R0")
    posts(ready, part(INV1, "120.00"), receipt="R0")
    note = ready.handle(ot.IssueCreditNote(invoice=INV1, day=DAY, reason="broken", amount=eur("12.00")))
    return ready, note.id


def forgetting(states: dict[tuple[str, str], Any]) -> dict[tuple[str, str], Any]:
    """Without what is history on purpose: which items a receipt was taken off."""
    return {
        place: evolve(state, taken_off=()) if isinstance(state, Receipt) else state for place, state in states.items()
    }


def test_what_is_taken_off_is_owed_again():
    ready = invoiced()
    ready.gets("117.60")
    before, sums_before = money_states(ready), sums(ready)
    posts(ready, part(INV1, "117.60", (Why.DISCOUNT, "2.40")))
    receipt = takes_off(ready)
    assert (receipt.unapplied, receipt.allocations, standing(receipt)) == (eur("117.60"), (), "unidentified")
    assert receipt.taken_off == (INV1,)
    assert forgetting(money_states(ready)) == before
    assert sums(ready) == sums_before


def test_the_rows_of_a_reversal_are_those_of_the_posting_below_zero():
    ready = invoiced()
    ready.gets("117.60")
    posts(ready, part(INV1, "117.60", (Why.DISCOUNT, "2.40")))
    posted = entries(ready)[-2:]
    takes_off(ready)
    assert [(row.kind, -row.amount) for row in entries(ready)[-2:]] == [(row.kind, row.amount) for row in posted]


def test_a_part_of_an_application_is_taken_off():
    ready = invoiced()
    ready.gets("180.00")
    posts(ready, part(INV1, "120.00"), part(INV2, "60.00"))
    receipt = takes_off(ready, INV1)
    assert (receipt.allocations, receipt.unapplied, receipt.customer) == ((part(INV2, "60.00"),), eur("120.00"), "C1")
    assert (ready.item(INV1).open, ready.item(INV2).open) == (eur("120.00"), eur("0.00"))
    assert standing(receipt) == "unapplied"


def test_a_credit_that_was_used_is_there_again():
    ready, note = with_credit()
    ready.gets("48.00")
    before = money_states(ready)
    posts(ready, part(INV2, "60.00"), part(note, "-12.00"))
    takes_off(ready)
    assert ready.item(note).open == eur("-12.00")
    assert forgetting(money_states(ready)) == before


def test_an_item_that_was_overdue_is_overdue_again():
    ready = invoiced()
    ready.otc.tick(datetime(2026, 12, 1, tzinfo=UTC))
    ready.gets("120.00")
    before = money_states(ready)
    assert ready.item(INV1).overdue
    posts(ready, part(INV1, "120.00"))
    assert not ready.item(INV1).overdue
    takes_off(ready)
    assert forgetting(money_states(ready)) == before


def test_the_dispute_of_a_deduction_ends_with_it():
    ready = invoiced()
    ready.gets("100.00")
    posts(ready, part(INV1, "100.00", reason=Why.DEDUCTION))
    takes_off(ready)
    assert ready.item(INV1).disputes == ()
    assert ready.otc.ask(ot.AskDisputes(day=DAY)) == ()


def test_a_rule_does_not_put_the_money_back_where_a_person_took_it_off():
    ready = invoiced()
    ready.gets("120.00", text=INV1)
    ready.applies()
    takes_off(ready)
    left = ready.applies()
    assert (left.reason, left.rivals, left.allocations) == ("REVERSED", (INV1,), ())
    assert posts(ready, part(INV1, "120.00")).allocations == (part(INV1, "120.00"),)


def test_what_was_decided_before_is_what_is_decided_again():
    ready = invoiced()
    ready.gets("130.00", text="thanks")
    left = ready.applies()
    posts(ready, part(INV1, "120.00"))
    assert takes_off(ready).reason == left.reason == "NO_REFERENCE"


@pytest.mark.parametrize("items", [(), (INV2,), (INV1, INV2)])
def test_nothing_that_is_not_applied_is_taken_off(items: tuple[str, ...]):
    ready = invoiced()
    ready.gets("120.00")
    if items:
        posts(ready, part(INV1, "120.00"))
    assert refused(ready, lambda: takes_off(ready, *items)).code == "NOTHING_APPLIED"


def test_a_reversal_says_why():
    ready = invoiced()
    ready.gets("120.00")
    posts(ready, part(INV1, "120.00"))
    with pytest.raises(ot.Invalid, match="REASON_MISSING"):
        ready.handle(ot.ReverseApplication(receipt="R1", day=DAY, reason=" "))


# money that goes back


def test_a_bounced_receipt_is_taken_off_and_returned():
    ready = invoiced()
    ready.gets("120.00")
    posts(ready, part(INV1, "120.00"))
    receipt = bounces(ready)
    assert (standing(receipt), receipt.unapplied, receipt.returned) == ("returned", eur("0.00"), eur("120.00"))
    assert sums(ready) == ("180.00", "0.00")
    assert entries(ready)[-1].kind is EntryKind.RETURNED


def test_a_part_that_goes_back_is_taken_from_what_is_left_first():
    ready = invoiced()
    ready.gets("130.00")
    posts(ready, part(INV1, "120.00"), on_account=True)
    receipt = bounces(ready, "10.00")
    assert (receipt.allocations, standing(receipt)) == ((part(INV1, "120.00"),), "applied")
    assert sums(ready) == ("60.00", "0.00")


def test_a_part_that_is_more_than_what_is_left_takes_it_off_all():
    ready = invoiced()
    ready.gets("180.00")
    posts(ready, part(INV1, "120.00"), part(INV2, "60.00"))
    receipt = bounces(ready, "100.00")
    assert (receipt.unapplied, receipt.allocations) == (eur("80.00"), ())
    assert sums(ready) == ("180.00", "80.00")


@pytest.mark.parametrize(("amount", "code"), [("120.01", "MORE_THAN_RECEIVED"), ("0.00", "AMOUNT_NOT_POSITIVE")])
def test_no_more_goes_back_than_came_in(amount: str, code: str):
    ready = invoiced()
    ready.gets("120.00")
    posts(ready, part(INV1, "120.00"))
    assert refused(ready, lambda: bounces(ready, amount)).code == code


def test_it_goes_back_in_its_own_currency():
    ready = invoiced()
    ready.gets("120.00")
    back = ot.ReturnReceipt(receipt="R1", day=DAY, reason="no funds", amount=ot.Money("1", "USD"))
    assert refused(ready, lambda: ready.handle(back)).code == "CURRENCY_DIFFERS"


def test_what_went_back_is_not_there_to_be_posted():
    ready = invoiced()
    ready.gets("120.00")
    bounces(ready)
    assert refused(ready, lambda: posts(ready, part(INV1, "1.00"))).code == "MORE_THAN_RECEIVED"
    assert refused(ready, lambda: bounces(ready)).code == "AMOUNT_NOT_POSITIVE"


# write-offs


def test_what_is_given_up_is_owed_again_when_that_is_undone():
    ready = invoiced()
    before = money_states(ready)
    gives_up(ready, INV1, "20.00")
    assert (ready.item(INV1).open, sums(ready)[0]) == (eur("100.00"), "160.00")
    ready.handle(ReverseWriteOff(item=INV1, write_off="W1", day=DAY, reason="it paid"))
    assert money_states(ready) == before
    assert sums(ready)[0] == "180.00"


def test_what_was_closed_with_a_receipt_is_not_undone_as_a_write_off():
    ready = invoiced()
    ready.gets("117.60")
    posts(ready, part(INV1, "117.60", (Why.DISCOUNT, "2.40")))
    undo = ReverseWriteOff(item=INV1, write_off="R1", day=DAY, reason="no")
    assert refused(ready, lambda: ready.handle(undo)).code == "WRITE_OFF_UNKNOWN"
    undo = ReverseWriteOff(item=INV2, write_off="W9", day=DAY, reason="no")
    assert refused(ready, lambda: ready.handle(undo)).code == "WRITE_OFF_UNKNOWN"


# the law


parts = st.lists(
    st.tuples(
        st.sampled_from([INV1, INV2]), st.integers(1, 12_000), st.sampled_from([*Why, None]), st.integers(1, 500)
    ),
    min_size=1,
    max_size=2,
    unique_by=lambda each: each[0],
)


def allocation(item: str, minor: int, why: Why | None, less: int) -> Allocation:
    cash = str(ot.Money.from_minor(minor, "EUR").amount)
    if why in (Why.DEDUCTION, Why.PARTIAL):
        return part(item, cash, reason=str(why))
    return part(item, cash, *([(why, str(ot.Money.from_minor(less, "EUR").amount))] if why else []))


@settings(max_examples=60, deadline=None)
@given(parts, parts, st.booleans())
def test_apply_and_reverse_is_identity(first: list[Any], second: list[Any], late: bool):
    ready = invoiced()
    if late:
        ready.otc.tick(datetime(2026, 12, 1, tzinfo=UTC))
    ready.gets("250.00")
    before, rows = money_states(ready), sums(ready)
    done = 0
    for chosen in (first, second):
        try:
            posts(ready, *(allocation(*each) for each in chosen))
            done += 1
        except Rejected:
            assert done or money_states(ready) == before
    if done:
        takes_off(ready)
    assert forgetting(money_states(ready)) == before
    assert sums(ready) == rows
    stored = books(ready.store)["states"]
    assert {place: state for place, (_, state) in stored.items()} == replayed(ready.store)
