"""Reading a UBL despatch advice."""

from datetime import date

import pytest

from otcore.adapters.ubl.despatch import read_despatch_advice
from otcore.orders.shipments.shipment import DespatchLine, PostDespatch
from otcore.values import Quantity
from tests.adapters.ubl.documents import DESPATCH, ORDER, but, codes, despatch, despatch_line, outstanding, refused
from tests.adapters.ubl.loss import overlooked

TEN = Quantity("10", "C62")


def lines(*written):
    return read_despatch_advice(despatch(*written)).lines


def test_the_head_is_read():
    advice = read_despatch_advice(DESPATCH)
    assert (advice.id, advice.issued, advice.order) == ("D-5", date(2026, 3, 9), "PO-77")
    assert [party and party.name for party in (advice.buyer, advice.delivery)] == ["Harbour Clinic"] * 2


def test_the_goods_left_on_the_despatch_date():
    advice = read_despatch_advice(DESPATCH)
    assert advice.despatched == advice.day == date(2026, 3, 8)


def test_without_a_despatch_date_the_goods_left_on_the_day_of_the_advice():
    advice = read_despatch_advice(despatch(despatch_line("a", of="1", delivered="10 C62")))
    assert advice.despatched is None
    assert advice.day == date(2026, 3, 9)


def test_an_advice_need_not_name_the_buyer():
    assert read_despatch_advice(despatch(despatch_line("a", of="1", delivered="10 C62"))).buyer is None


def test_the_lines_are_read():
    assert read_despatch_advice(DESPATCH).lines == (
        DespatchLine("1", Quantity("12", "C62"), Quantity("8", "C62"), "AV"),
        DespatchLine("2", Quantity("1.5", "KGM")),
    )


def test_nothing_said_of_what_is_outstanding_is_not_zero():
    said = despatch_line("a", of="1", delivered="10 C62", more=outstanding("0 C62", "AV"))
    unsaid = despatch_line("b", of="2", delivered="10 C62")
    assert [line.outstanding for line in lines(said, unsaid)] == [Quantity("0", "C62"), None]


def test_a_line_may_report_that_nothing_left():
    (line,) = lines(despatch_line("a", of="1", delivered="0 C62", more=outstanding("10 C62")))
    assert line == DespatchLine("1", Quantity("0", "C62"), TEN)


def test_lots_of_one_order_line_are_added_up():
    first = despatch_line("a", of="1", delivered="6 C62", more=outstanding("3 C62", "AV"))
    second = despatch_line("b", of="2", delivered="1 KGM")
    third = despatch_line("c", of="1", delivered="4 C62", more="<cbc:OutstandingReason>WQ</cbc:OutstandingReason>")
    assert lines(first, second, third) == (
        DespatchLine("1", TEN, Quantity("3", "C62"), "AV\nWQ"),
        DespatchLine("2", Quantity("1", "KGM")),
    )


def test_lots_may_repeat_what_is_outstanding():
    lots = [despatch_line(id, of="1", delivered="5 C62", more=outstanding("2 C62", "AV")) for id in "ab"]
    assert lines(*lots) == (DespatchLine("1", TEN, Quantity("2", "C62"), "AV"),)


def test_lots_that_say_nothing_is_known_to_follow_say_nothing_together():
    lots = [despatch_line(id, of="1", delivered="5 C62") for id in "ab"]
    assert lines(*lots) == (DespatchLine("1", TEN),)


def test_lots_that_disagree_on_what_is_outstanding_are_refused():
    lots = [despatch_line(id, of="1", delivered="5 C62", more=outstanding(f"{id} C62")) for id in "24"]
    (fault,) = refused(read_despatch_advice, despatch(*lots))
    assert fault.code == "DESPATCH_OUTSTANDING_DIFFERS"
    assert fault.facts == {"first": "2 C62", "then": "4 C62"}
    assert fault.path.endswith("/DespatchAdvice/cac:DespatchLine[2]")


