"""The Peppol documents of the case files: read without loss, and the orders placed."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from lxml import etree

import otcore as ot
from otcore.adapters.ubl.cancellation import read_order_cancellation
from otcore.adapters.ubl.despatch import read_despatch_advice
from otcore.adapters.ubl.kinds import DocumentKind, document_kind
from otcore.adapters.ubl.order import read_order
from otcore.adapters.ubl.order_response import write_order_response
from otcore.adapters.xml import read_xml
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from tests.adapters.ubl.loss import overlooked
from tests.case_files import CASES

FOLDER = CASES / "orders/peppol"
EXAMPLE = "Order_Example.xml"
SCENARIO_1 = "Advanced_Ordering_scenarios/advanced_ordering_sc1/Order_sc1.xml"
USE_CASE = "Despatch_Advice_use_cases/DespatchAdvice-BIS3_UseCase{}.xml"

READERS = {
    DocumentKind.ORDER: read_order,
    DocumentKind.ORDER_CANCELLATION: read_order_cancellation,
    DocumentKind.DESPATCH_ADVICE: read_despatch_advice,
}


def files(pattern):
    """The case files of a name, as paths below their folder; none where the folder is absent."""
    return sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob(pattern))


def data(cases, name):
    return (cases / "orders/peppol" / name).read_bytes()


@pytest.mark.parametrize("name", [*files("Order_*.xml"), *files("OrderCancellation*.xml"), *files("Despatch*.xml")])
def test_a_document_is_read_without_loss(name, cases):
    document = data(cases, name)
    assert overlooked(READERS[document_kind(document)], document) == []


@pytest.mark.parametrize("name", files("*.xml"))
def test_the_kind_of_a_document_is_what_its_name_says(name, cases):
    kinds = {
        "Order": DocumentKind.ORDER,
        "OrderCancellation": DocumentKind.ORDER_CANCELLATION,
        "OrderChange": DocumentKind.ORDER_CHANGE,
        "OrderResponse": DocumentKind.ORDER_RESPONSE,
        "OrderResponseAdvanced": DocumentKind.ORDER_RESPONSE,
        "OrderAgreement": DocumentKind.ORDER_RESPONSE,  # UBL has no other root for it
        "DespatchAdvice": DocumentKind.DESPATCH_ADVICE,
        "DespatchAdvice-BIS3": DocumentKind.DESPATCH_ADVICE,
    }
    word = name.rpartition("/")[2].rpartition("_")[0]
    assert document_kind(data(cases, name)) is kinds.get(word, DocumentKind.UNKNOWN)


def test_the_despatch_of_every_kind_of_part_is_read_as_its_guide_says(cases):
    advice = read_despatch_advice(data(cases, USE_CASE.format(2)))
    pieces = {count: ot.Quantity(count, "EA") for count in (0, 3, 4, 6, 10, 12)}
    assert [(line.line, line.quantity, line.outstanding) for line in advice.lines] == [
        ("1", pieces[10], None),
        ("2", pieces[6], pieces[4]),
        ("3", pieces[6], pieces[0]),
        ("4", pieces[6], pieces[3]),
        ("5", pieces[12], None),
    ]
    assert [line.reason for line in advice.lines] == ["", "AV", "AV", "AV", "WQ"]
    assert (advice.order, advice.day) == ("4321", date(2013, 3, 13))


def test_two_lots_of_one_order_line_are_one_delivery(cases):
    advice = read_despatch_advice(data(cases, USE_CASE.format(5)))
    assert [(line.line, str(line.quantity)) for line in advice.lines] == [
        ("1", "23 EA"),
        ("2", "6 EA"),
        ("3", "3.975 KGM"),
        ("5", "3 EA"),
    ]


@pytest.fixture
def otc():
    """A seller's books for a document, in a scope of its own, for the documents share identifiers."""
    store = ot.MemoryStore()

    def opened(document, name):
        house = ot.House(seller=ot.Seller(party=document.seller))
        books = ot.OrderToCash(store, house, scope=ot.Scope("cases", name))
        profile = ot.Profile(party=document.buyer, currency=document.currency)
        books.handle(ot.OnboardCustomer("buyer", profile))
        for line in document.lines:
            if line.product:
                product = ot.Product(line.product, line.name, line.quantity.unit, line.price, line.tax)
                books.handle(ot.ListProduct(product))
                books.handle(ot.ReceiveStock(line.product, "MAIN", line.quantity))
        return books

    return opened


