"""Receipts matched as a batch: none takes another's better match, and the order makes no difference."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.invoicing.reference import creditor_reference
from otcore.payments.matching_run import MatchReceipts
from otcore.payments.receipt import standing
from otcore.reconciliation.command import ApplyStatement
from otcore.reconciliation.commands import PutOnAccount
from tests.orders.examples import DAY
from tests.payments.bank_rows import row, statement
from tests.workflows.books import books, refused
from tests.workflows.desk import Desk, billed, desk

INV1, INV2 = "INV-2026-000001", "INV-2026-000002"


def two_invoices() -> Desk:
    """Of 120 and of 60."""
    ready = desk(stocked=100)
    billed(ready)
    billed(ready, 5, "O2")
    return ready


def matches(ready: Desk, run: str = "M1") -> Any:
    return ready.handle(MatchReceipts(run=run, day=DAY))


def test_a_statements_receipts_are_applied():
    ready = two_invoices()
    rows = (row("120.00", structured_reference=creditor_reference(INV1)), row("60.00", text=(INV2,)))
    taken = ready.takes_in(statement(*rows))
    assert ready.handle(ApplyStatement(taken.id)) == taken
    assert {standing(each) for each in ready.receipts()} == {"applied"}


@pytest.mark.parametrize("order", list(permutations(("R1", "R2", "R3"))))
def test_an_exact_payment_is_not_robbed_by_a_short_one_whatever_comes_first(order: tuple[str, ...]):
    ready = two_invoices()
    money: dict[str, tuple[str, dict[str, Any]]] = {
        "R1": ("50.00", {"reference": creditor_reference(INV1)}),
        "R2": ("120.00", {"text": f"invoice {INV1}"}),
        "R3": ("60.00", {"text": f"invoice {INV2}"}),
    }
    for receipt in order:
        amount, said = money[receipt]
        ready.gets(amount, receipt, **said)
    run = matches(ready)
    assert (run.posted, run.left) == (("R2", "R3"), ("R1",))
    assert {each.id: each.reason for each in ready.receipts()} == {"R1": "ALREADY_PAID", "R2": "", "R3": ""}


def test_two_payments_that_want_the_same_invoice_and_name_nothing_both_wait():
    ready = two_invoices()
    ready.onboards("C9", bank_accounts=("DE02120300000000202051",))
    ready.gets("60.00", "R1", payer_name="Customer C1")
    ready.gets("60.00", "R2", payer_name="Customer C1")
    matches(ready)
    assert all(each.unapplied for each in ready.receipts())


@pytest.mark.parametrize("said", [{"text": INV1}, {"reference": creditor_reference(INV1)}])
@pytest.mark.parametrize("order", [("R1", "R2"), ("R2", "R1")])
def test_an_invoice_that_is_paid_twice_on_one_day_is_paid_once(order: tuple[str, str], said: dict[str, Any]):
    ready = two_invoices()
    for receipt in order:
        ready.gets("120.00", receipt, **said)
    assert matches(ready).posted == ("R1",)
    assert {each.id: (each.reason, each.rivals) for each in ready.receipts()} == {
        "R1": ("", ()),
        "R2": ("ALREADY_PAID", (INV1,)),
    }


def test_a_statement_is_decided_as_the_engine_decides_a_batch():
    """Two strangers pay one invoice on one day: no rule says which is right, so neither is posted."""
    ready = two_invoices()
    rows = [row("120.00", payer_name=name, text=(INV1,)) for name in ("Somebody", "Anybody")]
    ready.handle(ApplyStatement(ready.takes_in(statement(*rows)).id))
    assert {each.reason for each in ready.receipts()} == {"CONTESTED"}


def test_what_a_person_left_on_account_stays_there():
    ready = desk(stocked=100)
    ready.onboards("C2", bank_accounts=("DE02120300000000202051",))
    ready.gets("120.00", payer_account="DE02120300000000202051")
    ready.handle(PutOnAccount(receipt="R1", day=DAY, reason="a prepayment"))
    ready.places(order="O1", customer="C2")
    before = ready.receipts()
    assert matches(ready).left == ("R1",)
    assert ready.receipts() == before


def test_a_run_happens_once():
    ready = two_invoices()
    ready.gets("120.00", reference=creditor_reference(INV1))
    matches(ready)
    assert refused(ready, lambda: matches(ready)).code == "RUN_EXISTS"
    assert matches(ready, "M2").posted == ()


money_in = st.lists(
    st.tuples(
        st.sampled_from(["120.00", "60.00", "180.00", "20.00"]), st.sampled_from(["", INV1, INV2, f"{INV1} {INV2}"])
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(money_in, st.randoms(use_true_random=False))
def test_the_order_in_which_money_came_makes_no_difference(money: list[tuple[str, str]], chance: Any):
    def outcome(order: list[int]) -> Any:
        ready = two_invoices()
        for at in order:
            amount, text = money[at]
            ready.gets(amount, f"R{at}", text=text)
        matches(ready)
        items = {place: state for place, (_, state) in books(ready.store)["states"].items() if place[0] == "receivable"}
        return ready.receipts(), items

    order = list(range(len(money)))
    chance.shuffle(order)
    assert outcome(order) == outcome(list(range(len(money))))
