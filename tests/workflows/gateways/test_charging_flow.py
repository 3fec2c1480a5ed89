"""Charging an invoice or an order through a gateway, and giving the money back."""

from typing import Any

import pytest

from otcore.adapters.gateways import Failing
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.operation import Doing
from otcore.values.faults import Invalid
from otcore.values.money import Money
from tests.orders.examples import DAY, eur, left, line
from tests.workflows.books import refused
from tests.workflows.desk import Desk, billed
from tests.workflows.gateways.counter import (
    INV,
    assert_money_agrees,
    authorises,
    captures,
    charges,
    counter,
    owed,
    payment,
    receipts,
    reconciles,
    refunds,
    voids,
    wish,
)
from tests.workflows.invoicing import credits, open_items


def test_a_charged_invoice_is_paid():
    ready, gateway = counter()
    charged = charges(ready)
    assert (charged.status, charged.captured, charged.fees) == (PaymentStage.CAPTURED, eur("120.00"), eur("0.35"))
    (receipt,) = receipts(ready)
    assert (receipt.customer, receipt.rule, receipt.account) == ("C1", "GATEWAY_PAYMENT", "cards")
    assert (owed(ready), gateway.calls) == ("0.00", 2)
    assert_money_agrees(ready)


def test_the_same_wish_again_charges_nothing():
    ready, gateway = counter()
    assert charges(ready) == charges(ready)
    assert gateway.calls == 2
    assert len(receipts(ready)) == 1


def test_the_same_wish_under_an_idempotency_key_answers_the_same():
    ready, gateway = counter()
    first = ready.handle(wish(capture=True), key="k1")
    assert ready.handle(wish(capture=True), key="k1") == first
    assert gateway.calls == 2


def test_what_is_only_authorised_is_captured_later_and_in_parts():
    ready, _ = counter()
    assert authorises(ready).status is PaymentStage.AUTHORISED
    assert (owed(ready), receipts(ready)) == ("120.00", ())
    assert captures(ready, "70.00", "c1").status is PaymentStage.PART_CAPTURED
    assert captures(ready, "70.00", "c1").captured == eur("70.00")
    assert owed(ready) == "50.00"
    assert captures(ready, operation="c2").status is PaymentStage.CAPTURED
    assert_money_agrees(ready)


def test_a_promise_is_given_up():
    ready, _ = counter()
    authorises(ready)
    assert voids(ready).status is PaymentStage.VOIDED
    assert refused(ready, lambda: captures(ready)).code == "NOT_AUTHORISED"
    assert receipts(ready) == ()


def test_a_decline_is_a_failed_payment_and_another_may_be_tried():
    ready, _ = counter()
    failed = charges(ready, token="tok-bad")
    assert (failed.status, failed.code) == (PaymentStage.FAILED, "do_not_honour")
    assert owed(ready) == "120.00"
    assert charges(ready, "P2").status is PaymentStage.CAPTURED
    assert_money_agrees(ready)


def test_a_part_of_an_invoice_is_charged():
    ready, _ = counter()
    assert charges(ready, amount=eur("20.00")).captured == eur("20.00")
    assert owed(ready) == "100.00"
    assert charges(ready, "P2").captured == eur("100.00")
    assert owed(ready) == "0.00"


def test_an_order_is_paid_in_advance_and_its_money_waits():
    ready, _ = counter(invoiced=False)
    ready.places(line(quantity=10))
    charges(ready, order="O1", amount=eur("120.00"))
    (receipt,) = receipts(ready)
    assert (receipt.unapplied, receipt.customer, receipt.transaction.text) == (eur("120.00"), "C1", ("O1",))
    assert_money_agrees(ready)


def test_a_payment_of_an_order_pays_its_invoices_and_the_rest_waits():
    ready, _ = counter()
    charges(ready, order="O1", amount=eur("150.00"))
    (receipt,) = receipts(ready)
    assert (owed(ready), receipt.unapplied) == ("0.00", eur("30.00"))
    assert_money_agrees(ready)


def billed_twice() -> Desk:
    """An order of 120.00, billed over 48.00 and 72.00."""
    ready, _ = counter(invoiced=False)
    ready.places(line(quantity=10))
    ready.acknowledges()
    for shipment, quantity in (("S1", 4), ("S2", 6)):
        ready.ships(left("1", quantity), shipment=shipment)
        ready.bills(shipment)
    return ready


def test_a_payment_of_an_order_pays_one_invoice_after_the_other_and_stays_on_the_first():
    ready = billed_twice()
    charges(ready, order="O1", amount=eur("48.00"))
    assert open_items(ready) == {"INV-2026-000002": "72.00"}
    charges(ready, "P2", order="O1", amount=eur("72.00"))
    refunds(ready, "60.00", payment="P2")
    assert open_items(ready) == {"INV-2026-000002": "60.00"}
    refunds(ready, payment="P1")
    assert open_items(ready) == {INV: "48.00", "INV-2026-000002": "60.00"}
    assert_money_agrees(ready)


def test_a_part_that_goes_back_leaves_what_was_paid_first():
    ready = billed_twice()
    charges(ready, order="O1", amount=eur("120.00"))
    refunds(ready, "72.00")
    assert open_items(ready) == {"INV-2026-000002": "72.00"}
    assert_money_agrees(ready)


def test_money_for_nothing_in_particular_is_on_account():
    ready, _ = counter()
    charges(ready, invoice="", amount=eur("15.00"))
    (receipt,) = receipts(ready)
    assert (receipt.unapplied, receipt.transaction.text) == (eur("15.00"), ())


def test_what_was_paid_meanwhile_is_not_paid_twice():
    ready, _ = counter()
    authorises(ready)
    ready.gets("100.00", text=INV, reference=INV)
    ready.applies()
    captures(ready)
    card = next(each for each in receipts(ready) if each.id.startswith("P1/"))
    assert (owed(ready), card.unapplied) == ("0.00", eur("100.00"))
    assert_money_agrees(ready)


