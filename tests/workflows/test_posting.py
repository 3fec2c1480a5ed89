"""A receipt closes items by cash, by credits and by what is closed without either; every sum agrees."""

import pytest

import otcore as ot
from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.payments.receipt import standing
from otcore.receivables.applied import Adjusted
from otcore.receivables.ledger import Entry, EntryKind
from otcore.workflows.order_status import AskOrderStatus
from tests.orders.examples import DAY, eur
from tests.workflows.books import refused
from tests.workflows.cash import INV1, INV2, entries, invoiced, part, posts, sums

LESS = [Why.DISCOUNT, Why.FEE, Why.WITHHOLDING, Why.ROUNDING, Why.WRITE_OFF]


@pytest.mark.parametrize("why", LESS)
def test_what_is_closed_without_cash_is_a_line_of_its_own(why: Why):
    ready = invoiced()
    ready.gets("117.60")
    receipt = posts(ready, part(INV1, "117.60", (why, "2.40")))
    item = ready.item(INV1)
    assert (item.open, item.adjusted) == (eur("0.00"), (Adjusted("R1", why, eur("2.40"), DAY),))
    assert (receipt.rule, standing(receipt), receipt.customer) == ("MANUAL", "applied", "C1")
    assert entries(ready)[-2:] == (
        Entry(EntryKind.ALLOCATED, DAY, eur("117.60"), "C1", INV1, "R1"),
        Entry(EntryKind(why.value), DAY, eur("2.40"), "C1", INV1, "R1"),
    )
    assert sums(ready) == ("60.00", "0.00")
    assert ready.exposure() == ("0.00", "0.00", "60.00")


def test_an_invoice_that_was_paid_less_discount_is_paid():
    ready = invoiced()
    ready.gets("117.60")
    posts(ready, part(INV1, "117.60", (Why.DISCOUNT, "2.40")))
    standing = ready.otc.ask(ot.AskInvoiceStatus(INV1))
    assert (standing.standing, standing.paid, standing.adjusted) == ("paid", eur("117.60"), eur("2.40"))
    assert standing.charged == standing.set_off + standing.paid + standing.used + standing.adjusted + standing.open
    assert ready.otc.ask(AskOrderStatus("O1")).payment.settled


def test_several_reasons_close_one_item():
    ready = invoiced()
    ready.gets("100.00")
    posts(ready, part(INV1, "100.00", (Why.FEE, "5.00"), (Why.WITHHOLDING, "15.00")))
    assert not ready.item(INV1).open
    assert [row.kind for row in entries(ready)[-3:]] == [EntryKind.ALLOCATED, EntryKind.FEE, EntryKind.WITHHOLDING]


def test_a_rounding_difference_may_be_in_the_payers_favour():
    ready = invoiced()
    ready.gets("120.02")
    posts(ready, part(INV1, "120.02", (Why.ROUNDING, "-0.02")))
    assert sums(ready) == ("60.00", "0.00")


def test_a_deduction_stays_owed_and_opens_a_dispute():
    ready = invoiced()
    ready.gets("100.00")
    posts(ready, part(INV1, "100.00", reason=Why.DEDUCTION))
    item = ready.item(INV1)
    assert (item.open, item.disputed) == (eur("20.00"), eur("20.00"))
    (case,) = ready.otc.ask(ot.AskDisputes(day=DAY))
    assert (case.case.receipt, case.case.amount) == ("R1", eur("20.00"))


def test_a_part_stays_owed_without_a_dispute():
    ready = invoiced()
    ready.gets("100.00")
    posts(ready, part(INV1, "100.00", reason=Why.PARTIAL))
    assert (ready.item(INV1).open, ready.item(INV1).disputes) == (eur("20.00"), ())


def test_one_receipt_pays_several_items_and_several_pay_one():
    ready = invoiced()
    ready.gets("130.00", "R1")
    ready.gets("50.00", "R2")
    posts(ready, part(INV1, "120.00"), part(INV2, "10.00"))
    posts(ready, part(INV2, "50.00"), receipt="R2")
    assert sums(ready) == ("0.00", "0.00")
    assert [each.receipt for each in ready.item(INV2).applied] == ["R1", "R2"]


