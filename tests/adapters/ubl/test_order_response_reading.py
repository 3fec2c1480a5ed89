"""Order responses, written and read: what one side writes the other reads."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import otcore as ot
from otcore.adapters.ubl.order_response import write_order_response, write_order_response_advanced
from otcore.adapters.ubl.order_response_reading import AnsweredItem, read_order_response
from otcore.orders.acknowledgement import LineAnswer, LineCode, ResponseCode
from otcore.orders.amendments import amending
from otcore.orders.amendments.commands import RejectAmendment
from otcore.orders.commands import CancelOrder
from otcore.orders.events import OrderAcknowledged, OrderCancelled
from otcore.orders.evolution import evolve
from otcore.orders.order import Order
from otcore.values.period import Period
from tests.adapters.ubl.documents import BUYER, ORDER, SELLER, but, codes, document
from tests.adapters.ubl.loss import overlooked
from tests.adapters.ubl.test_order_response import schema
from tests.orders.amendments import PRODUCTS, agreed, amended, change, proposed
from tests.orders.amendments import SELLER as BY_SELLER
from tests.orders.examples import DAY, after, dec, eur, line, placed

HOUSE = ot.Party("Northern Supplies", endpoint=ot.Identifier("7300010000001", "0088"))
CLINIC = ot.Party("Clinic")
SOON = date(2026, 3, 9)
NOK = "<cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>"
RESPONSE = document(
    "OrderResponse",
    f"""
