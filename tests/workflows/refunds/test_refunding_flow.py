"""Money is paid back: set aside, approved by a second person, ordered, paid; or it comes back."""

from typing import Any

import pytest
from attrs import evolve as changed

from otcore.payments.refunds.commands import (
    ApproveRefund,
    PresentRefunds,
    RefuseRefund,
    RejectRefund,
    RequestRefund,
)
from otcore.payments.refunds.lifecycle import RefundStatus
from otcore.payments.refunds.refund import Refund
from otcore.payments.statement import BankTransaction
from otcore.ports.aggregates import REFUND
from otcore.values.money import Money
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, eur
from tests.payments.direct_debit.examples import IBAN, OTHER_IBAN
from tests.workflows.books import books, refused, replayed
from tests.workflows.desk import HOUSE, Desk, billed, desk
from tests.workflows.direct_debit.collector import BOOKED, assert_money_agrees, back, receipts, says
from tests.workflows.invoicing import credits, open_items


def counter(limit: str | None = "500.00", accounts: tuple[str, ...] = (IBAN,), **more: Any) -> Desk:
    """A desk with 100.00 of C1 on account."""
    house = changed(HOUSE, refund_limit=None if limit is None else eur(limit))
    ready = desk(stocked=100, house=house)
    ready.onboards("C9", bank_accounts=(OTHER_IBAN,))
    ready.onboards("C2", bank_accounts=accounts)
    ready.gets("100.00", payer_account=IBAN, **more)
    return ready


def wants(ready: Desk, refund: str = "F1", actor: str = "ann", **more: Any) -> Refund:
    fields: dict[str, Any] = {"customer": "C2", "day": DAY, "reason": "paid twice"}
    return ready.otc.handle(RequestRefund(refund=refund, **fields | more), actor=actor)


def approves(ready: Desk, actor: str = "bob", refund: str = "F1") -> Refund:
    return ready.otc.handle(ApproveRefund(refund=refund, day=DAY), actor=actor)


def orders(ready: Desk, batch: str = "B1") -> Any:
    return ready.handle(PresentRefunds(batch=batch, day=DAY))


def the(ready: Desk, refund: str = "F1") -> Refund:
    return ready.otc.ask(Get(REFUND, refund))


def paid(amount: str, end_to_end: str) -> BankTransaction:
    """The bank's row of money that went out."""
    return BankTransaction(eur(amount), False, False, BOOKED, BOOKED, end_to_end=end_to_end)


def left(ready: Desk) -> list[str]:
    return [str(each.unapplied.amount) for each in receipts(ready)]


def test_money_on_account_is_set_aside_and_paid_back():
    ready = counter()
    wanted = wants(ready)
    assert (wanted.status, wanted.amount, wanted.account) == (RefundStatus.APPROVED, eur("100.00"), IBAN)
    assert left(ready) == ["0.00"]
    assert_money_agrees(ready)
    (transfer,) = orders(ready).transfers
    assert (transfer.end_to_end, transfer.name, transfer.text) == (wanted.end_to_end, "Customer C2", "paid twice")
    says(ready, paid("100.00", wanted.end_to_end))
    assert the(ready).status is RefundStatus.PAID
    assert len(receipts(ready)) == 1
    assert_money_agrees(ready)
    states = {place: state for place, (_, state) in books(ready.store)["states"].items()}
    assert replayed(ready.store) == states


def test_what_is_set_aside_is_not_used_by_anybody_else():
    ready = counter()
    wants(ready, amount=eur("60.00"))
    assert refused(ready, lambda: wants(ready, "F2", amount=eur("50.00"))).code == "MORE_THAN_UNAPPLIED"
    assert wants(ready, "F2").amount == eur("40.00")
    assert refused(ready, lambda: wants(ready, "F3")).code == "NOTHING_LEFT"


def test_above_the_limit_a_second_person_has_to_approve():
    ready = counter(limit="99.99")
    assert wants(ready).status is RefundStatus.REQUESTED
    assert refused(ready, lambda: orders(ready)).code == "NOTHING_TO_PRESENT"
    assert refused(ready, lambda: approves(ready, "ann")).code == "MAKER_IS_CHECKER"
    assert (approves(ready).checker, the(ready).status) == ("bob", RefundStatus.APPROVED)
    assert orders(ready).amount == eur("100.00")


def test_a_house_that_says_nothing_has_every_refund_approved():
    ready = counter(limit=None)
    assert wants(ready, amount=eur("0.01")).status is RefundStatus.REQUESTED


def test_a_refund_that_is_refused_gives_its_money_back():
    ready = counter(limit=None)
    wants(ready, amount=eur("60.00"))
    refusal = RefuseRefund(refund="F1", day=DAY, reason="it was a prepayment")
    assert ready.handle(refusal).status is RefundStatus.REFUSED
    assert left(ready) == ["100.00"]
    assert refused(ready, lambda: ready.handle(refusal)).code == "REFUND_STATUS"
    assert_money_agrees(ready)


def test_a_refund_that_the_bank_does_not_pay_gives_its_money_back():
    ready = counter()
    wants(ready)
    reject = RejectRefund(refund="F1", day=DAY, code="AC04")
    assert refused(ready, lambda: ready.handle(reject)).code == "REFUND_STATUS"
    orders(ready)
    assert ready.handle(reject).code == "AC04"
    assert left(ready) == ["100.00"]
    assert_money_agrees(ready)
    assert wants(ready, "F2").amount == eur("100.00")


