"""The invoice document says who, whom, which order and despatch, when due and how to pay."""

from datetime import date
from decimal import Decimal

import pytest

from otcore.customers.customer import Customer
from otcore.invoicing.billing import billable
from otcore.invoicing.calculation import calculate
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.drafting import draft
from otcore.invoicing.reference import is_creditor_reference
from otcore.invoicing.seller import Seller
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment, ShipmentLine
from otcore.values.faults import Invalid
from otcore.values.party import Address, Identifier, Party
from otcore.values.price import UnitPrice
from otcore.values.terms import PaymentTerms
from tests.orders.examples import DAY, confirmed, customer, dec, line, pieces, placed, promised

SELLER = Seller(party=Party("Seller"), iban="DE89370400440532013000", bic="COBADEFFXXX", account_name="Seller Ltd")
SHIPPED = date(2026, 3, 5)
DETAILS = OrderDetails(
    reference="PO-7",
    buyer_reference="desk 4",
    accounting_cost="4711",
    contract="CT-1",
    delivery=Delivery(location=Identifier("7300010000001", "0088"), name="Gate 3", address=Address(city="Oslo")),
)


def of_four(order: Order) -> Shipment:
    return Shipment("S1", "O1", "C1", SHIPPED, (ShipmentLine("1", dec(4), dec(0), ""),), order.value)


def drafted(
    number: str = "INV-2026-000001",
    buyer: Customer | None = None,
    order: Order | None = None,
    seller: Seller = SELLER,
) -> InvoiceDocument:
    order = order or confirmed(promised(placed(details=DETAILS)))
    bill = billable(order, of_four(order))
    return draft(number, DAY, seller, buyer or customer(), order, of_four(order), bill, calculate(bill))


def test_the_document_names_the_papers_it_belongs_to():
    document = drafted()
    assert (document.order_reference, document.sales_order, document.despatch_reference) == ("PO-7", "O1", "S1")
    assert (document.buyer_reference, document.accounting_cost, document.contract) == ("desk 4", "4711", "CT-1")


def test_an_order_without_a_number_of_the_buyer_is_named_by_its_own():
    assert drafted(order=confirmed(promised(placed()))).order_reference == "O1"


def test_the_document_says_who_sells_and_who_buys():
    assert (drafted().seller, drafted().buyer) == (SELLER.party, customer().profile.party)


def test_an_invoice_is_due_by_the_agreed_terms():
    buyer = customer(terms=PaymentTerms(days=10, end_of_month=True))
    assert (drafted(buyer=buyer).issued, drafted(buyer=buyer).due) == (DAY, date(2026, 3, 31))


@pytest.mark.parametrize(
    ("terms", "note"),
    [
        (PaymentTerms(days=14), "Net 14 days"),
        (PaymentTerms(days=0, end_of_month=True), "Net 0 days, end of month"),
        (PaymentTerms(note="On receipt"), "On receipt"),
    ],
)
def test_the_terms_are_stated_in_words(terms: PaymentTerms, note: str):
    assert drafted(buyer=customer(terms=terms)).terms_note == note


def test_a_payer_is_asked_for_a_creditor_reference():
    payment = drafted().payment
    assert is_creditor_reference(payment.payment_id)
    assert payment.payment_id.endswith("INV2026000001")
    assert (payment.iban, payment.bic, payment.account_name) == (SELLER.iban, SELLER.bic, SELLER.account_name)


def test_a_number_too_long_for_a_creditor_reference_is_refused():
    with pytest.raises(Invalid, match="CREDITOR_REFERENCE_BODY"):
        drafted(number="INVOICE-2026-00000000000001")


def test_euros_are_paid_by_sepa_other_money_by_plain_transfer():
    assert drafted().payment.means == "58"
    dollars = placed(line(price=UnitPrice("1", "USD")), currency="USD", rules=())
    assert drafted(order=confirmed(promised(dollars))).payment.means == "30"


def test_without_an_account_the_means_of_payment_is_open():
    assert drafted(seller=Seller(party=Party("Seller"))).payment.means == "1"


def test_goods_go_where_the_order_says():
    delivery = drafted().delivery
    assert delivery is not None
    assert (delivery.day, delivery.party_name, delivery.address) == (SHIPPED, "Gate 3", Address(city="Oslo"))
    assert delivery.location == Identifier("7300010000001", "0088")


def test_else_where_the_customer_wants_its_goods_else_where_it_is():
    plain = confirmed(promised(placed()))
    home = Party("Acme", address=Address(city="Bergen"))
    at_home, elsewhere = customer(party=home), customer(party=home, delivery=Address(city="Voss"))
    for buyer, city in ((at_home, "Bergen"), (elsewhere, "Voss")):
        delivery = drafted(buyer=buyer, order=plain).delivery
        assert delivery is not None
        assert delivery.address == Address(city=city)


def test_a_line_carries_what_was_agreed():
    request = line(
        name="Bolt", description="M8", buyer_item="B-1", standard_item=Identifier("1", "0160"), accounting_cost="9"
    )
    (only,) = drafted(order=confirmed(promised(placed(request)))).lines
    assert (only.id, only.order_line, only.quantity, only.seller_item) == ("1", "1", pieces(4), "P1")
    assert (only.name, only.description, only.buyer_item) == ("Bolt", "M8", "B-1")
    assert (only.standard_item, only.accounting_cost) == (Identifier("1", "0160"), "9")


def test_the_amounts_are_those_given():
    order = confirmed(promised(placed(details=DETAILS)))
    assert drafted().totals == calculate(billable(order, of_four(order)))
    assert drafted().totals.payable.amount == Decimal("48.00")
