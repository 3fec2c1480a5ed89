"""A payment that bounces takes its receipt back, and its invoices are owed again; none is dropped."""

from typing import Any

import pytest

import otcore as ot
from otcore.invoicing.reference import creditor_reference
from otcore.payments.bank_reversal import BankReversal, LinkBankReversal
from otcore.payments.receipt import standing
from otcore.payments.statement import Returned
from otcore.ports.aggregates import BANK_REVERSAL
from otcore.receivables.ledger import control, unapplied
from otcore.reconciliation.command import ApplyReceipt
from otcore.workflows.ask import Every
from tests.orders.examples import eur
from tests.payments.bank_rows import row, statement
from tests.workflows.books import books, refused
from tests.workflows.desk import Desk, billed, desk

IBAN, INV1 = "NO9386011117947", "INV-2026-000001"


def paid(*rows: dict[str, Any], amount: str = "120.00") -> Desk:
    """Receipts of one statement, each tried to be applied."""
    ready = desk(stocked=50)
    billed(ready)
    for number, more in enumerate(rows or ({},)):
        said = {"structured_reference": creditor_reference(INV1), "payer_account": IBAN} | more
        taken = ready.takes_in(statement(row(amount, **said), id=f"in {number}"))
        ready.handle(ApplyReceipt(taken.receipts[0]))
    return ready


def bounces(ready: Desk, amount: str = "120.00", id: str = "out", credit: bool = False, **more: Any) -> BankReversal:
    fields = {"payer_account": IBAN} | more
    ready.takes_in(statement(row(amount, credit=credit, reversal=True, **fields), id=id))
    return reversals(ready)[-1]


def reversals(ready: Desk) -> tuple[BankReversal, ...]:
    return ready.otc.ask(Every(BANK_REVERSAL))


def sums(ready: Desk) -> tuple[str, str]:
    entries = books(ready.store)["entries"]
    return str(control(entries, "EUR").amount), str(unapplied(entries, "EUR").amount)


def test_a_bounced_payment_takes_its_receipt_back_and_reopens_its_invoice():
    ready = paid()
    assert sums(ready) == ("0.00", "0.00")
    found = bounces(ready, returned=Returned("AM04", "insufficient funds"))
    (receipt,) = ready.receipts()
    assert (found.receipt, found.customer, found.reason) == (receipt.id, "C1", "")
    assert (standing(receipt), receipt.returned, receipt.allocations) == ("returned", eur("120.00"), ())
    assert ready.item(INV1).open == eur("120.00")
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    assert sums(ready) == ("120.00", "0.00")


def test_it_says_so_in_the_words_of_the_bank():
    ready = paid()
    ready.otc.relay()
    ready.postbox.got.clear()
    bounces(ready, returned=Returned("AM04", "insufficient funds"))
    ready.otc.relay()
    told = {each.notice.topic: each.notice.facts for each in ready.postbox.got}
    assert told["receipt.returned"]["why"] == "AM04 insufficient funds"
    assert told["invoice.reopened"]["open"] == "120.00 EUR"


def test_money_that_paid_nothing_goes_back_too():
    ready = paid({"structured_reference": "", "text": ("thanks",)})
    bounces(ready)
    assert sums(ready) == ("120.00", "0.00")
    assert standing(ready.receipts()[0]) == "returned"


def test_charges_on_top_are_no_part_of_what_came_in():
    ready = paid()
    bounces(ready, "123.50", original=eur("120.00"), charges=eur("3.50"))
    assert ready.receipts()[0].returned == eur("120.00")


def test_of_two_payments_the_reference_says_which_one_bounced():
    ready = paid({"end_to_end": "E1"}, {"end_to_end": "E2"})
    found = bounces(ready, returned=Returned(end_to_end="E2"))
    second = next(each for each in ready.receipts() if each.transaction.end_to_end == "E2")
    assert (found.receipt, standing(second)) == (second.id, "returned")


def test_of_two_equal_payments_it_is_not_known_which_one_bounced_and_a_person_says():
    ready = paid({"bank_reference": "B1"}, {"bank_reference": "B2"})
    found = bounces(ready)
    assert (found.receipt, found.reason) == ("", "AMBIGUOUS")
    first = ready.receipts()[0]
    linked = ready.handle(LinkBankReversal(reversal=found.id, receipt=first.id, day=found.transaction.booked))
    assert (linked.receipt, linked.reason) == (first.id, "")
    assert standing(ready.receipts()[0]) == "returned"
    again = LinkBankReversal(reversal=found.id, receipt=first.id, day=found.transaction.booked)
    assert refused(ready, lambda: ready.handle(again)).code == "LINKED_ALREADY"


def test_without_an_account_the_name_and_the_words_say_which_one():
    said: dict[str, Any] = {"payer_account": "", "payer_name": "Customer C1"}
    ready = paid(said)
    found = bounces(ready, structured_reference=creditor_reference(INV1), **said)
    assert found.receipt == ready.receipts()[0].id


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"amount": "119.00"}, "NO_PAYMENT"),
        ({"payer_account": "DE02120300000000202051"}, "NO_PAYMENT"),
        ({"credit": True}, "OUR_PAYMENT"),
    ],
)
def test_a_reversal_that_fits_nothing_is_kept_and_announced(more: dict[str, Any], why: str):
    ready = paid()
    before = sums(ready)
    found = bounces(ready, **more)
    assert (found.receipt, found.reason) == ("", why)
    assert sums(ready) == before
    ready.otc.relay()
    assert ready.postbox.topics[-1] == "bank_reversal.unlinked"
    (waiting,) = ready.otc.ask(Every(BANK_REVERSAL, ot.Where(status="unlinked")))
    assert waiting == found


def test_a_payment_of_a_known_payer_is_found_among_its_own():
    ready = desk(stocked=50)
    ready.onboards("C2", bank_accounts=(IBAN,))
    billed(ready)
    ready.takes_in(statement(row("120.00", payer_account=IBAN)))
    found = bounces(ready)
    assert found.customer == "C2"


def test_a_payment_that_was_booked_under_nobody_is_found_after_its_account_became_known():
    ready = paid({"structured_reference": ""})
    ready.onboards("C2", bank_accounts=(IBAN,))
    assert bounces(ready).receipt == ready.receipts()[0].id


def test_money_that_we_paid_and_that_came_back_is_linked_to_no_receipt():
    ready = paid()
    found = bounces(ready, credit=True)
    link = LinkBankReversal(reversal=found.id, receipt=ready.receipts()[0].id, day=found.transaction.booked)
    assert refused(ready, lambda: ready.handle(link)).code == "OUR_PAYMENT"


def test_the_same_statement_again_takes_nothing_back_twice():
    ready = paid()
    bounces(ready)
    before = books(ready.store)
    bounces(ready)
    assert books(ready.store) == before


def test_a_reversal_is_recorded_before_it_is_linked():
    with pytest.raises(AssertionError):
        BANK_REVERSAL.evolve(None, object())