def test_a_refund_makes_the_invoice_owed_again():
    ready, _ = counter()
    charges(ready)
    assert refunds(ready).status is PaymentStage.REFUNDED
    assert owed(ready) == "120.00"
    assert_money_agrees(ready)


def test_a_part_goes_back_and_the_rest_still_pays():
    ready, _ = counter()
    charges(ready)
    assert refunds(ready, "50.00").status is PaymentStage.PART_REFUNDED
    assert owed(ready) == "50.00"
    assert refunds(ready, "50.00").refunded == eur("50.00")
    refunds(ready, "30.00", "r2")
    assert owed(ready) == "80.00"
    assert_money_agrees(ready)


def test_money_on_account_goes_back_first():
    ready, _ = counter()
    charges(ready, order="O1", amount=eur("150.00"))
    refunds(ready, "30.00")
    assert owed(ready) == "0.00"
    refunds(ready, "10.00", "r2")
    assert owed(ready) == "10.00"
    assert_money_agrees(ready)


def test_a_refund_takes_from_the_last_capture_first():
    ready, _ = counter()
    authorises(ready)
    captures(ready, "70.00", "c1")
    captures(ready, "50.00", "c2")
    refunds(ready, "60.00")
    assert [str(each.kept.amount) for each in receipts(ready)] == ["60.00", "0.00"]
    assert owed(ready) == "60.00"
    assert_money_agrees(ready)


def test_what_was_credited_is_paid_back_and_not_owed_twice():
    ready, _ = counter()
    charges(ready)
    note = credits(ready, amount=eur("50.00"))
    assert open_items(ready) == {note.id: "-50.00"}
    refunds(ready, "50.00")
    assert open_items(ready) == {}
    assert_money_agrees(ready)


def test_an_item_paid_without_cash_too_is_opened_for_all_of_it():
    """A discount that came with the payment does not outlive its refund."""
    from otcore.payments.allocation import Adjustment, Allocation, Why
    from otcore.reconciliation.commands import ApplyReceiptTo

    ready, _ = counter()
    charges(ready, invoice="", amount=eur("117.60"))
    (receipt,) = receipts(ready)
    taken = Allocation(INV, eur("117.60"), (Adjustment(Why.DISCOUNT, eur("2.40")),))
    ready.handle(ApplyReceiptTo(receipt=receipt.id, allocations=(taken,), day=DAY))
    assert owed(ready) == "0.00"
    refunds(ready, "17.60")
    assert owed(ready) == "20.00"
    assert_money_agrees(ready)


def test_a_chargeback_that_the_gateway_tells_of_takes_the_money_back():
    ready, gateway = counter()
    charges(ready)
    (key,) = gateway.gateway._accounts
    gateway.gateway.by_hand(key, Doing.CHARGEBACK, eur("120.00"))
    assert reconciles(ready).status is PaymentStage.REFUNDED
    (receipt,) = receipts(ready)
    assert (owed(ready), receipt.returned) == ("120.00", eur("120.00"))
    assert_money_agrees(ready)


def test_a_gateway_that_captures_less_pays_less():
    ready, _ = counter(Failing.NOT, Failing.PART)
    assert charges(ready).status is PaymentStage.PART_CAPTURED
    assert owed(ready) == "60.00"
    assert_money_agrees(ready)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"gateway": "paypal"}, "GATEWAY_UNKNOWN"),
        ({"invoice": INV, "order": "O1"}, "TARGET_UNCLEAR"),
        ({"customer": "C2"}, "CUSTOMER_DIFFERS"),
        ({"order": "O1", "customer": "C2"}, "CUSTOMER_DIFFERS"),
        ({"order": "O1"}, "AMOUNT_MISSING"),
        ({"invoice": ""}, "AMOUNT_MISSING"),
        ({"amount": eur("120.01")}, "MORE_THAN_OPEN"),
        ({"amount": eur("0.00")}, "AMOUNT_NOT_POSITIVE"),
        ({"amount": Money("1.00", "USD")}, "CURRENCY_DIFFERS"),
    ],
)
def test_what_cannot_be_paid_is_refused_and_the_gateway_hears_nothing(more: dict[str, Any], code: str):
    ready, gateway = counter()
    assert refused(ready, lambda: charges(ready, **more)).code == code
    assert gateway.calls == 0


def test_another_payment_under_the_same_id_is_refused():
    ready, _ = counter()
    charges(ready)
    assert refused(ready, lambda: charges(ready, amount=eur("1.00"))).code == "MORE_THAN_OPEN"
    assert refused(ready, lambda: charges(ready, invoice="", amount=eur("1.00"))).code == "PAYMENT_EXISTS"


def test_while_a_payment_may_take_money_another_one_waits():
    ready, gateway = counter()
    authorises(ready)
    assert refused(ready, lambda: charges(ready, "P2")).code == "PAYMENT_PENDING"
    voids(ready)
    assert charges(ready, "P2").status is PaymentStage.CAPTURED
    assert gateway.calls == 4


def test_two_orders_do_not_wait_for_each_other():
    ready, _ = counter()
    billed(ready, order="O2")
    authorises(ready)
    assert charges(ready, "P2", invoice="INV-2026-000002").status is PaymentStage.CAPTURED


def test_a_card_number_is_never_taken():
    ready, gateway = counter()
    with pytest.raises(Invalid, match="CARD_NUMBER"):
        charges(ready, token="4111111111111111")
    assert gateway.calls == 0


def test_a_payment_is_looked_at_by_its_id():
    ready, _ = counter()
    charges(ready)
    assert payment(ready).invoice == INV
