"""Money that somebody else sends is flagged; a parent pays for its child; a discount in time closes the invoice."""

import pytest

import otcore as ot
from otcore.invoicing.reference import creditor_reference
from otcore.payments.allocation import Why
from otcore.ports.storage import Store
from tests.orders.examples import DAY, eur
from tests.workflows.cash import (
    IBAN,
    INV1,
    INV3,
    bounces,
    decided,
    invoiced,
    sums,
    with_policies,
)
from tests.workflows.desk import Desk


def test_money_of_one_customer_that_names_anothers_invoice_is_announced():
    ready = invoiced()
    ready.onboards("C2", bank_accounts=(IBAN,))
    ready.gets("120.00", text=INV1, payer_account=IBAN)
    left = ready.applies()
    assert left.reason == "PAYER_MISMATCH"
    ready.otc.relay()
    told = [each.notice for each in ready.postbox.got if each.notice.topic == "receipt.payer_differs"]
    assert [(each.subject, each.facts["customer"], each.facts["items"]) for each in told] == [("R1", "C2", INV1)]


def test_money_of_one_customer_that_pays_anothers_invoice_is_flagged_and_announced():
    ready = invoiced()
    ready.onboards("C2", bank_accounts=(IBAN,))
    ready.gets("120.00", reference=creditor_reference(INV1), payer_account=IBAN)
    assert "PAYER_MISMATCH" in decided(ready.applies()).reasons
    ready.otc.relay()
    assert "receipt.payer_differs" in ready.postbox.topics


def test_money_under_another_customers_name_waits_where_nobody_knows_the_account():
    ready = invoiced()
    ready.onboards("C2", party=ot.Party("Physio Lindner"))
    ready.gets("120.00", text=INV1, payer_account=IBAN, payer_name="PHYSIO LINDNER")
    receipt = ready.applies()
    assert (receipt.allocations, receipt.rivals) == ((), (INV1,))
    assert decided(receipt).reasons == ("PAYER_MISMATCH",)
    ready.otc.relay()
    assert "receipt.payer_differs" in ready.postbox.topics


def with_child(ready: Desk) -> Desk:
    """HQ pays from IBAN, and shares its credit account with C5, which owes INV3."""
    ready.onboards("HQ", bank_accounts=(IBAN,))
    ready.onboards("C5", credit_account="HQ")
    ready.places(order="O5", customer="C5")
    ready.acknowledges("O5")
    ready.ships(ot.DespatchLine("1", ot.Quantity(10, "C62")), shipment="S5", order="O5")
    ready.bills("S5")
    return ready


def test_a_parent_pays_for_its_child_without_a_question():
    ready = with_child(invoiced())
    ready.gets("120.00", text=f"invoice {INV3}", payer_account=IBAN)
    receipt = ready.applies()
    assert (receipt.customer, [each.item for each in receipt.allocations]) == ("HQ", [INV3])
    assert ready.exposure("HQ") == ("0.00", "0.00", "0.00")


def test_where_the_policy_says_so_a_parent_pays_for_nobody_but_itself():
    ready = with_child(invoiced(house=with_policies(ot.Policies(ot.MatchingPolicy(for_children=False)))))
    ready.gets("120.00", text=f"invoice {INV3}", payer_account=IBAN)
    assert ready.applies().reason == "PAYER_MISMATCH"


def test_a_discount_that_is_taken_in_time_closes_the_invoice():
    two_percent = ot.DiscountTerms(ot.Percentage(2), ot.DueRule((ot.DueStep(days=10),)))
    ready = invoiced(1)
    ready.onboards("C3", terms=ot.PaymentTerms(days=30, discounts=(two_percent,)))
    ready.places(order="O7", customer="C3")
    ready.acknowledges("O7")
    ready.ships(ot.DespatchLine("1", ot.Quantity(10, "C62")), shipment="S7", order="O7")
    invoice = ready.bills("S7")
    assert ready.item(invoice.id).discounts
    ready.gets("117.60", text=f"invoice {invoice.id} less 2 % discount")
    receipt = ready.applies()
    assert (receipt.reason, ready.item(invoice.id).open) == ("DISCOUNT", eur("0.00"))
    assert ready.item(invoice.id).adjusted[0].why is Why.DISCOUNT
    bounces(ready)
    assert ready.item(invoice.id).open == eur("120.00")


# the oldest first


def test_the_oldest_are_paid_first_only_where_a_policy_says_so_and_the_receipt_says_it_too():
    for oldest_first, rule in ((False, ""), (True, "OLDEST_FIRST")):
        policies = ot.Policies(ot.MatchingPolicy(oldest_first=oldest_first))
        ready = invoiced(house=with_policies(policies))
        ready.handle(ot.LearnPayerAccount(account=IBAN, customer="C1"))
        ready.gets("150.00", text="on account", payer_account=IBAN)
        receipt = ready.applies()
        assert receipt.rule == rule
        assert bool(receipt.allocations) is oldest_first


# another currency


def test_what_was_ordered_in_the_invoices_currency_closes_it_whatever_arrived():
    ready = invoiced()
    arrived, ordered = ot.Money("130.00", "USD"), eur("120.00")
    row = ot.BankTransaction(arrived, True, False, DAY, DAY, text=(f"invoice {INV1}",), original=ordered)
    nothing = ot.Money("0", "USD")
    taken = ready.takes_in(ot.BankStatement("USD account", "1", "USD", DAY, DAY, nothing, arrived, (row,)))
    ready.handle(ot.ApplyStatement(taken.id))
    (receipt,) = ready.receipts()
    assert (receipt.reason, receipt.unapplied) == ("FX", nothing)
    assert (ready.item(INV1).open, sums(ready), sums(ready, "USD")) == (
        eur("0.00"),
        ("60.00", "0.00"),
        ("0.00", "0.00"),
    )


@pytest.mark.parametrize("text", ["PO-4711/26", "our order: PO-4711/26, thanks"])
def test_a_stranger_who_names_the_buyers_order_number_is_understood(text: str, store: Store):
    ready = invoiced(store=store)
    ready.onboards("C6")
    ready.places(order="O6", customer="C6", details=ot.OrderDetails(reference="PO-4711/26"))
    ready.acknowledges("O6")
    ready.ships(ot.DespatchLine("1", ot.Quantity(10, "C62")), shipment="S6", order="O6")
    ready.bills("S6")
    ready.gets("120.00", text=text)
    receipt = ready.applies()
    assert {*receipt.rivals, *(each.item for each in receipt.allocations)} == {INV3}
