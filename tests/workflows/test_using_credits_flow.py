"""What a credit note left over is used for other invoices of the customer, and every book knows it."""

import pytest
from attrs import evolve

from otcore.payments.recording import RecordReceipt
from otcore.receivables.invoice_standing import Standing
from otcore.receivables.payment_status import PaymentStatus
from otcore.values.money import Money
from otcore.values.rates import Quote, Rate, RateTable
from otcore.workflows.order_status import AskOrderStatus
from tests.orders.examples import DAY, eur, left
from tests.workflows.books import refused
from tests.workflows.crediting import dollars, trading
from tests.workflows.desk import Desk, billed
from tests.workflows.invoicing import (
    CN,
    INV,
    assert_books_agree,
    credits,
    invoiced,
    open_items,
    quantity,
    shipped,
    standing,
    uses,
)

NEXT = "INV-2026-000002"


def owing() -> Desk:
    """36.00 are owed to the customer, and 60.00 by it."""
    ready = invoiced()
    ready.gets("120.00", reference="RF94INV2026000001")
    ready.applies()
    credits(ready, lines=quantity(3))
    billed(ready, 5, "O2")
    return ready


def test_a_credit_closes_another_invoice_as_far_as_it_goes():
    ready = owing()
    assert open_items(ready) == {CN: "-36.00", NEXT: "60.00"}
    uses(ready, invoice=NEXT)
    assert open_items(ready) == {NEXT: "24.00"}
    found = standing(ready, NEXT)
    assert (found.used, found.paid, found.open) == (eur("36.00"), eur("0.00"), eur("24.00"))
    assert_books_agree(ready)


def test_a_part_of_a_credit_may_be_used():
    ready = owing()
    uses(ready, invoice=NEXT, amount=eur("10.00"))
    assert open_items(ready) == {CN: "-26.00", NEXT: "50.00"}
    uses(ready, invoice=NEXT)
    assert open_items(ready) == {NEXT: "24.00"}
    assert_books_agree(ready)


def test_both_orders_know_what_was_used():
    ready = owing()
    uses(ready, invoice=NEXT)
    assert ready.otc.ask(AskOrderStatus("O1")).figures.balance == eur("0.00")
    assert ready.otc.ask(AskOrderStatus("O2")).figures.balance == eur("24.00")
    assert ready.otc.ask(AskOrderStatus("O2")).payment is PaymentStatus.PART_PAID
    assert standing(ready).owed_back == eur("0.00")


def test_money_that_comes_pays_only_what_the_credit_left():
    ready = owing()
    uses(ready, invoice=NEXT)
    ready.gets("24.00", "R2", text=NEXT)
    ready.applies("R2")
    assert open_items(ready) == {}
    assert standing(ready, NEXT).standing is Standing.PAID
    assert_books_agree(ready)


@pytest.mark.parametrize(
    ("amount", "code"),
    [(eur("36.01"), "MORE_THAN_OPEN"), (eur("0.00"), "AMOUNT_NOT_POSITIVE"), (Money("1", "USD"), "CURRENCY_DIFFERS")],
)
def test_no_more_is_used_than_there_is(amount: Money, code: str):
    ready = owing()
    assert refused(ready, lambda: uses(ready, invoice=NEXT, amount=amount)).code == code


def test_a_note_that_its_invoice_took_whole_leaves_nothing():
    ready = invoiced()
    credits(ready, lines=quantity(3))
    billed(ready, 5, "O2")
    assert refused(ready, lambda: uses(ready, invoice=NEXT)).code == "NOTHING_LEFT"


def test_a_used_credit_is_used_once():
    ready = owing()
    uses(ready, invoice=NEXT)
    billed(ready, 5, "O3")
    assert refused(ready, lambda: uses(ready, invoice="INV-2026-000003")).code == "NOTHING_LEFT"


def test_a_closed_invoice_takes_nothing():
    ready = owing()
    assert refused(ready, lambda: uses(ready, invoice=INV)).code == "AMOUNT_NOT_POSITIVE"


def test_a_credit_is_the_customers_own():
    ready = owing()
    ready.onboards("C2")
    shipped(ready, order="O3", shipment="S3", customer="C2")
    other = ready.bills("S3").id
    assert refused(ready, lambda: uses(ready, invoice=other)).code == "CUSTOMER_DIFFERS"


