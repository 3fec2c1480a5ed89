"""Money comes in, finds its invoices or waits where it is seen."""

from datetime import date
from typing import Any

import pytest

from otcore.app.sync import MAIN
from otcore.invoicing.reference import creditor_reference
from otcore.payments.receipt import standing
from otcore.ports.aggregates import ALIAS, RECEIPT, STATEMENT
from otcore.ports.storage import Context
from otcore.receivables.ledger import Entry, EntryKind, control, unapplied
from otcore.reconciliation.command import ApplyReceipt
from otcore.values.faults import Rejected
from otcore.workflows.applying import apply_receipt
from otcore.workflows.ask import Every, Get
from otcore.workflows.drivers import run
from otcore.workflows.requests import Find, Request
from tests.orders.examples import DAY, eur
from tests.payments.bank_rows import row, statement
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, NOW, Desk, billed, desk

IBAN = "NO9386011117947"
INV1, INV2 = "INV-2026-000001", "INV-2026-000002"


def with_invoice(**profile: Any) -> Desk:
    ready = desk(stocked=50)
    if profile:
        ready.onboards("C2", **profile)
    billed(ready)
    return ready


def entries(ready: Desk) -> tuple[Entry, ...]:
    found: tuple[Entry, ...] = books(ready.store)["entries"]
    return found


# statements


def test_every_row_of_money_in_becomes_a_receipt_and_a_ledger_row():
    ready = desk()
    taken = ready.takes_in(statement(row("10.00"), row("20.00"), row("3.00", credit=False)))
    assert sorted(str(each.amount) for each in ready.receipts()) == ["10.00 EUR", "20.00 EUR"]
    assert len(taken.receipts) == 2
    assert unapplied(entries(ready), "EUR") == eur("30.00")


def test_two_equal_rows_are_two_payments():
    ready = desk()
    ready.takes_in(statement(row("10.00"), row("10.00")))
    assert len(ready.receipts()) == 2


def test_the_same_statement_twice_is_one():
    ready = desk()
    first = ready.takes_in(statement(row("10.00"), row("20.00")))
    before = books(ready.store)
    assert ready.takes_in(statement(row("10.00"), row("20.00"))) == first
    assert books(ready.store) == before


def test_an_overlapping_statement_brings_only_what_is_new():
    ready = desk()
    ready.takes_in(statement(row("10.00"), row("20.00")))
    later = ready.takes_in(statement(row("20.00"), row("20.00"), row("30.00"), id="8"))
    assert (len(later.known), len(later.receipts)) == (1, 2)
    assert unapplied(entries(ready), "EUR") == eur("80.00")


def test_the_same_number_next_year_is_another_statement():
    ready = desk()
    ready.takes_in(statement(row("10.00")))
    next_year = date(2027, 3, 20)
    ready.takes_in(statement(row("10.00", next_year), closed=next_year))
    assert len(ready.otc.ask(Every(STATEMENT))) == len(ready.receipts()) == 2


def test_a_statement_that_comes_again_with_other_rows_is_refused():
    ready = desk()
    ready.takes_in(statement(row("10.00")))
    before = books(ready.store)
    with pytest.raises(Rejected, match="STATEMENT_DIFFERS"):
        ready.takes_in(statement(row("11.00")))
    assert books(ready.store) == before


def test_a_known_account_names_the_payer():
    ready = with_invoice(bank_accounts=("NO93 8601 1117 947",))
    ready.takes_in(statement(row("10.00", payer_account=IBAN), row("20.00", payer_account="XX")))
    payers = {str(each.amount): each.customer for each in ready.receipts()}
    assert payers == {"10.00 EUR": "C2", "20.00 EUR": ""}
    assert [entry.party for entry in entries(ready) if entry.kind is EntryKind.RECEIVED] == ["C2", ""]


# applying


def test_an_exact_payment_closes_its_item():
    ready = with_invoice()
    ready.gets("120.00", reference=creditor_reference(INV1))
    receipt = ready.applies()
    assert (standing(receipt), receipt.customer, receipt.rule) == ("applied", "C1", "STRUCTURED_REFERENCE")
    assert not ready.item(INV1).open
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_one_payment_closes_several_items():
    ready = with_invoice()
    billed(ready, 5, "O2")
    ready.gets("180.00", text=f"{INV1} {INV2}")
    assert [each.item for each in ready.applies().allocations] == [INV1, INV2]
    assert ready.exposure() == ("0.00", "0.00", "0.00")
    assert control(entries(ready), "EUR") == unapplied(entries(ready), "EUR") == eur("0.00")


def test_a_short_payment_leaves_the_rest_owed():
    ready = with_invoice()
    ready.gets("100.00", reference=creditor_reference(INV1))
    assert ready.applies().reason == "SHORT_PAYMENT"
    assert ready.item(INV1).open == eur("20.00")
    assert ready.exposure() == ("0.00", "0.00", "20.00")


def test_an_overpayment_keeps_the_rest_on_account():
    ready = with_invoice()
    ready.gets("130.00", reference=creditor_reference(INV1))
    receipt = ready.applies()
    assert (receipt.reason, receipt.unapplied, standing(receipt)) == ("OVERPAYMENT", eur("10.00"), "on account")