@pytest.mark.parametrize("name", files("Order_*.xml"))
def test_a_real_order_is_placed_with_all_that_it_says(name, cases, otc):
    document = read_order(data(cases, name))
    order = otc(document, name).handle(document.command("buyer", document.id))
    assert order.details == document.details
    assert [(line.id, line.ledger.ordered) for line in order.lines] == [
        (line.id, line.quantity.value) for line in document.lines
    ]


def test_the_full_example_comes_after_its_offer_ended_and_is_rejected(cases, otc):
    document = read_order(data(cases, EXAMPLE))
    order = otc(document, EXAMPLE).handle(document.command("buyer", "34"))
    assert order.status is Status.REJECTED
    assert order.reasons == ("OFFER_EXPIRED: valid until 2013-01-31, placed on 2018-09-01",)


def in_time(document):
    """The command of the full example, on a day when its offer stood."""
    return evolve(document.command("buyer", "34"), day=date(2013, 1, 15))


def test_the_full_example_in_time_is_promised_and_confirmed(cases, otc):
    document = read_order(data(cases, EXAMPLE))
    books = otc(document, EXAMPLE)
    order = books.handle(in_time(document))
    assert order.promised
    assert [line.ledger.allocated for line in order.lines] == [120, 15]
    answered = books.handle(ot.AcknowledgeOrder(order="34", day=date(2013, 1, 16)))
    assert (answered.response, answered.status) == (ResponseCode.ACCEPTED, Status.CONFIRMED)


def test_the_value_of_the_full_example_follows_from_its_lines(cases, otc):
    document = read_order(data(cases, EXAMPLE))
    order = otc(document, EXAMPLE).handle(in_time(document))
    taxable = Decimal("6300.00") + Decimal("225.00") - Decimal("652.50")
    assert order.value.amount == taxable + Decimal("1468.13") + Decimal("400.00")


def test_items_that_nobody_has_a_number_for_wait_for_a_person(cases, otc):
    document = read_order(data(cases, SCENARIO_1))
    order = otc(document, SCENARIO_1).handle(document.command("buyer", "Order-1"))
    assert [(hold.kind, hold.code) for hold in order.holds] == [(HoldKind.INCOMPLETE, "PRODUCT_UNKNOWN")] * 2


def test_a_cancellation_of_the_scenarios_cancels_its_order(cases, otc):
    document = read_order(data(cases, SCENARIO_1))
    books = otc(document, SCENARIO_1)
    books.handle(document.command("buyer", "Order-1"))
    word = read_order_cancellation(data(cases, SCENARIO_1.replace("Order_sc1", "OrderCancellation_sc1")))
    assert word.order == document.id
    cancelled = books.handle(word.command("Order-1"))
    assert (cancelled.status, cancelled.reasons) == (Status.CANCELLED, (word.note,))


def paths(element, above=""):
    """Every path of elements and attributes, without positions."""
    path = f"{above}/{etree.QName(element).localname}"
    yield path
    yield from (f"{path}/@{name}" for name in element.attrib)
    for child in element:
        yield from paths(child, path)


def test_a_response_is_built_like_the_official_example(cases, otc):
    document = read_order(data(cases, EXAMPLE))
    books = otc(document, EXAMPLE)
    short = evolve(document.lines[0], quantity=ot.Quantity("200", "EA"))
    books.handle(evolve(in_time(document), lines=(short, document.lines[1])))
    order = books.handle(ot.AcknowledgeOrder(order="34", day=date(2013, 1, 16)))
    written = write_order_response(order, document.seller, response_id="101", day=date(2013, 1, 16))
    official = set(paths(read_xml(data(cases, "OrderResponse_Example.xml"))))
    assert order.response is ResponseCode.CHANGED
    assert set(paths(read_xml(written))) - official == set()