def test_a_credit_is_a_source():
    ready = invoiced()
    ready.gets("120.00", "R0")
    posts(ready, part(INV1, "120.00"), receipt="R0")
    note = ready.handle(ot.IssueCreditNote(invoice=INV1, day=DAY, reason="broken", amount=eur("12.00")))
    ready.gets("48.00")
    receipt = posts(ready, part(INV2, "60.00"), part(note.id, "-12.00"))
    assert receipt.allocations == (part(INV2, "48.00"),)
    assert [(use.credit, use.item, use.amount) for use in receipt.uses] == [(note.id, INV2, eur("12.00"))]
    assert not ready.item(note.id).open
    assert sums(ready) == ("0.00", "0.00")
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_cash_in_another_currency_closes_what_it_is_worth():
    ready = invoiced()
    ready.handle(ot.RecordReceipt(receipt="R1", account="usd", day=DAY, amount=ot.Money("130", "USD")))
    dollars = Allocation(INV1, ot.Money("130", "USD"), (Adjustment(Why.FX, eur("0.50")),), exchanged=eur("119.50"))
    posts(ready, dollars)
    assert sums(ready) == ("60.00", "0.00")
    assert sums(ready, "USD") == ("0.00", "0.00")
    assert [(row.kind, str(row.amount)) for row in entries(ready)[-3:]] == [
        (EntryKind.EXCHANGED_FROM, "130.00 USD"),
        (EntryKind.EXCHANGED_TO, "119.50 EUR"),
        (EntryKind.FX, "0.50 EUR"),
    ]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ((), "NOTHING_CHOSEN"),
        ((part(INV1, "10.00"), part(INV1, "10.00")), "ITEM_TWICE"),
        ((part(INV1, "10.00"), part(INV1, "-10.00")), "ITEM_TWICE"),
        ((part(INV1, "120.00"), part(INV2, "30.01")), "MORE_THAN_RECEIVED"),
        ((part(INV2, "60.01"),), "MORE_THAN_OPEN"),
        ((part(INV2, "60.00", (Why.FEE, "0.01")),), "MORE_THAN_OPEN"),
        ((part(INV2, "0.00"),), "AMOUNT_NOT_POSITIVE"),
        ((part(INV1, "10.00"), part(INV2, "0.00", (Why.FEE, "1.00"))), "AMOUNT_NOT_POSITIVE"),
        ((part(INV2, "10.00", (Why.FEE, "0.00")),), "AMOUNT_NOT_POSITIVE"),
        ((part(INV2, "10.00", (Why.FEE, "-1.00")),), "AMOUNT_NOT_POSITIVE"),
        ((part(INV2, "10.00", (Why.ROUNDING, "-10.00")),), "AMOUNT_NOT_POSITIVE"),
        ((part(INV2, "10.00", (Why.DEDUCTION, "1.00")),), "STAYS_OPEN"),
        ((part(INV2, "10.00", (Why.PARTIAL, "1.00")),), "STAYS_OPEN"),
        ((part(INV1, "10.00"), part(INV2, "-20.00")), "CREDIT_LEFT_OVER"),
        ((part(INV1, "20.00"), part(INV2, "-10.00")), "MORE_THAN_OPEN"),
        ((Allocation(INV1, ot.Money("1", "USD")),), "CURRENCY_DIFFERS"),
        ((Allocation(INV1, eur("1"), (Adjustment(Why.FEE, ot.Money("1", "USD")),)),), "CURRENCY_DIFFERS"),
        ((Allocation(INV1, eur("1"), exchanged=ot.Money("1", "USD")),), "CURRENCY_DIFFERS"),
        ((Allocation(INV1, eur("1"), exchanged=eur("2")),), "SAME_CURRENCY"),
    ],
)
def test_what_does_not_add_up_is_refused_and_changes_nothing(parts: tuple[Allocation, ...], code: str):
    ready = invoiced()
    ready.gets("150.00")
    assert refused(ready, lambda: posts(ready, *parts)).code == code