def test_an_overpayment_that_is_tried_again_changes_nothing():
    ready = with_invoice()
    ready.gets("130.00", reference=creditor_reference(INV1))
    ready.applies()
    before = books(ready.store)
    ready.applies()
    assert books(ready.store) == before


def test_an_unknown_payment_waits_with_its_reason():
    ready = with_invoice()
    ready.gets("130.00", text="thank you")
    receipt = ready.applies()
    assert (standing(receipt), receipt.reason) == ("unidentified", "NO_REFERENCE")


def test_a_reason_is_said_once_not_at_every_try():
    ready = with_invoice()
    billed(ready, 5, "O2")
    ready.gets("150.00", text=f"{INV1} {INV2}")
    assert (ready.applies().reason, ready.applies().rivals) == ("SUM_DIFFERS", (INV1, INV2))
    before = books(ready.store)
    ready.applies()
    assert books(ready.store) == before


def test_what_was_left_is_applied_when_the_invoice_is_there():
    ready = desk(stocked=10)
    ready.gets("120.00", reference=creditor_reference(INV1))
    assert ready.applies().reason == "UNKNOWN_REFERENCE"
    billed(ready)
    assert standing(ready.applies()) == "applied"


def test_what_is_applied_in_full_stays_as_it_is():
    ready = with_invoice()
    ready.gets("120.00", reference=creditor_reference(INV1))
    ready.applies()
    before = books(ready.store)
    assert standing(ready.applies()) == "applied"
    assert books(ready.store) == before


def test_two_payments_of_one_invoice_pay_it_once():
    ready = with_invoice()
    for receipt in ("R1", "R2"):
        ready.gets("120.00", receipt, reference=creditor_reference(INV1))
    assert ready.applies("R1").reason == ""
    second = ready.applies("R2")
    assert (second.reason, second.rivals, second.unapplied) == ("ALREADY_PAID", (INV1,), eur("120.00"))
    assert control(entries(ready), "EUR") == eur("0.00")


def test_somebody_else_who_pays_stays_the_payer_and_frees_the_debtors_credit():
    ready = with_invoice(bank_accounts=(IBAN,))
    ready.gets("120.00", reference=creditor_reference(INV1), payer_account=IBAN)
    receipt = ready.applies()
    assert (receipt.customer, receipt.unapplied) == ("C2", eur("0.00"))
    assert ready.exposure() == ready.exposure("C2") == ("0.00", "0.00", "0.00")
    assert [entry.party for entry in entries(ready)] == ["C1", "C2", "C1"]


def test_somebody_else_who_pays_another_amount_waits():
    ready = with_invoice(bank_accounts=(IBAN,))
    ready.gets("130.00", reference=creditor_reference(INV1), payer_account=IBAN)
    receipt = ready.applies()
    assert (receipt.customer, receipt.reason, standing(receipt)) == ("C2", "PAYER_MISMATCH", "unapplied")


def test_a_payer_is_known_by_an_account_that_was_taken_since():
    ready = with_invoice()
    ready.gets("120.00", text=INV1, payer_account=IBAN)
    ready.onboards("C2", bank_accounts=(IBAN,))
    assert (ready.applies().customer, ready.applies().reason) == ("C2", "PAYER_MISMATCH")
    assert ready.otc.ask(Get(ALIAS, f"account:{IBAN}")).customer == "C2"


@pytest.mark.parametrize(
    ("received", "decided", "expected"),
    [(DAY, None, DAY), (DAY, date(2026, 4, 9), date(2026, 4, 9)), (date(2026, 1, 1), None, DAY)],
    ids=["the day it came", "the day it was decided", "never before the invoice"],
)
def test_an_allocation_has_its_day(received: date, decided: date | None, expected: date):
    ready = with_invoice()
    ready.gets("120.00", day=received, reference=creditor_reference(INV1))
    ready.handle(ApplyReceipt("R1", decided))
    assert ready.item(INV1).applied[0].day == expected
    assert entries(ready)[-1].day == expected


def test_a_receipt_without_words_looks_at_no_item():
    ready = with_invoice()
    ready.gets("120.00")
    asked: list[Request] = []

    def watched():
        flow = apply_receipt(ApplyReceipt("R1"), HOUSE)
        answer = None
        while True:
            try:
                request = flow.send(answer)
            except StopIteration as stop:
                return stop.value
            asked.append(request)
            answer = yield request

    receipt = run(watched, lambda: ready.store.begin(Context(MAIN, "host", NOW))).some
    assert receipt.reason == "NO_REFERENCE"
    assert not any(isinstance(request, Find) for request in asked)


def test_receipts_are_found_by_where_they_stand():
    ready = with_invoice()
    ready.gets("120.00", "R1", reference=creditor_reference(INV1))
    ready.gets("10.00", "R2")
    ready.applies("R1")
    assert {each.id: standing(each) for each in ready.otc.ask(Every(RECEIPT))} == {
        "R1": "applied",
        "R2": "unidentified",
    }
