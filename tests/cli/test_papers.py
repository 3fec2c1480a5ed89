"""The files of the out folder come from the store, whoever wrote in it."""

import json
from datetime import date

import pytest

from otcore import (
    House,
    IssueCreditNote,
    IssueInvoice,
    MemoryStore,
    OnboardCustomer,
    OrderToCash,
    Party,
    PlaceOrder,
    PostDespatch,
    Profile,
    Quantity,
    RequestedLine,
)
from otcore.app.sync import MAIN
from otcore.cli.books import latest_day, read_books
from otcore.cli.delivering import take_despatch
from otcore.cli.documents import Failure
from otcore.cli.host import Host
from otcore.cli.ordering import take_order
from otcore.cli.papers import papers
from otcore.orders.commands import AcknowledgeOrder
from otcore.orders.shipments.shipment import DespatchLine
from tests.cli.selling import DAY, SELLER, despatch, order, selling_host


@pytest.fixture
def store():
    return MemoryStore()


def written(o2c):
    return list(papers(read_books(o2c, SELLER, DAY)))


def names(o2c):
    return [paper[0] for paper in written(o2c) if not isinstance(paper, Failure)]


def place(o2c, id, customer="A"):
    line = RequestedLine(id="1", product="P", quantity=Quantity("10", "C62"))
    o2c.handle(PlaceOrder(order=id, customer=customer, day=DAY, currency="EUR", lines=(line,)))


def test_the_same_books_give_the_same_files():
    host = selling_host()
    take_order(host, order("1"))
    take_despatch(host, despatch("D1", "1", "4"))
    assert written(host.o2c) == written(host.o2c)
    assert names(host.o2c) == [
        "order-responses/A_1.xml",
        "invoices/INV-2026-000001.xml",
        "cash-report.csv",
        "cash-report.json",
        "kpi.html",
        "kpi.json",
        "summary.json",
    ]


def test_an_order_that_was_not_answered_has_no_response():
    host = selling_host()
    place(host.o2c, "A/1")
    assert not any(name.startswith("order-responses/") for name in names(host.o2c))


def test_an_order_that_another_host_placed_has_a_file_under_its_own_id():
    host = selling_host()
    place(host.o2c, "web_1")
    host.o2c.handle(AcknowledgeOrder(order="web_1", day=DAY))
    assert names(host.o2c)[0] == "order-responses/web%5F1.xml"


def test_a_response_that_cannot_be_written_is_told():
    host = selling_host()
    place(host.o2c, "bell \x07")
    host.o2c.handle(AcknowledgeOrder(order="bell \x07", day=DAY))
    failure = written(host.o2c)[0]
    assert isinstance(failure, Failure)
    assert failure.file == "order-responses/bell%20%07.xml"
    assert {fault.code for fault in failure.faults} == {"TEXT_NOT_XML"}


def test_an_invoice_that_cannot_be_written_is_told():
    """Another host, whose house asks less of an invoice, issued it."""
    host = selling_host()
    host.o2c.handle(OnboardCustomer("C", Profile(party=Party("No endpoint"), currency="EUR")))
    take_order(host, order("1", "C"))
    lax = OrderToCash(host.o2c._store, House(seller=SELLER))
    line = DespatchLine("1", Quantity("1", "C62"))
    lax.handle(PostDespatch(shipment="D", order="C/1", day=DAY, lines=(line,)))
    lax.handle(IssueInvoice(shipment="D", day=DAY))
    (failure,) = [paper for paper in written(host.o2c) if isinstance(paper, Failure)]
    assert (failure.file, failure.document) == ("invoices/INV-2026-000001.xml", "invoice INV-2026-000001")


def test_credit_notes_that_another_host_issued_are_written():
    host = selling_host()
    take_order(host, order("1"))
    take_despatch(host, despatch("D1", "1", "4"))
    host.o2c.handle(IssueCreditNote(invoice="INV-2026-000001", day=DAY, reason="bent"))
    (note,) = (data for name, data in written(host.o2c) if name == "credit-notes/CN-2026-000001.xml")
    assert b"<CreditNote " in note


def test_pages_are_beside_what_is_written_and_change_nothing_of_it():
    host = selling_host()
    take_order(host, order("1"))
    take_despatch(host, despatch("D1", "1", "4"))
    host.o2c.handle(IssueCreditNote(invoice="INV-2026-000001", day=DAY, reason="bent"))
    more = dict(paper for paper in papers(read_books(host.o2c, SELLER, DAY), pages=True) if isinstance(paper, tuple))
    pages = {name: data for name, data in more.items() if name not in names(host.o2c)}
    assert list(pages) == ["invoice-pages/INV-2026-000001.html", "invoice-pages/CN-2026-000001.html"]
    assert all(b'lang="de' in data for data in pages.values())
    assert more.keys() - pages.keys() == set(names(host.o2c))


def test_figures_without_a_value_say_why():
    host = selling_host()
    take_order(host, order("1"))
    take_despatch(host, despatch("D1", "1", "4"))
    later = dict(paper for paper in papers(read_books(host.o2c, SELLER, date(2027, 3, 1))) if isinstance(paper, tuple))
    figures = json.loads(later["kpi.json"])["currencies"][0]
    assert figures["dso"]["days"] == {"none": "NO_SALES"}
    assert figures["overdue"] == {"amount": "47.60", "percent": "100.0"}


def test_the_latest_day_is_that_of_the_latest_document(store):
    host = Host.over(store, SELLER, DAY, MAIN)
    assert latest_day(host.o2c) is None
    host = selling_host()
    take_order(host, order("1"))
    assert latest_day(host.o2c) == DAY