def test_lots_in_different_units_are_refused():
    lots = [despatch_line(unit, of="1", delivered=f"5 {unit}") for unit in ("C62", "KGM")]
    (fault,) = refused(read_despatch_advice, despatch(*lots))
    assert fault.code == "UNIT_MISMATCH"
    assert fault.path.endswith("/DespatchAdvice/cac:DespatchLine[2]")


def test_nothing_of_an_advice_is_overlooked():
    assert overlooked(read_despatch_advice, DESPATCH) == []


def test_it_posts_a_shipment_in_the_sellers_books():
    advice = read_despatch_advice(DESPATCH)
    assert advice.command("S-1", "O-1") == PostDespatch(
        shipment="S-1", order="O-1", day=date(2026, 3, 8), lines=advice.lines
    )


def test_one_order_an_advice():
    written = (
        despatch_line("a", of="1", delivered="1 C62"),
        despatch_line("b", of="1", delivered="1 C62", order="PO-9"),
    )
    (fault,) = refused(read_despatch_advice, despatch(*written))
    assert fault.code == "DESPATCH_SEVERAL_ORDERS"
    assert fault.facts == {"orders": "PO-77, PO-9"}
    assert fault.path.endswith("/cac:DespatchLine[2]/cac:OrderLineReference/cac:OrderReference/cbc:ID")


def test_the_order_may_be_named_by_the_lines_alone():
    head = "<cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>"
    assert read_despatch_advice(but(DESPATCH, (head, ""))).order == "PO-77"


def test_an_advice_names_its_order():
    (fault,) = refused(read_despatch_advice, DESPATCH.replace(b"<cbc:ID>PO-77</cbc:ID>", b""))
    assert fault.facts == {"name": "cac:OrderReference/cbc:ID"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (">D-5<", "><", "XML_MISSING"),
        (">2026-03-09<", ">2026-13-09<", "DATE_FORMAT"),
        (">2026-03-08<", ">2026-3-8<", "DATE_FORMAT"),
        (">12</cbc:Del", ">NaN</cbc:Del", "NUMBER_NOT_FINITE"),
        (">12</cbc:Del", ">-1</cbc:Del", "QUANTITY_NEGATIVE"),
        (">12</cbc:Del", "></cbc:Del", "XML_MISSING"),
        (">8</cbc:Out", ">-8</cbc:Out", "QUANTITY_NEGATIVE"),
        (' unitCode="C62">8<', ' unitCode="KGM">8<', "UNIT_MISMATCH"),
        ("<cbc:LineID>1</cbc:LineID>", "", "XML_MISSING"),
        ("OrderLineReference><cbc:LineID>1", "Other><cbc:LineID>1", "XML_MALFORMED"),
    ],
)
def test_what_cannot_be_taken_is_named(old, new, code):
    assert codes(read_despatch_advice, but(DESPATCH, (old, new))) == [code]


def test_a_line_that_refers_to_no_order_line_is_refused():
    stray = despatch_line("a", of="1", delivered="1 C62").replace("OrderLineReference", "DocumentReference")
    (fault,) = refused(read_despatch_advice, despatch(stray))
    assert (fault.code, fault.facts) == ("XML_MISSING", {"name": "cac:OrderLineReference"})


def test_an_advice_has_a_line():
    assert codes(read_despatch_advice, despatch()) == ["NO_LINES"]


def test_every_fault_is_reported_together():
    data = but(
        DESPATCH, (">D-5<", "><"), (">12</cbc:Del", ">x</cbc:Del"), (">1.5<", ">-1<"), (">DK</cbc:Id", ">d</cbc:Id")
    )
    assert codes(read_despatch_advice, data) == [
        "XML_MISSING",
        "NUMBER_FORMAT",
        "QUANTITY_NEGATIVE",
        "COUNTRY_FORMAT",
    ]


def test_another_document_is_not_taken_for_an_advice():
    assert codes(read_despatch_advice, ORDER) == ["UBL_DOCUMENT"]
