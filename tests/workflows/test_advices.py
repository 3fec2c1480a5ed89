"""Remittance advices in the books: taken in once, and used for the payment that they explain."""

from typing import Any

import pytest

from otcore.payments.allocation import Allocation
from otcore.payments.matching_run import MatchReceipts
from otcore.payments.receipt import standing
from otcore.payments.remittance_advice import AdviceLine, RemittanceAdvice
from otcore.payments.taken_advice import TakenAdvice, TakeRemittanceAdvice
from otcore.ports.aggregates import REMITTANCE_ADVICE
from otcore.ports.errors import NotFound
from otcore.receivables.ledger import control
from otcore.reconciliation.commands import ApplyReceiptTo, ReverseApplication
from otcore.values import Invalid
from otcore.workflows.ask import Every, Get
from tests.orders.examples import DAY, eur
from tests.payments.advices import advice as advised
from tests.payments.advices import line
from tests.workflows.books import books, refused
from tests.workflows.desk import Desk, billed, desk

INV1, INV2 = "INV-2026-000001", "INV-2026-000002"
NAME = "Customer C1"


def with_two_invoices() -> Desk:
    """120.00 and 60.00 are owed by C1."""
    ready = desk(stocked=50)
    billed(ready)
    billed(ready, 5, "O2")
    return ready


def advice(*lines: AdviceLine, **more: Any) -> RemittanceAdvice:
    """An advice of C1 of the day."""
    return advised(*lines, **{"payer": NAME, "day": DAY, **more})


def told(ready: Desk, *lines: AdviceLine, **more: Any) -> TakenAdvice:
    """An advice of these lines, taken in."""
    taken: TakenAdvice = ready.handle(TakeRemittanceAdvice(advice(*lines, **more)))
    return taken


def stored(ready: Desk) -> dict[str, str]:
    """The advices, each with the receipt that used it."""
    return {each.id: each.receipt for each in ready.otc.ask(Every(REMITTANCE_ADVICE))}


def test_an_advice_is_taken_in_once():
    ready = desk()
    first = told(ready, line(INV1, "120.00"))
    before = books(ready.store)
    assert told(ready, line(INV1, "120.00")) == first
    assert books(ready.store) == before
    assert ready.otc.ask(Get(REMITTANCE_ADVICE, first.id)).status == "open"


def test_two_payers_may_give_the_same_number():
    ready = desk()
    told(ready, line(INV1, "120.00"))
    told(ready, line(INV1, "120.00"), payer="Other Ltd")
    assert stored(ready) == {"customerc1:A1": "", "otherltd:A1": ""}


def test_another_advice_under_the_same_number_is_refused():
    ready = desk()
    told(ready, line(INV1, "120.00"))
    refusal = refused(ready, lambda: told(ready, line(INV1, "119.00")))
    assert (refusal.code, refusal.facts) == ("ADVICE_DIFFERS", {"advice": "customerc1:A1"})


def test_an_advice_that_contradicts_itself_is_not_taken():
    ready = desk()
    with pytest.raises(Invalid, match="REMITTANCE_SUM"):
        told(ready, line(INV1, "120.00"), total="121.00")
    with pytest.raises(NotFound):
        ready.otc.ask(Get(REMITTANCE_ADVICE, "customerc1:A1"))


# applying


@pytest.mark.parametrize(
    "said",
    [{"text": "your ref PAY-4711"}, {"reference": "PAY4711"}, {"payer_name": "CUSTOMER C-1"}],
    ids=["in the text", "structured", "by payer and amount"],
)
def test_a_payment_is_applied_as_its_advice_says(said):
    ready = with_two_invoices()
    told(ready, line(INV1, "120.00"), line(INV2, "40.00"))
    ready.gets("160.00", **said)
    receipt = ready.applies()
    assert (receipt.rule, receipt.reason, standing(receipt)) == ("REMITTANCE_ADVICE", "SHORT_PAYMENT", "applied")
    assert [(each.item, each.amount, each.reason) for each in receipt.allocations] == [
        (INV1, eur("120.00"), ""),
        (INV2, eur("40.00"), "partial"),
    ]
    assert ready.item(INV2).open == eur("20.00")
    assert stored(ready) == {"customerc1:A1": "R1"}