def test_an_invoice_in_another_currency_takes_nothing():
    ready = trading(rate="0.7")
    billed(ready)
    ready.gets("120.00", reference="RF94INV2026000001")
    ready.applies()
    credits(ready, lines=quantity(3))
    dollars(ready, order="O2")
    ready.acknowledges("O2")
    ready.ships(left("1", 10), order="O2", shipment="S2")
    ready.bills("S2")
    assert refused(ready, lambda: uses(ready, invoice=NEXT)).code == "CURRENCY_DIFFERS"


def test_a_foreign_credit_counts_at_the_rate_of_its_order():
    ready = trading(rate="0.7")
    dollars(ready)
    ready.acknowledges()
    ready.ships(left("1", 10))
    ready.bills()
    assert ready.exposure()[2] == "84.00"
    credits(ready, lines=quantity(3))
    assert ready.exposure()[2] == "58.80"
    receipt = RecordReceipt(receipt="R1", account="till", day=DAY, amount=Money("84.00", "USD"), text=INV)
    ready.handle(receipt)
    ready.applies()
    assert ready.exposure()[2] == "0.00"
    credits(ready, lines=quantity(3))
    assert (open_items(ready), ready.exposure()[2]) == ({"CN-2026-000002": "-36.00"}, "-25.20")


def test_a_credit_used_at_another_rate_moves_the_exposure_by_the_difference():
    ready = trading(rate="0.7")
    for order, rate in (("O1", "0.7"), ("O2", "0.8")):
        ready.house = evolve(ready.house, rates=RateTable((Quote(DAY, Rate("USD", "EUR", rate)),)))
        dollars(ready, order=order)
        ready.acknowledges(order)
        ready.ships(left("1", 10), order=order, shipment=order.replace("O", "S"))
        ready.bills(order.replace("O", "S"))
    money = RecordReceipt(receipt="R1", account="till", day=DAY, amount=Money("120.00", "USD"), text=INV)
    ready.handle(money)
    ready.applies()
    credits(ready, lines=quantity(5))
    assert ready.exposure()[2] == "54.00"
    uses(ready, invoice=NEXT)
    assert (open_items(ready), ready.exposure()[2]) == ({NEXT: "60.00"}, "48.00")


def test_money_less_a_credit_that_it_names_pays_the_invoice_whole():
    ready = owing()
    ready.gets("24.00", "R2", text=f"{NEXT} less {CN}")
    assert ready.applies("R2").rule == "NUMBERS_EXACT_SUM"
    assert open_items(ready) == {}
    found = standing(ready, NEXT)
    assert (found.used, found.paid) == (eur("36.00"), eur("24.00"))
    assert_books_agree(ready)


def test_money_that_names_a_credit_and_does_not_take_it_off_leaves_it():
    ready = owing()
    ready.gets("60.00", "R2", text=f"{NEXT} {CN}")
    ready.applies("R2")
    assert open_items(ready) == {CN: "-36.00"}
    assert_books_agree(ready)


@pytest.mark.parametrize("amount", ["23.99", "36.00", "96.00"])
def test_money_that_fits_neither_way_stays(amount: str):
    ready = owing()
    ready.gets(amount, "R2", text=f"{NEXT} {CN}")
    assert ready.applies("R2").reason == "SUM_DIFFERS"
    assert open_items(ready) == {CN: "-36.00", NEXT: "60.00"}


def test_several_credits_and_invoices_are_netted_in_their_order():
    ready = owing()
    credits(ready, lines=quantity(2))
    billed(ready, 1, "O3")
    assert open_items(ready) == {CN: "-36.00", "CN-2026-000002": "-24.00", NEXT: "60.00", "INV-2026-000003": "12.00"}
    ready.gets("12.00", "R2", text=f"{NEXT} INV-2026-000003 less {CN} and CN-2026-000002")
    assert [each.item for each in ready.applies("R2").allocations] == ["INV-2026-000003"]
    assert open_items(ready) == {}
    assert_books_agree(ready)


def test_money_that_is_for_a_credit_note_alone_stays():
    ready = owing()
    ready.gets("36.00", "R2", reference=CN)
    assert ready.applies("R2").reason == "CREDIT_NOTE"
    ready.gets("36.00", "R3", text=CN)
    assert ready.applies("R3").reason == "CREDIT_NOTE"
