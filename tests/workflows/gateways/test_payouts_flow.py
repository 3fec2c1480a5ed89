"""A gateway pays out what it captured, less what went back and its fees: that is no new money, and pays no invoice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.kpi.queries import AskCashReports
from otcore.payments.allocation import Allocation
from otcore.payments.gateway.payment import PAID_OUT, facets
from otcore.payments.gateway.payout import Payout, ReversePayout, SettlePayout
from otcore.payments.receipt import Receipt, standing
from otcore.ports.aggregates import RECEIPT
from otcore.ports.storage import Store
from otcore.reconciliation.command import ApplyReceipt
from otcore.reconciliation.commands import ApplyReceiptTo, IdentifyPayer
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, eur
from tests.workflows.books import books, refused, replayed
from tests.workflows.cash import sums
from tests.workflows.debtors import MANY_TRIES
from tests.workflows.desk import Desk, billed
from tests.workflows.gateways.counter import INV, assert_money_agrees, charges, counter, owed, payment, refunds
from tests.workflows.gateways.test_charging_stores import tried

NEXT = DAY + timedelta(1)
PSP, PSP_IBAN = "PSP Payments Ltd", "IE29AIBK93115212345678"


def shop(**more: Any) -> Desk:
    """Captured by card: 60.00 and 40.00, each less 0.35; payouts are known by the gateway's name and account."""
    ready, _ = counter(invoiced=False, **more)
    charges(ready, "P1", invoice="", amount=eur("60.00"))
    charges(ready, "P2", invoice="", amount=eur("40.00"))
    ready.house = changed(ready.house, payouts={"cards": (PSP, PSP_IBAN)})
    return ready


def pays_out(ready: Desk, amount: str, receipt: str = "B1", day: date = NEXT, **more: str) -> Receipt:
    """The bank credits it, and the rules try to apply it."""
    ready.gets(amount, receipt, day, **{"payer_name": "PSP PAYMENTS LIMITED"} | more)
    found: Receipt = ready.handle(ApplyReceipt(receipt))
    return found


def settles(ready: Desk, receipt: str = "B1", **more: Any) -> Payout:
    found: Payout = ready.handle(SettlePayout(receipt=receipt, gateway="cards", day=NEXT, **more))
    return found


def reverses(ready: Desk, receipt: str = "B1") -> Payout:
    found: Payout = ready.handle(ReversePayout(receipt=receipt, day=NEXT, reason="it was another's"))
    return found


def the(ready: Desk, receipt: str = "B1") -> Receipt:
    return ready.otc.ask(Get(RECEIPT, receipt))


def test_what_the_bank_credits_of_a_gateway_is_its_captures_less_fees(store: Store):
    ready = shop(store=store)
    assert sums(ready) == ("0.00", "100.00")
    found = pays_out(ready, "99.30")
    assert (found.payout, standing(found), found.unapplied, found.kept) == ("cards", "payout", eur("0"), eur("0"))
    assert sums(ready) == ("0.00", "100.00")  # the money is here once
    assert [facets(payment(ready, each)).status for each in ("P1", "P2")] == [PAID_OUT, PAID_OUT]
    assert replayed(ready.store)["receipt", "B1"] == found
    assert_money_agrees(ready)


def test_a_payout_is_no_line_of_the_cash_report():
    ready = shop()
    pays_out(ready, "99.30")
    (report,) = ready.otc.ask(AskCashReports(NEXT))
    assert (report.received, len(report.lines)) == (eur("100.00"), 2)


def test_what_went_back_is_taken_off_the_payout():
    ready = shop()
    refunds(ready, "10.00")
    assert pays_out(ready, "89.30").payout == "cards"
    assert_money_agrees(ready)


def test_what_is_refunded_after_its_payout_is_taken_off_the_next():
    ready = shop()
    pays_out(ready, "99.30")
    refunds(ready, "10.00")
    charges(ready, "P3", invoice="", amount=eur("50.00"))
    assert pays_out(ready, "39.65", "B2").payout == "cards"
    assert facets(payment(ready)).status == PAID_OUT


def test_each_of_several_payouts_on_one_statement_is_of_the_days_that_come_to_it():
    ready = shop()
    charges(ready, "P3", invoice="", amount=eur("50.00"), day=NEXT)
    assert pays_out(ready, "49.65", "B2").payout == "cards"  # the second day alone
    assert pays_out(ready, "99.30").payout == "cards"