def test_what_was_deducted_is_in_dispute():
    ready = with_two_invoices()
    told(ready, line(INV1, "100.00", deduction=eur("20.00"), reason="two were broken"))
    ready.gets("100.00", text="PAY-4711")
    assert ready.applies().rule == "REMITTANCE_ADVICE"
    assert [each.amount for each in ready.item(INV1).disputes] == [eur("20.00")]


def test_an_advice_is_used_once():
    ready = with_two_invoices()
    told(ready, line(INV1, "60.00"))
    for receipt in ("R1", "R2"):
        ready.gets("60.00", receipt, text="PAY-4711")
    assert ready.applies("R1").rule == "REMITTANCE_ADVICE"
    assert ready.applies("R2").rule != "REMITTANCE_ADVICE"
    assert stored(ready) == {"customerc1:A1": "R1"}


def test_what_an_advice_pays_is_paid_for_the_others_of_a_batch():
    ready = with_two_invoices()
    told(ready, line(INV1, "120.00"))
    ready.gets("120.00", "R1", text=INV1)
    ready.gets("120.00", "R2", text="PAY-4711")
    ready.handle(MatchReceipts(run="M1", day=DAY))
    assert {each.id: (each.rule, each.reason) for each in ready.receipts()} == {
        "R1": ("", "ALREADY_PAID"),
        "R2": ("REMITTANCE_ADVICE", ""),
    }


def test_what_is_not_certain_is_a_suggestion_and_leaves_the_advice_open():
    ready = with_two_invoices()
    told(ready, line(INV1, "120.00"), line("INV-2026-000077", "30.00"))
    ready.gets("150.00", text="PAY-4711")
    receipt = ready.applies()
    assert not receipt.allocations
    assert receipt.decided is not None
    assert [(each.rule, each.allocations[0].item) for each in receipt.decided.rivals][:1] == [
        ("REMITTANCE_ADVICE", INV1)
    ]
    assert "UNKNOWN_REFERENCE" in receipt.decided.reasons
    assert stored(ready) == {"customerc1:A1": ""}


def test_an_advice_that_leads_to_no_item_leaves_the_rest_to_others():
    ready = with_two_invoices()
    told(ready, line("INV-2026-000077", "120.00"))
    ready.gets("120.00", text=f"PAY-4711 {INV1}")
    assert ready.applies().rule == "NUMBER"


def test_a_line_without_a_number_finds_nothing():
    ready = with_two_invoices()
    told(ready, line("", "120.00", reason="freight"))
    ready.gets("120.00", text="PAY-4711")
    assert not ready.applies().allocations


def test_two_advices_for_one_payment_are_for_a_person():
    ready = with_two_invoices()
    told(ready, line(INV1, "60.00"), id="A1")
    told(ready, line(INV2, "60.00"), id="A2")
    ready.gets("60.00", text="PAY-4711")
    assert ready.applies().rule != "REMITTANCE_ADVICE"


def test_what_a_person_took_off_is_not_posted_again():
    ready = with_two_invoices()
    told(ready, line(INV1, "60.00"))
    told(ready, line(INV1, "60.00"), id="A2", payment_reference="PAY-4712")
    ready.gets("60.00", text="PAY-4711")
    ready.applies()
    ready.handle(ReverseApplication(receipt="R1", day=DAY, reason="wrong"))
    told(ready, line(INV1, "60.00"), id="A3")
    assert not ready.applies().allocations


def test_a_payer_who_is_known_to_be_somebody_else_is_asked_about():
    ready = with_two_invoices()
    ready.onboards("C2", bank_accounts=("NO9386011117947",))
    told(ready, line(INV1, "120.00"))
    ready.gets("120.00", text="PAY-4711", payer_account="NO9386011117947")
    assert not ready.applies().allocations


def test_the_control_account_agrees():
    ready = with_two_invoices()
    told(ready, line(INV1, "120.00"), line(INV2, "60.00"))
    ready.gets("180.00", text="PAY-4711")
    ready.applies()
    assert control(books(ready.store)["entries"], "EUR") == eur("0.00")
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_an_advice_says_nothing_of_the_rest_of_a_payment():
    ready = with_two_invoices()
    ready.gets("180.00", text=f"PAY-4711 {INV1}")
    ready.handle(ApplyReceiptTo(receipt="R1", day=DAY, allocations=(Allocation(INV1, eur("120.00")),)))
    told(ready, line(INV2, "60.00"))
    ready.applies()
    assert stored(ready) == {"customerc1:A1": ""}