<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate><cbc:OrderResponseCode>CA</cbc:OrderResponseCode>
<cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>{SELLER}{BUYER}
<cac:OrderLine><cbc:Note>Later</cbc:Note><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Note>and cheaper</cbc:Note>
  <cbc:LineStatusCode>3</cbc:LineStatusCode><cbc:Quantity unitCode="C62">4</cbc:Quantity>
  <cbc:MaximumBackorderQuantity>2</cbc:MaximumBackorderQuantity>
  <cac:Price><cbc:PriceAmount currencyID="EUR">1.50</cbc:PriceAmount></cac:Price>
  <cac:Item><cbc:Name>Gloves</cbc:Name></cac:Item></cac:LineItem>
  <cac:OrderLineReference><cbc:LineID>7</cbc:LineID></cac:OrderLineReference></cac:OrderLine>""",
)


def order(*lines, **more) -> Order:
    return agreed(placed(*(lines or (line(), line("2", 4, "P2"))), products=PRODUCTS, rules=(), **more))


def read(order: Order, amendment: int | None = None):
    """What the buyer reads of the advanced response."""
    return read_order_response(
        write_order_response_advanced(order, HOUSE, response_id="R-1", day=DAY, amendment=amendment, buyer=CLINIC)
    )


def offer(*changes, **more) -> Order:
    return proposed(order(), *changes, by=BY_SELLER, **more)


def test_a_response_is_read():
    found = read_order_response(RESPONSE)
    assert (found.id, found.issued, found.code, found.order) == ("R-1", DAY, ResponseCode.CHANGED, "PO-77")
    (line,) = found.lines
    assert (line.id, line.of, line.code, line.note) == ("1", "7", LineCode.CHANGED, "Later\nand cheaper")
    assert (line.quantity, line.backordered) == (ot.Quantity(4, "C62"), dec(2))
    assert (line.price, line.item, line.substitute) == (ot.UnitPrice("1.50", "EUR"), AnsweredItem(name="Gloves"), None)


def test_an_agreement_has_no_code():
    data = but(RESPONSE, ("<cbc:OrderResponseCode>CA</cbc:OrderResponseCode>", ""))
    assert read_order_response(data).code is None


def test_nothing_of_it_is_overlooked():
    assert overlooked(read_order_response, RESPONSE) == []


@pytest.mark.parametrize(
    ("spot", "expected"),
    [
        ((">CA<", ">XX<"), ["RESPONSE_CODE"]),
        (("Code>3<", "Code>8<"), ["RESPONSE_CODE"]),
        ((">R-1<", "><"), ["XML_MISSING"]),
        (("</cbc:OrderResponseCode>", f"</cbc:OrderResponseCode>{NOK}"), ["CURRENCY_MISMATCH"]),
    ],
)
def test_its_faults_are_found(spot, expected):
    assert codes(read_order_response, but(RESPONSE, spot)) == expected


def test_another_document_is_no_response():
    assert codes(read_order_response, ORDER) == ["UBL_DOCUMENT"]


# written and read again


def test_an_offer_states_price_day_and_quantity_of_what_changes():
    found = read(offer(change("1", 5, "9.00", promised=SOON, note="fewer")), 1)
    assert (found.code, found.currency, found.sales_order) == (ResponseCode.CHANGED, "EUR", "O1")
    first, second = found.lines
    assert (first.code, first.quantity, first.price) == (
        LineCode.CHANGED,
        ot.Quantity(0, "C62"),
        ot.UnitPrice("9.00", "EUR"),
    )
    assert (first.backordered, first.promised, first.note) == (dec(5), Period(SOON, SOON), "fewer")
    assert (second.code, second.promised, second.price) == (LineCode.CHANGED, None, None)


def test_a_substitute_stands_beside_what_was_ordered():
    first, _ = read(offer(change("1", product="P3")), 1).lines
    assert (first.item.product, first.item.name) == ("P1", "Product P1")
    assert first.substitute == AnsweredItem(product="P3", name="P3")


def test_an_item_that_had_no_number_gets_the_sellers():
    of = order(line(product="", name="Gloves", buyer_item="B-7"), line("2", 4, "P2"))
    first, _ = read(proposed(of, change("1", product="P1"), by=BY_SELLER), 1).lines
    assert first.item == AnsweredItem(product="P1", name="Gloves", buyer_item="B-7")
    assert first.substitute is None


def test_a_line_that_is_added_answers_no_line_of_the_order():
    *_, new = read(offer(added=(line("3", 2, "P3", name="More"),)), 1).lines
    assert (new.code, new.id, new.of, new.quantity) == (LineCode.ADDED, "3", "", ot.Quantity(2, "C62"))
    assert new.item == AnsweredItem(product="P3", name="More")


def test_an_added_line_without_a_name_goes_by_its_number():
    *_, new = read(offer(added=(line("3", 2, "P3"),)), 1).lines
    assert new.item.name == "P3"


def test_what_the_buyer_asked_for_is_answered_by_its_number():
    accepted = amended(order(), change("1", 5), reference="C-7")
    assert (read(accepted, 1).code, read(accepted, 1).change) == (ResponseCode.ACCEPTED, "C-7")
    of = proposed(order(), change("1", 5), reference="C-7")
    assert (read(of, 1).code, read(of, 1).note) == (
        ResponseCode.RECEIVED,
        "The order has been received and is being reviewed.",
    )
    no = RejectAmendment(order="O1", day=DAY, by=BY_SELLER, reason="packed")
    assert read(after(of, amending.reject(of, no)), 1).note == "packed"


def test_a_cancellation_is_accepted():
    of = evolve(order(), OrderCancelled("by telephone", eur("1.00")))
    assert (read(of).code, read(of).note, read(of).lines) == (ResponseCode.ACCEPTED, "by telephone", ())
    assert CancelOrder(order="O1", day=DAY).reason == ""


def test_the_plain_response_states_an_offer_too():
    of = placed(line(), line("2", 4, "P2"), products=PRODUCTS)
    told = (
        LineAnswer("1", LineCode.CHANGED, dec(10), dec(0), ot.UnitPrice("9", "EUR"), SOON),
        LineAnswer("2", LineCode.ACCEPTED, dec(4), dec(0), promised=DAY),
    )
    of = evolve(of, OrderAcknowledged(DAY, ResponseCode.CHANGED, told))
    found = read_order_response(write_order_response(of, HOUSE, response_id="R-1", day=DAY, buyer=CLINIC))
    assert found.transaction == "urn:fdc:peppol.eu:poacc:trns:order_response:3"
    assert [(each.price, each.promised) for each in found.lines] == [
        (ot.UnitPrice("9", "EUR"), Period(SOON, SOON)),
        (None, None),
    ]


amounts = st.decimals(0, 10**6, places=2)
answers = st.builds(
    LineAnswer,
    st.just("1"),
    st.sampled_from([LineCode.CHANGED, LineCode.ACCEPTED, LineCode.DELIVERED]),
    st.decimals(10**6, 10**7, places=2),
    amounts,
    st.none() | st.builds(ot.UnitPrice, amounts, st.just("EUR"), st.decimals(1, 100, places=1)),
    st.none() | st.dates(date(2026, 3, 3), date(2030, 1, 1)),
    st.sampled_from(["", "P3"]),
    st.text("aä <&'\"", min_size=1, max_size=9).filter(lambda text: text == text.strip()),
)


@pytest.mark.parametrize("code", ["1", "3", "5", "7", "42"])
@pytest.mark.parametrize("write", [write_order_response, write_order_response_advanced])
def test_every_line_code_is_written(write, code: str):
    answer = LineAnswer("1", LineCode(code), dec(10), dec(0))
    of = evolve(placed(products=PRODUCTS), OrderAcknowledged(DAY, ResponseCode.CHANGED, (answer,)))
    xml = etree.fromstring(write(of, HOUSE, response_id="R-1", day=DAY, buyer=CLINIC))
    (stated,) = xml.iterfind(".//{*}LineItem/{*}LineStatusCode")
    assert stated.text == code


@given(answers)
def test_what_is_written_is_read(answer):
    of = evolve(placed(products=PRODUCTS), OrderAcknowledged(DAY, ResponseCode.CHANGED, (answer,)))
    (found,) = read(of).lines
    assert (found.of, found.code, found.note) == (answer.line, answer.code, answer.note)
    assert found.quantity == ot.Quantity(answer.quantity - answer.backordered, "C62")
    assert (found.backordered or Decimal(0), found.price) == (answer.backordered, answer.price)
    assert found.promised == (Period(answer.promised, answer.promised) if answer.promised else None)
    assert (found.substitute.product if found.substitute else "") == answer.substitute


@pytest.mark.oracle
def test_an_advanced_response_is_of_the_ubl_schema():
    """But for the number of the change that it answers, which Peppol takes from a later UBL."""
    of = offer(change("1", 5, "9.00", promised=SOON, product="P3"), added=(line("3", 2, "P3"),), reason="short")
    xml = write_order_response_advanced(of, HOUSE, response_id="R", day=DAY, amendment=1, buyer=CLINIC)
    schema().validate(etree.fromstring(xml))
    assert [entry.message for entry in schema().error_log] == []
