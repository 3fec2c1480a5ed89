"""A clerk's decision on money is a command that says who made it, of what, and whose money it is."""

import pytest

import otcore as ot
from otcore.payments.receipt import standing
from otcore.receivables.ledger import EntryKind
from tests.orders.examples import DAY, eur
from tests.workflows.books import refused
from tests.workflows.cash import (
    IBAN,
    INV1,
    INV2,
    INV3,
    decided,
    entries,
    identifies,
    invoiced,
    part,
    posts,
    sums,
    takes_off,
    two_customers,
    unapplied_by_customer,
)


def test_a_decision_says_who_made_it_and_what_it_was_made_of():
    ready = invoiced()
    ready.gets("100.00", text=f"{INV1} {INV2}")
    ready.applies()
    receipt = ready.otc.handle(
        ot.ApplyReceiptTo(receipt="R1", allocations=(part(INV1, "100.00"),), day=DAY, reason="on the phone"),
        actor="ann",
    )
    assert receipt.decided is not None
    assert (receipt.decided.by, receipt.decided.outcome, receipt.reason) == ("ann", "posted", "on the phone")


def test_a_suggestion_that_is_taken_is_one_that_was_made():
    ready = invoiced()
    ready.gets("150.00", text=f"{INV1} {INV2}")
    rivals = decided(ready.applies()).rivals
    first, other = rivals[0].allocations, part(INV1, "1.00")
    wrong = refused(ready, lambda: posts(ready, other, suggestion=1))
    assert wrong.code == "SUGGESTION_DIFFERS"
    beyond = refused(ready, lambda: posts(ready, other, suggestion=len(rivals) + 1))
    assert beyond.code == "SUGGESTION_UNKNOWN"
    taken = posts(ready, *first, suggestion=1)
    assert (decided(taken).suggestion, decided(taken).rivals) == (1, rivals)


def test_a_suggestion_cannot_be_taken_where_none_was_made():
    ready = invoiced()
    ready.gets("60.00")
    assert refused(ready, lambda: posts(ready, part(INV1, "60.00"), suggestion=1)).code == "SUGGESTION_UNKNOWN"


def test_money_that_pays_items_of_several_customers_needs_a_payer():
    ready = two_customers()
    ready.gets("180.00")
    both = (part(INV1, "120.00"), part(INV3, "60.00"))
    assert refused(ready, lambda: posts(ready, *both)).code == "PAYER_UNKNOWN"
    assert posts(ready, *both, customer="C2").customer == "C2"
    assert ready.exposure() == ("0.00", "0.00", "60.00")
    assert ready.exposure("C2") == ("0.00", "0.00", "60.00")


def test_money_that_is_known_as_one_customers_is_not_posted_as_anothers():
    ready = two_customers()
    ready.gets("120.00")
    identifies(ready)
    other = refused(ready, lambda: posts(ready, part(INV3, "120.00"), customer="C2"))
    assert other.code == "PAYER_DIFFERS"
    receipt = posts(ready, part(INV3, "120.00"))
    assert (receipt.customer, decided(receipt).reasons) == ("C1", ("PAYER_MISMATCH",))


def test_an_identified_receipt_is_unapplied_and_its_customers():
    ready = invoiced()
    ready.gets("10.00")
    assert unapplied_by_customer(ready) == {"": "10.00"}
    receipt = identifies(ready)
    assert (receipt.customer, standing(receipt)) == ("C1", "unapplied")
    assert unapplied_by_customer(ready) == {"C1": "10.00"}
    assert sums(ready) == ("180.00", "10.00")
    assert [row.kind for row in entries(ready)[-2:]] == [EntryKind.RECEIVED] * 2


def test_a_payer_is_said_again_without_effect_on_the_ledger():
    ready = invoiced()
    ready.gets("10.00", payer_account=IBAN)
    assert identifies(ready) == identifies(ready)
    before = entries(ready)
    identifies(ready, learn=True)
    assert entries(ready) == before


def test_a_credit_that_pays_its_own_customers_invoice_moves_no_exposure():
    ready = two_customers()
    ready.gets("120.00", "R0")
    posts(ready, part(INV1, "120.00"), receipt="R0")
    note = ready.handle(ot.IssueCreditNote(invoice=INV1, day=DAY, reason="broken", amount=eur("12.00")))
    ready.gets("120.00")
    posts(ready, part(INV2, "12.00"), part(note.id, "-12.00"), part(INV3, "120.00"), customer="C2")
    assert (ready.item(INV2).open, ready.item(note.id).open) == (eur("48.00"), eur("0.00"))
    assert ready.exposure() == ("0.00", "0.00", "48.00")
    takes_off(ready)
    assert (ready.item(INV2).open, ready.item(note.id).open) == (eur("60.00"), eur("-12.00"))
    assert ready.exposure() == ("0.00", "0.00", "48.00")


def test_a_payer_is_not_changed_while_the_money_pays_items():
    ready = two_customers()
    ready.gets("10.00")
    posts(ready, part(INV1, "10.00"))
    assert refused(ready, lambda: identifies(ready, "C2")).code == "STILL_APPLIED"


def test_a_reversal_makes_the_payer_unknown_again():
    ready = invoiced()
    ready.gets("130.00")
    posts(ready, part(INV1, "120.00"))
    assert unapplied_by_customer(ready) == {"C1": "10.00"}
    takes_off(ready)
    assert unapplied_by_customer(ready) == {"": "130.00"}


def test_only_a_customer_that_is_known_pays():
    ready = invoiced()
    ready.gets("10.00")
    with pytest.raises(ot.NotFound):
        identifies(ready, "C77")
