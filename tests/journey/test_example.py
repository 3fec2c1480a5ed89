"""The bundled example shows what order to cash meets, and its figures are right."""

import csv
from decimal import Decimal
from io import StringIO

import pytest
from lxml import etree

from otcore.adapters.ubl.order import read_order
from otcore.cli.documents import DocumentKind
from otcore.cli.order_words import standing, why
from otcore.values.decimals import decimal_of
from tests.journey.inboxes import EXAMPLE, example

CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"


@pytest.fixture
def books(example_run):
    return example_run[0].books


def test_every_document_is_taken_in(example_run):
    done = example_run[0]
    assert done.failures == ()
    assert dict(done.taken.new) == {
        DocumentKind.SELLER: 1,
        DocumentKind.CUSTOMER: 6,
        DocumentKind.PRODUCT: 10,
        DocumentKind.ORDER: 14,
        DocumentKind.CANCELLATION: 1,
        DocumentKind.DESPATCH: 12,
        DocumentKind.STATEMENT: 2,
    }


@pytest.mark.parametrize(
    ("order", "stands", "because"),
    [
        ("C1003/APM-311", "held (credit)", "over the limit of 2500.00 EUR"),
        ("C1006/BH-0081", "held (incomplete)", "PRODUCT_UNKNOWN"),
        ("C1002/ZL2026-0088", "part shipped", "line 1: 6 of 24 on backorder"),
        ("C1002/ZL2026-0093", "rejected", "CURRENCY_NOT_AGREED"),
        ("C1001/LK-26-0502", "cancelled", "Ordered twice by mistake."),
        ("C1005/S-2026-09", "closed", "line 2: 500 of 5000 will not follow"),
        ("C1001/LK-26-0533", "closed", "line 2: no longer sold"),
        ("C1001/LK-26-0417", "closed", ""),
    ],
)
def test_orders_meet_what_orders_meet(books, order, stands, because):
    found = next(each for each in books.orders if each.id == order)
    assert standing(found) == stands
    assert because in why(found)


def test_cash_comes_in_every_way(books):
    (report,) = books.cash
    assert [(line.standing, line.rule, line.reason, len(line.allocations)) for line in report.lines] == [
        ("applied", "STRUCTURED_REFERENCE", "", 1),
        ("applied", "STRUCTURED_REFERENCE", "", 1),
        ("applied", "NUMBERS_EXACT_SUM", "", 2),
        ("on account", "STRUCTURED_REFERENCE", "OVERPAYMENT", 1),
        ("unidentified", "", "NO_REFERENCE", 0),
        ("applied", "STRUCTURED_REFERENCE", "SHORT_PAYMENT", 1),
        ("unapplied", "", "SUM_DIFFERS", 0),
        ("applied", "STRUCTURED_REFERENCE", "", 1),
        ("unapplied", "", "NO_REFERENCE", 0),
    ]


def test_invoices_are_numbered_without_a_gap_in_the_order_of_despatch(books):
    assert [invoice.id for invoice in books.invoices] == [f"INV-2026-{count:06d}" for count in range(1, 13)]
    assert [invoice.shipment for invoice in books.invoices] == [f"DA-26-{count:04d}" for count in range(101, 113)]


@pytest.mark.parametrize("path", sorted(EXAMPLE.glob("orders/*.xml")), ids=lambda path: path.stem)
def test_an_order_states_the_totals_that_follow_from_its_lines(path, books):
    document = read_order(path.read_bytes())
    placed = next(order for order in books.orders if order.id.endswith(f"/{document.id}"))
    stated = next(leaf for leaf in document.details.unread if leaf.path.endswith("/cbc:TaxInclusiveAmount"))
    # A line that is no longer sold is ordered, but is worth nothing.
    unsold = sum((line.agreed.price.extend(line.ledger.ordered) for line in placed.lines if not line.agreed.sold), 0)
    assert placed.value.amount == decimal_of(stated.text) - round(unsold * Decimal("1.19"), 2)


def test_what_is_open_is_what_was_invoiced_less_what_was_applied(example_run):
    done, files = example_run
    invoiced = sum(
        Decimal(etree.fromstring(data).findtext(f".//{CBC}PayableAmount"))
        for name, data in files.items()
        if name.startswith("invoices/")
    )
    cash = list(csv.DictReader(StringIO(files["cash-report.csv"].decode())))
    applied = sum(Decimal(row["applied"]) for row in cash)
    (figures,) = done.books.kpi.figures
    assert figures.balance.open.amount == invoiced - applied
    assert figures.balance.difference.minor == 0


def test_what_came_in_is_what_the_bank_says(example_run):
    statements = [etree.fromstring(example(f"statements/{name}.xml")) for name in ("2026-04", "2026-05-15")]
    entries = [entry for statement in statements for entry in statement.iter("{*}Ntry")]
    booked = sum(Decimal(e.findtext("{*}Amt")) for e in entries if e.findtext("{*}CdtDbtInd") == "CRDT")
    (report,) = example_run[0].books.cash
    assert report.received.amount == booked
    assert report.received == report.applied + report.on_account + report.unidentified + report.unapplied


def test_the_figures_of_the_example(books):
    """Worked out by hand: 19,820.46 invoiced within 90 days, 11,071.08 paid; 8,749.38 / 19,820.46 x 90 = 39.7 days."""
    (figures,) = books.kpi.figures
    assert [str(bucket) for bucket in figures.aging.total.buckets] == [
        "2659.50 EUR", "2448.79 EUR", "3641.09 EUR", "0.00 EUR", "0.00 EUR",
    ]  # fmt: skip
    assert str(figures.balance.open) == "8749.38 EUR"
    assert str(figures.dso.printed) == "39.7"
    assert str(figures.balance.unapplied) == "5076.67 EUR"


def test_the_identifiers_of_the_example_are_well_formed(books):
    """IBAN (ISO 13616) and GLN (GS1): the readers check the first; the last digit of a GLN is checked here."""
    gln = [party.endpoint.value for party in _parties(books) if party.endpoint and party.endpoint.scheme == "0088"]
    assert gln
    for number in gln:
        assert sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(number)) % 10 == 0


def _parties(books):
    return [books.seller.party, *(customer.profile.party for customer in books.customers.values())]
