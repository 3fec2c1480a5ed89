"""The day of the figures, and runs that bring little or nothing."""

from datetime import date

import pytest

from otcore import DespatchLine, House, IssueInvoice, OrderToCash, Party, PostDespatch, Quantity, Seller
from otcore.cli.bad_use import BadUse
from otcore.cli.progress import silent
from otcore.cli.running import Order, run
from otcore.cli.stores import opened
from tests.journey.inboxes import example, inbox_of, papers, put, taken_in


@pytest.fixture
def store(tmp_path):
    return str(tmp_path / "books.db")


def test_the_day_is_that_of_the_latest_document_taken_in(tmp_path, store):
    """A document that fails has no say in it."""
    inbox = inbox_of(tmp_path / "inbox")
    late = (
        example("despatch-advices/DA-26-0101.xml").replace(b"DA-26-0101", b"DA-2").replace(b"2026-03-05", b"2027-01-01")
    )
    put(inbox, "late.xml", late)
    done = taken_in(inbox, tmp_path / "out", store)
    assert [failure.document for failure in done.failures] == ["despatch advice DA-2"]
    assert done.books.as_of == date(2026, 4, 30)


def test_an_empty_inbox_over_an_old_store_brings_the_files_anew(tmp_path, store):
    taken_in(inbox_of(tmp_path / "inbox"), tmp_path / "out", store)
    (tmp_path / "empty").mkdir()
    done = taken_in(tmp_path / "empty", tmp_path / "again", store)
    assert (done.files, done.failures) == (0, ())
    assert papers(tmp_path / "again") == papers(tmp_path / "out")


def test_an_empty_inbox_over_an_empty_store_has_no_seller(tmp_path, store):
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadUse, match="no seller document"):
        taken_in(tmp_path / "empty", tmp_path / "out", store)


def test_master_data_alone_is_as_of_today(tmp_path, store):
    inbox = inbox_of(tmp_path / "inbox", ("seller.json", "customers.csv"))
    assert taken_in(inbox, tmp_path / "out", store).books.as_of == date.today()


def test_an_earlier_day_shows_the_books_as_they_were(tmp_path, store):
    inbox = inbox_of(tmp_path / "inbox")
    order = Order(inbox=inbox, out=tmp_path / "out", store=store, as_of=date(2026, 3, 31))
    (figures,) = run(order, silent).books.kpi.figures
    assert str(figures.balance.open) == "2278.69 EUR"
    (figures,) = taken_in(inbox, tmp_path / "out", store).books.kpi.figures
    assert str(figures.balance.open) == "0.00 EUR"


def test_items_fall_overdue_on_the_day(tmp_path, store):
    inbox = inbox_of(
        tmp_path / "inbox",
        ("seller.json", "customers.csv", "products.json", "orders/LK-26-0417.xml", "despatch-advices/DA-26-0101.xml"),
    )
    on_the_due_day = Order(inbox=inbox, out=tmp_path / "out", store=store, as_of=date(2026, 4, 4))
    assert not run(on_the_due_day, silent).books.items["INV-2026-000001"].overdue
    the_day_after = Order(inbox=inbox, out=tmp_path / "out", store=store, as_of=date(2026, 4, 5))
    assert run(the_day_after, silent).books.items["INV-2026-000001"].overdue


def test_an_invoice_of_another_host_that_cannot_be_written_is_a_failure(tmp_path, store):
    taken_in(inbox_of(tmp_path / "inbox"), tmp_path / "out", store)
    with opened(store) as books:
        careless = OrderToCash(books, House(seller=Seller(party=Party("No address"))))
        line = DespatchLine("1", Quantity("4", "C62"))
        careless.handle(PostDespatch(shipment="D", order="C1005/S-2026-11", day=date(2026, 3, 25), lines=(line,)))
        careless.handle(IssueInvoice(shipment="D", day=date(2026, 3, 25)))
    (failure,) = taken_in(tmp_path / "inbox", tmp_path / "out", store).failures
    assert (failure.file, failure.document) == ("invoices/INV-2026-000002.xml", "invoice INV-2026-000002")


def test_a_cancellation_may_be_written_as_json(tmp_path, store):
    inbox = inbox_of(tmp_path / "inbox")
    said = b'{"cancellation": {"order": "S-2026-11", "date": "2026-03-24", "reason": "not needed"}}'
    put(inbox, "cancellation.json", said)
    books = taken_in(inbox, tmp_path / "out", store).books
    assert [order.status.value for order in books.orders if order.id == "C1005/S-2026-11"] == ["cancelled"]