def test_a_refund_that_comes_back_is_on_account_again_and_no_new_money():
    ready = counter()
    wanted = wants(ready)
    orders(ready)
    says(ready, paid("100.00", wanted.end_to_end))
    says(ready, back("100.00", wanted.end_to_end, "AC04", credit=True), id="8")
    assert (the(ready).status, the(ready).code, left(ready)) == (RefundStatus.RETURNED, "AC04", ["100.00"])
    once = books(ready.store)["entries"]
    says(ready, back("100.00", wanted.end_to_end, "AC04", credit=True), paid("100.00", wanted.end_to_end), id="9")
    assert books(ready.store)["entries"] == once
    assert_money_agrees(ready)


def test_a_refund_of_one_receipt_leaves_the_others():
    ready = counter()
    ready.gets("50.00", "R2", payer_account=IBAN)
    wants(ready, receipt="R2", amount=eur("20.00"))
    assert left(ready) == ["100.00", "30.00"]


def test_a_refund_takes_the_oldest_money_first():
    ready = counter()
    ready.gets("50.00", "R0", payer_account=IBAN)
    wants(ready, amount=eur("60.00"))
    assert left(ready) == ["0.00", "90.00"]
    wants(ready, "F2", amount=eur("10.00"))
    ready.gets("5.00", "R8", payer_account=IBAN)
    wants(ready, "F3", amount=eur("1.00"))
    assert left(ready) == ["0.00", "79.00", "5.00"]
    assert_money_agrees(ready)


def test_an_overpaid_invoice_is_paid_back_by_what_is_over():
    ready = counter()
    billed(ready)
    ready.gets("150.00", "R2", reference="INV-2026-000001")
    ready.applies("R2")
    assert refused(ready, lambda: wants(ready, customer="C1", receipt="R2")).code == "NO_ACCOUNT"
    ready.otc.handle(_account("C1"))
    assert wants(ready, customer="C1", receipt="R2").amount == eur("30.00")
    assert open_items(ready) == {}
    assert_money_agrees(ready)


def test_a_credit_note_that_waits_is_paid_out():
    ready = counter()
    billed(ready)
    ready.gets("120.00", "R2", reference="INV-2026-000001")
    ready.applies("R2")
    note = credits(ready, amount=eur("50.00"))
    ready.otc.handle(_account("C1"))
    wanted = wants(ready, customer="C1", credit_note=note.id, amount=eur("30.00"))
    assert (wanted.amount, open_items(ready)) == (eur("30.00"), {note.id: "-20.00"})
    assert_money_agrees(ready)
    assert refused(ready, lambda: wants(ready, "F2", customer="C1", credit_note=note.id, amount=eur("21.00"))).code == (
        "MORE_THAN_OPEN"
    )
    dollars = Money("1.00", "USD")
    wrong = refused(ready, lambda: wants(ready, "F2", customer="C1", credit_note=note.id, amount=dollars))
    assert wrong.code == "CURRENCY_DIFFERS"
    orders(ready)
    ready.handle(RejectRefund(refund="F1", day=DAY, code="AC04"))
    assert open_items(ready) == {note.id: "-50.00"}
    assert_money_agrees(ready)
    wants(ready, "F2", customer="C1", credit_note=note.id)
    assert open_items(ready) == {}
    assert refused(ready, lambda: wants(ready, "F3", customer="C1", credit_note=note.id)).code == "NOTHING_LEFT"
    assert_money_agrees(ready)


def _account(customer: str) -> Any:
    """The customer tells an account, too."""
    from otcore.customers.commands import ChangeProfile
    from tests.workflows.desk import onboarding

    return ChangeProfile(customer=customer, profile=onboarding(customer, bank_accounts=("NL91ABNA0417164300",)).profile)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"customer": "C9", "receipt": "R1"}, "CUSTOMER_DIFFERS"),
        ({"receipt": "R1", "credit_note": "CN-1"}, "SOURCE_UNCLEAR"),
        ({"account": OTHER_IBAN}, "ACCOUNT_UNKNOWN"),
        ({"account": "NL91ABNA0417164300"}, "ACCOUNT_UNKNOWN"),
        ({"amount": eur("0.00")}, "AMOUNT_NOT_POSITIVE"),
        ({"amount": eur("100.01")}, "MORE_THAN_UNAPPLIED"),
        ({"amount": Money("1.00", "USD"), "receipt": "R1"}, "CURRENCY_DIFFERS"),
        ({"customer": "C9"}, "NOTHING_LEFT"),
    ],
)
def test_what_cannot_be_paid_back_is_refused(more: dict[str, Any], code: str):
    ready = counter()
    assert refused(ready, lambda: wants(ready, **more)).code == code


def test_a_refund_has_one_id():
    ready = counter()
    wants(ready, amount=eur("1.00"))
    assert refused(ready, lambda: wants(ready, amount=eur("1.00"))).code == "REFUND_EXISTS"


def test_a_named_account_of_the_customer_is_taken():
    ready = counter(accounts=(IBAN, "NL91ABNA0417164300"))
    assert wants(ready, account="NL91 ABNA 0417 1643 00").account == "NL91ABNA0417164300"


def test_money_goes_back_where_it_came_from_if_that_is_the_customer_s():
    ready = counter(accounts=("NL91ABNA0417164300", IBAN))
    assert wants(ready, receipt="R1", amount=eur("1.00")).account == IBAN
    assert wants(ready, "F2", amount=eur("1.00")).account == "NL91ABNA0417164300"


def test_a_number_that_is_no_iban_gets_no_money():
    ready = counter(accounts=("0532013000",))
    ready.gets("5.00", "R2", payer_account="0532013000")
    assert refused(ready, lambda: wants(ready, receipt="R2")).code == "NO_ACCOUNT"


def test_rows_that_name_no_refund_of_ours_change_nothing():
    ready = counter()
    wants(ready)
    says(ready, paid("5.00", "RF-nobody"), paid("6.00", the(ready).end_to_end))
    assert the(ready).status is RefundStatus.APPROVED
    assert_money_agrees(ready)
