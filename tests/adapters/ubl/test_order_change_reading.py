"""Reading a UBL order change, and what it proposes for the order in the books."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

import otcore as ot
from otcore.adapters.ubl.order import read_order
from otcore.adapters.ubl.order_change import ChangeCode, read_order_change
from otcore.orders.amendment import LineChange, Side
from otcore.values.period import Period
from tests.adapters.ubl.documents import LINE_1, ORDER, ORDER_CHANGE, but, change_line, codes, order_change
from tests.adapters.ubl.loss import overlooked

SEVEN = LINE_1.replace("<cbc:Quantity ", "<cbc:LineStatusCode>3</cbc:LineStatusCode><cbc:Quantity ").replace(
    ">20<", ">7<"
)
FREIGHT = """<cac:AllowanceCharge>
  <cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>
  <cbc:Amount currencyID="EUR">8.00</cbc:Amount>
  <cac:TaxCategory><cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent>
    <cbc:TaxExemptionReasonCode>VATEX-EU-132</cbc:TaxExemptionReasonCode>
    <cbc:TaxExemptionReason>Article 132</cbc:TaxExemptionReason>
    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>
</cac:AllowanceCharge>"""


@pytest.fixture
def order():
    """The order of the documents, in the books of its seller."""
    document = read_order(ORDER)
    otc = ot.OrderToCash(ot.MemoryStore(), ot.House(seller=ot.Seller(party=document.seller)))
    otc.handle(ot.OnboardCustomer("C-1", ot.Profile(party=document.buyer, currency="EUR")))
    return otc.handle(document.command("C-1", "O-1"))


def changes(order, *lines):
    return read_order_change(order_change(*lines, more=FREIGHT)).command(order).changes


def refusal(order, data):
    with pytest.raises(ot.Rejected) as caught:
        read_order_change(data).command(order)
    return caught.value.code, caught.value.facts


def test_the_head_is_read():
    read = read_order_change(ORDER_CHANGE)
    assert (read.id, read.issued, read.order, read.sequence) == ("C-7", date(2026, 3, 3), "PO-77", "2")
    assert (read.currency, read.buyer.name, read.seller.name) == ("EUR", "Harbour Clinic", "Northern Supplies AB")
    assert (read.details.reference, read.details.note, read.details.buyer) == ("PO-77", "By telephone", read.buyer)


def test_every_line_says_what_becomes_of_it():
    lines = read_order_change(ORDER_CHANGE).lines
    assert [(each.line.id, each.code) for each in lines] == [
        ("1", ChangeCode.CHANGED),
        ("2", ChangeCode.DELETED),
        ("3", ChangeCode.ADDED),
    ]
    assert lines[0].line == read_order(ORDER).lines[0]


def test_nothing_of_an_order_change_is_overlooked():
    assert overlooked(read_order_change, ORDER_CHANGE) == []


def test_it_proposes_for_the_order_what_the_buyer_states(order):
    command = read_order_change(order_change(SEVEN, change_line("2", "2", quantity="1.5 KGM"), more=FREIGHT)).command(
        order
    )
    assert (command.order, command.day, command.by) == ("O-1", date(2026, 3, 3), Side.BUYER)
    assert (command.reason, command.reference) == ("By telephone", "C-7")
    assert command.changes == (
        LineChange(
            line="1",
            quantity=ot.Quantity(7, "C62"),
            price=ot.UnitPrice("25.00", "EUR", 10),
            requested=Period(date(2026, 3, 10), date(2026, 3, 12)),
            product="GLOVE-M",
            note="Fragile\nBlue if possible",
        ),
        LineChange(line="2", quantity=ot.Quantity(0, "KGM")),
    )


def test_a_new_line_is_asked_for_as_in_an_order(order):
    command = read_order_change(order_change(change_line("3", "1", quantity="4 C62"), more=FREIGHT)).command(order)
    assert [(line.id, line.quantity, line.name) for line in command.added] == [("3", ot.Quantity(4, "C62"), "Item 3")]


def test_a_line_as_it_is_is_stated_and_one_that_was_delivered_is_left_alone(order):
    kept, delivered = change_line("2", "4", quantity="1.5 KGM"), change_line("1", "42")
    assert changes(order, kept, delivered) == (LineChange(line="2", quantity=ot.Quantity(Decimal("1.5"), "KGM")),)


def test_what_is_left_blank_of_the_head_stays_and_what_nobody_reads_is_added(order):
    change = read_order_change(order_change(change_line("2", "4", quantity="1.5 KGM"), more=FREIGHT))
    details = change.command(order).details
    assert details is not None
    assert (details.reference, details.contract, details.buyer_reference) == ("PO-77", "FRAME-5", "Ward 3")
    assert details.note == "By telephone"
    assert details.unread == (*order.details.unread, *change.details.unread)


def test_a_line_that_the_books_do_not_have_is_left_to_the_amendment(order):
    assert changes(order, change_line("9", "3"))[0].line == "9"


def test_other_allowances_and_charges_cannot_be_carried(order):
    kept = change_line("2", "4", quantity="1.5 KGM")
    assert refusal(order, order_change(kept)) == (
        "CHANGE_NOT_SUPPORTED",
        {"order": "O-1", "line": "", "what": "adjustments"},
    )


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (">6.25<", ">6.24<", "adjustments"),
        ("<cbc:ID>S</cbc:ID><cbc:Percent>25<", "<cbc:ID>S</cbc:ID><cbc:Percent>12<", "tax"),
        (">B-7<", ">B-8<", "buyer_item"),
        (">5712345000015<", ">5712345000022<", "standard_item"),
    ],
)
def test_another_item_or_tax_of_a_line_cannot_be_carried(order, old, new, what):
    data = but(order_change(SEVEN, more=FREIGHT), (old, new))
    assert refusal(order, data) == ("CHANGE_NOT_SUPPORTED", {"order": "O-1", "line": "1", "what": what})


def test_a_change_in_another_currency_is_none_of_the_order(order):
    change = evolve(read_order_change(ORDER_CHANGE), currency="NOK")
    with pytest.raises(ot.Rejected, match="CURRENCY_MISMATCH"):
        change.command(order)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ((">C-7<", "><"), ["XML_MISSING"]),
        (("<cbc:LineStatusCode>3<", "<cbc:LineStatusCode>5<"), ["CHANGE_CODE"]),
        (("<cbc:LineStatusCode>3<", "<cbc:LineStatusCode><"), ["XML_MISSING"]),
        ((">20<", ">-1<"), ["QUANTITY_NEGATIVE"]),
        (("<cbc:ID>2</cbc:ID><cbc:Line", "<cbc:ID>1</cbc:ID><cbc:Line"), ["DUPLICATE_LINE"]),
        (('"EUR">25.00<', '"NOK">25.00<'), ["CURRENCY_MISMATCH"]),
        (("Code>EUR<", "Code>EU<"), ["CURRENCY_UNKNOWN"]),
    ],
)
def test_its_faults_are_found(changed, expected):
    assert codes(read_order_change, but(ORDER_CHANGE, changed)) == expected


def test_it_states_the_lines_and_is_no_other_document():
    assert codes(read_order_change, order_change()) == ["NO_LINES"]
    assert codes(read_order_change, ORDER) == ["UBL_DOCUMENT"]