def test_a_payout_is_known_by_its_account_too_and_pays_no_invoice_while_it_is_unclear():
    ready = shop()
    billed(ready)
    left = pays_out(ready, "120.00", payer_name="", payer_account="IE29 AIBK 9311 5212 3456 78", text=INV)
    assert (left.reason, left.customer, owed(ready)) == ("PAYOUT_UNCLEAR", "", "120.00")
    once = books(ready.store)
    ready.handle(ApplyReceipt("B1"))
    assert books(ready.store) == once


def test_money_of_others_is_matched_as_ever():
    ready = shop()
    billed(ready)
    assert pays_out(ready, "120.00", payer_name="Customer C1", text=INV).payout == ""
    assert owed(ready) == "0.00"


def test_a_person_says_which_effects_it_is_of_and_what_was_kept_beside():
    ready = shop()
    ready.gets("38.65", "B1", NEXT)
    (effect,) = payment(ready, "P2").unpaid
    done = settles(ready, effects=(effect.reference,), fee=eur("1.00"))
    assert (done.fees, [each.payment for each in done.lines]) == (eur("1.35"), ["P2"])
    assert [len(payment(ready, each).unpaid) for each in ("P1", "P2")] == [1, 0]


@pytest.mark.parametrize(
    ("amount", "more", "code"),
    [
        ("99.30", {"effects": ("psp-99",)}, "EFFECT_UNKNOWN"),
        ("99.30", {"fee": eur("5.00")}, "PAYOUT_UNCLEAR"),
        ("12.00", {}, "PAYOUT_UNCLEAR"),
    ],
)
def test_what_does_not_come_to_it_is_refused(amount: str, more: dict[str, Any], code: str):
    ready = shop()
    ready.gets(amount, "B1", NEXT)
    assert refused(ready, lambda: settles(ready, **more)).code == code


def test_named_effects_that_come_to_something_else_are_refused_with_what_they_come_to():
    ready = shop()
    ready.gets("12.00", "B1", NEXT)
    (effect,) = payment(ready, "P2").unpaid
    said = refused(ready, lambda: settles(ready, effects=(effect.reference,)))
    assert (said.code, said.facts["amount"], said.facts["effects"]) == ("PAYOUT_DIFFERS", "12.00 EUR", "39.65 EUR")


def test_money_that_was_applied_is_no_payout_and_a_payout_is_nobodys_money():
    ready = shop()
    billed(ready)
    ready.gets("120.00", "B2", NEXT, text=INV)
    ready.applies("B2")
    assert refused(ready, lambda: settles(ready, "B2")).code == "STILL_APPLIED"
    pays_out(ready, "99.30")
    assert refused(ready, lambda: settles(ready)).code == "PAYOUT_SETTLED"
    identify = IdentifyPayer(receipt="B1", customer="C1", day=NEXT)
    assert refused(ready, lambda: ready.handle(identify)).code == "PAYOUT_SETTLED"


def test_what_a_person_applied_in_part_is_left_as_it_is():
    ready = shop()
    billed(ready, 5)
    ready.gets("99.30", "B1", NEXT, payer_name=PSP)
    ready.handle(ApplyReceiptTo(receipt="B1", allocations=(Allocation(INV, eur("60.00")),), day=NEXT))
    assert ready.applies("B1").payout == ""


def test_a_payout_that_was_none_is_undone_and_may_be_settled_again():
    ready = shop()
    ready.gets("99.30", "B1", NEXT)
    before, money = the(ready), sums(ready)
    settles(ready)
    assert reverses(ready).settled is False
    assert (the(ready), sums(ready)) == (before, money)
    assert [payment(ready, each).paid_out for each in ("P1", "P2")] == [(), ()]
    assert refused(ready, lambda: reverses(ready)).code == "NOT_SETTLED"
    assert settles(ready).settled
    assert_money_agrees(ready)


def test_a_gateway_that_the_house_does_not_have_pays_nothing_out():
    ready = shop()
    ready.gets("99.30", "B1", NEXT)
    unknown = SettlePayout(receipt="B1", gateway="wallets", day=NEXT)
    assert refused(ready, lambda: ready.handle(unknown)).code == "GATEWAY_UNKNOWN"


def test_of_many_receipts_one_is_the_payout_of_the_same_captures(store: Store):
    ready = shop(store=store, tries=MANY_TRIES)
    for number in range(4):
        ready.gets("99.30", f"B{number}", NEXT)
    with ThreadPoolExecutor(4) as threads:
        done = list(threads.map(lambda number: tried(ready, settles, f"B{number}"), range(4)))
    assert sorted(done) == ["PAYOUT_UNCLEAR"] * 3 + ["done"]
    assert_money_agrees(ready)
