"""What is done for each kind of document."""

from datetime import timedelta

import pytest
from attrs import evolve

from otcore import (
    AcknowledgeOrder,
    CancelOrder,
    Invalid,
    Money,
    NotFound,
    OnboardCustomer,
    Party,
    Profile,
    RecordReceipt,
    Rejected,
)
from otcore.cli.banking import apply_again
from otcore.cli.delivering import take_despatch
from otcore.cli.documents import CancellationContent, Document, DocumentKind, Sender
from otcore.cli.master_data import take_customer
from otcore.cli.ordering import take_cancellation, take_order
from otcore.cli.sellers import seller_before, take_seller
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import ORDER, RECEIPT, RECEIVABLE, SHIPMENT
from otcore.reconciliation.command import ApplyReceipt
from otcore.workflows.ask import Every, Get
from tests.cli.selling import DAY, SELLER, despatch, order, selling_host


@pytest.fixture
def host():
    return selling_host()


def cancellation(of, sender=None):
    content = CancellationContent(sender or Sender(), CancelOrder(order=of, day=DAY, reason="changed my mind"))
    return Document(DocumentKind.CANCELLATION, of, DAY, "c.json", "line 2", content)


def test_an_order_is_placed_and_answered(host):
    assert take_order(host, order("1"))
    placed = host.o2c.ask(Get(ORDER, "A/1"))
    assert (placed.status, placed.response) == (Status.CONFIRMED, ResponseCode.ACCEPTED)
    assert placed.details.reference == "1"
    assert not take_order(host, order("1"))


def test_an_order_that_was_placed_but_not_answered_is_answered_by_the_next_run(host):
    """A run that was killed between the two."""
    document = order("1")
    placed = evolve(
        document.content.command, order="A/1", details=evolve(document.content.command.details, reference="1")
    )
    host.act(document, "order", placed, "A", "1")
    assert not take_order(host, document)
    assert host.o2c.ask(Get(ORDER, "A/1")).response is ResponseCode.ACCEPTED


def test_a_rejected_order_needs_no_further_answer(host):
    document = order("1")
    content = evolve(document.content, command=evolve(document.content.command, currency="GBP"))
    take_order(host, evolve(document, content=content))
    assert host.o2c.ask(Get(ORDER, "A/1")).response is ResponseCode.REJECTED
    with pytest.raises(Rejected):
        host.o2c.handle(AcknowledgeOrder(order="A/1", day=DAY))


@pytest.mark.parametrize("sender", [Sender(), Sender("A")])
def test_a_cancellation_gives_the_order_up_once(host, sender):
    take_order(host, order("1"))
    assert take_cancellation(host, cancellation("1", sender))
    assert host.o2c.ask(Get(ORDER, "A/1")).status is Status.CANCELLED
    assert not take_cancellation(host, cancellation("1", sender))


def test_nobody_cancels_the_order_of_another(host):
    take_order(host, order("1", "A"))
    with pytest.raises(Invalid, match="ORDER_UNKNOWN"):
        take_cancellation(host, cancellation("1", Sender("B")))


def test_what_left_is_posted_and_billed(host):
    take_order(host, order("1"))
    assert take_despatch(host, despatch("D1", "1", "4"))
    assert host.o2c.ask(Get(SHIPMENT, "D1")).invoice == "INV-2026-000001"
    assert not take_despatch(host, despatch("D1", "1", "4"))


def test_a_despatch_advice_that_only_gives_up_the_rest_bills_nothing(host):
    take_order(host, order("1"))
    take_despatch(host, despatch("D1", "1", "4"))
    take_despatch(host, despatch("D2", "1", "0", outstanding="0"))
    assert [item.id for item in host.o2c.ask(Every(RECEIVABLE))] == ["INV-2026-000001"]
    assert host.o2c.ask(Get(ORDER, "A/1")).status is Status.CLOSED


def test_nothing_is_posted_when_the_invoice_could_not_be_written(host):
    host.o2c.handle(OnboardCustomer("C", Profile(party=Party("No endpoint, no country"), currency="EUR")))
    take_order(host, order("1", "C"))
    with pytest.raises(Invalid, match="invoice/buyer/endpoint"):
        take_despatch(host, despatch("D1", "1", "4"))
    with pytest.raises(NotFound):
        host.o2c.ask(Get(SHIPMENT, "D1"))


def test_what_is_no_master_data_is_not_done(host):
    document = Document(DocumentKind.CUSTOMER, "1", None, "c.csv", "line 2", (CancelOrder(order="A/1", day=DAY),))
    with pytest.raises(TypeError, match="CancelOrder is no master data"):
        take_customer(host, document)


def test_there_is_one_seller(host):
    document = Document(DocumentKind.SELLER, "Seller", None, "seller.json", "", SELLER)
    assert take_seller(host, document)
    with pytest.raises(Invalid, match="SELLER_TWICE"):
        take_seller(host, evolve(document, content=evolve(SELLER, bic="COBADEFFXXX")))


def test_the_last_invoice_remembers_the_seller(host):
    assert seller_before(host.o2c) is None
    take_order(host, order("1"))
    take_despatch(host, despatch("D1", "1", "4"))
    assert seller_before(host.o2c) == SELLER


def pay(host, id, amount, text, day=DAY):
    host.o2c.handle(RecordReceipt(receipt=id, account="bank", day=day, amount=Money(amount, "EUR"), text=text))
    return host.o2c.handle(ApplyReceipt(id))


def billed(host, *quantities):
    """An order shipped in parts, an invoice each, 11.90 a piece."""
    take_order(host, order("1"))
    for number, quantity in enumerate(quantities, 1):
        take_despatch(host, despatch(f"D{number}", "1", quantity))


def test_cash_that_a_later_receipt_explains_is_applied_in_the_end(host):
    """The first names two invoices of one amount but pays one; once the other is paid by itself, the sum fits."""
    billed(host, "4", "4")
    assert pay(host, "R1", "47.60", "INV-2026-000001 INV-2026-000002").reason == "AMBIGUOUS"
    pay(host, "R2", "47.60", "INV-2026-000002")
    apply_again(host, DAY + timedelta(days=30))
    first = host.o2c.ask(Get(RECEIPT, "R1"))
    assert [part.item for part in first.allocations] == ["INV-2026-000001"]


def test_each_success_gives_the_earlier_receipts_another_chance(host):
    """R1 fits only after R2, and R2 only after R3: one pass is not enough."""
    billed(host, "2", "3", "4")
    pay(host, "R1", "23.80", "INV-2026-000001 INV-2026-000002")
    pay(host, "R2", "35.70", "INV-2026-000002 INV-2026-000003")
    pay(host, "R3", "47.60", "INV-2026-000003")
    apply_again(host, DAY)
    assert [item.open.minor for item in host.o2c.ask(Every(RECEIVABLE))] == [0, 0, 0]


def test_cash_that_nothing_explains_stays(host):
    pay(host, "R1", "5.00", "thank you")
    apply_again(host, DAY)
    assert host.o2c.ask(Get(RECEIPT, "R1")).unapplied == Money("5.00", "EUR")


def test_the_rest_of_an_overpayment_keeps_its_reason(host):
    billed(host, "4")
    pay(host, "R1", "47.60", "INV-2026-000001")
    over = pay(host, "R2", "10.00", "INV-2026-000001")
    apply_again(host, DAY)
    assert host.o2c.ask(Get(RECEIPT, "R2")) == over
