"""Reading a UBL order cancellation."""

from datetime import date

from otcore.adapters.ubl.cancellation import read_order_cancellation
from otcore.orders.commands import CancelOrder
from tests.adapters.ubl.documents import CANCELLATION, ORDER, but, codes
from tests.adapters.ubl.loss import overlooked


def test_a_cancellation_names_the_buyers_order():
    read = read_order_cancellation(CANCELLATION)
    assert (read.id, read.issued, read.order) == ("C-1", date(2026, 3, 2), "PO-77")
    assert read.buyer.name == "Harbour Clinic"


def test_its_notes_say_why():
    assert read_order_cancellation(CANCELLATION).note == "Ordered twice\nSee the mail"


def test_nothing_of_a_cancellation_is_overlooked():
    assert overlooked(read_order_cancellation, CANCELLATION) == []


def test_it_cancels_the_order_in_the_sellers_books():
    command = read_order_cancellation(CANCELLATION).command("O-1")
    assert command == CancelOrder(order="O-1", day=date(2026, 3, 2), reason="Ordered twice\nSee the mail")


def test_its_faults_are_reported_together():
    data = but(CANCELLATION, (">C-1<", "><"), (">2026-03-02<", ">?<"), (">PO-77<", "><"), (">DK</cbc:Id", ">d</cbc:Id"))
    assert codes(read_order_cancellation, data) == ["XML_MISSING", "DATE_FORMAT", "XML_MISSING", "COUNTRY_FORMAT"]


def test_it_cancels_one_order_only():
    twice = "<cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>"
    assert codes(read_order_cancellation, but(CANCELLATION, (twice, twice * 2))) == ["XML_REPEATED"]


def test_another_document_is_not_taken_for_a_cancellation():
    assert codes(read_order_cancellation, ORDER) == ["UBL_DOCUMENT"]
