"""An order that cannot be taken: each fault has its code, file, line and path, and none hides another."""

import pytest

from otcore.adapters.ubl.order import read_order
from tests.adapters.ubl.documents import LINE_1, LINE_2, ORDER, but, codes, document, refused

QUANTITY = ">20</cbc:Quantity>"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NaN", "NUMBER_NOT_FINITE"),
        ("INF", "NUMBER_NOT_FINITE"),
        ("9" * 400, "NUMBER_TOO_LONG"),
        ("9" * 20, "QUANTITY_TOO_LARGE"),
        ("1." + "0" * 29 + "1", "QUANTITY_TOO_PRECISE"),
        ("-0", "NUMBER_NEGATIVE_ZERO"),
        ("-0.00", "NUMBER_NEGATIVE_ZERO"),
        ("0", "QUANTITY_NOT_POSITIVE"),
        ("-3", "QUANTITY_NOT_POSITIVE"),
        ("1e3", "NUMBER_FORMAT"),
        ("1,000", "NUMBER_FORMAT"),
        ("\u0661", "NUMBER_FORMAT"),
        ("", "XML_MISSING"),
    ],
)
def test_a_bad_quantity_is_refused(text, code):
    (fault,) = refused(read_order, but(ORDER, (QUANTITY, f">{text}</cbc:Quantity>")))
    assert fault.code == code
    assert "/Order/cac:OrderLine[1]/cac:LineItem" in fault.path


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NaN", "NUMBER_NOT_FINITE"),
        ("9" * 400, "NUMBER_TOO_LONG"),
        ("0." + "1" * 11, "NUMBER_TOO_PRECISE"),
        ("0." + "1" * 30, "NUMBER_TOO_LONG"),
        ("-0.0", "NUMBER_NEGATIVE_ZERO"),
        ("-1", "PRICE_NEGATIVE"),
        ("", "XML_MISSING"),
    ],
)
def test_a_bad_price_is_refused(text, code):
    assert codes(read_order, but(ORDER, (">25.00<", f">{text}<"))) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NaN", "NUMBER_NOT_FINITE"),
        ("9" * 400, "NUMBER_TOO_LONG"),
        ("9" * 20, "MONEY_TOO_LARGE"),
        ("8.001", "MONEY_TOO_PRECISE"),
        ("-0.00", "NUMBER_NEGATIVE_ZERO"),
        ("-8.00", "AMOUNT_NEGATIVE"),
    ],
)
def test_a_bad_amount_is_refused(text, code):
    (fault,) = refused(read_order, but(ORDER, (">8.00<", f">{text}<")))
    assert fault.code == code
    assert "/Order/cac:AllowanceCharge" in fault.path


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<cbc:ID>PO-77</cbc:ID>", "", "XML_MISSING"),
        ("<cbc:ID>PO-77</cbc:ID>", "<cbc:ID>PO-77</cbc:ID><cbc:ID>PO-78</cbc:ID>", "XML_REPEATED"),
        (">PO-77<", ">PO\u202e-77<", "ID_FORMAT"),
        ("<cbc:IssueDate>2026-03-01</cbc:IssueDate>", "", "XML_MISSING"),
        (">2026-03-01<", ">2026-02-30<", "DATE_FORMAT"),
        (">2026-04-01<", ">next week<", "DATE_FORMAT"),
        (">2026-03-13<", ">2026-03-08<", "PERIOD_ORDER"),
        (">EUR</cbc:Doc", "></cbc:Doc", "XML_MISSING"),
        (">EUR</cbc:Doc", ">EURO</cbc:Doc", "CURRENCY_UNKNOWN"),
        ("BuyerCustomerParty", "BuyerParty", "XML_MALFORMED"),
        (">DK</cbc:Id", ">Denmark</cbc:Id", "COUNTRY_FORMAT"),
        (">Ward 3<", f">{'x' * 501}<", "TEXT_TOO_LONG"),
        (">Ring the bell<", f">{'x' * 5001}<", "TEXT_TOO_LONG"),
        (">Ring the bell<", ">Ring \u202ethe bell<", "TEXT_FORMAT"),
        (">Ring the bell<", ">Ring <b>the</b> bell<", "XML_MIXED"),
        ("<cbc:ID>1</cbc:ID>", "", "XML_MISSING"),
        ("<cbc:ID>2</cbc:ID>", "<cbc:ID>1</cbc:ID>", "DUPLICATE_LINE"),
        (' unitCode="C62">20<', ">20<", "XML_MISSING"),
        (' unitCode="KGM"', ' unitCode="pieces"', "UNIT_FORMAT"),
        (' unitCode="C62">10<', ' unitCode="KGM">10<', "UNIT_MISMATCH"),
        (">10</cbc:Base", ">0</cbc:Base", "PRICE_BASE"),
        (">true<", ">perhaps<", "BOOLEAN_FORMAT"),
        (">12.5<", ">1200<", "PERCENTAGE_RANGE"),
        ("<cbc:ID>S</cbc:ID>", "<cbc:ID>VAT25</cbc:ID>", "TAX_CATEGORY_UNKNOWN"),
        ("<cbc:Percent>25</cbc:Percent>", "", "XML_MISSING"),
        (">25</cbc:Percent>", ">0</cbc:Percent>", "TAX_RATE"),
    ],
)
def test_what_cannot_be_taken_is_named(old, new, code):
    assert codes(read_order, but(ORDER, (old, new))) == [code]


def test_a_fault_says_file_line_and_path():
    (fault,) = refused(read_order, but(ORDER, (QUANTITY, ">NaN</cbc:Quantity>")))
    line = ORDER[: ORDER.index(QUANTITY.encode())].count(b"\n") + 1
    assert fault.path == f"file.xml line {line} /Order/cac:OrderLine[1]/cac:LineItem/cbc:Quantity"
    assert str(fault).startswith("NUMBER_NOT_FINITE file.xml line ")


@pytest.mark.parametrize("party", ["BuyerCustomerParty", "SellerSupplierParty"])
def test_an_order_has_a_buyer_and_a_seller(party):
    (fault,) = refused(read_order, ORDER.replace(party.encode(), b"OtherParty"))
    assert fault.code == "XML_MISSING"
    assert fault.facts == {"name": f"cac:{party}"}


def test_an_order_has_a_line():
    (fault,) = refused(read_order, but(ORDER, (LINE_1, ""), (LINE_2, "")))
    assert (fault.code, fault.path) == ("NO_LINES", "file.xml line 1 /Order")


@pytest.mark.parametrize("part", ["cac:LineItem", "cac:Item"])
def test_a_line_says_what_is_ordered(part):
    data = but(ORDER, (LINE_2, LINE_2.replace(f"<{part}>", "<cac:Other>").replace(f"</{part}>", "</cac:Other>")))
    (fault,) = refused(read_order, data)
    assert (fault.code, fault.facts) == ("XML_MISSING", {"name": part})


def test_lines_without_an_id_are_not_taken_for_one_line_twice():
    data = but(ORDER, ("<cbc:ID>1</cbc:ID>", ""), ("<cbc:ID>2</cbc:ID>", ""))
    assert codes(read_order, data) == ["XML_MISSING", "XML_MISSING"]


def test_the_second_of_two_lines_with_one_id_is_named():
    (fault,) = refused(read_order, but(ORDER, ("<cbc:ID>2</cbc:ID>", "<cbc:ID>1</cbc:ID>")))
    assert fault.path.endswith("/Order/cac:OrderLine[2]")
    assert fault.facts == {"line": "1"}


def test_a_charge_on_the_document_needs_a_tax_category():
    start, end = ORDER.index(b"<cac:TaxCategory>"), ORDER.index(b"</cac:TaxCategory>")
    (fault,) = refused(read_order, ORDER[:start] + ORDER[end + len("</cac:TaxCategory>") :])
    assert fault.facts == {"name": "cac:TaxCategory"}


@pytest.mark.parametrize("spot", ['"EUR">25.00<', '"EUR">43.75<', '"EUR">99.00<', '"EUR">8.00<', '"EUR">6.25<'])
def test_a_second_currency_is_refused_wherever_it_stands(spot):
    (fault,) = refused(read_order, but(ORDER, (spot, spot.replace("EUR", "SEK"))))
    assert fault.code == "CURRENCY_MISMATCH"
    assert fault.facts["document"] == "EUR"
    assert "Amount" in fault.path


def test_a_price_in_an_unknown_currency_is_refused():
    assert "CURRENCY_UNKNOWN" in codes(read_order, but(ORDER, ('"EUR">25.00<', '"ABC">25.00<')))


def test_every_fault_is_reported_together():
    data = but(
        ORDER,
        (">PO-77<", "><"),
        (">2026-03-01<", ">yesterday<"),
        (">DK</cbc:Id", ">dk</cbc:Id"),
        (">8.00<", ">NaN<"),
        (">20</cbc:Quantity>", ">-1</cbc:Quantity>"),
        (">25.00<", ">-1<"),
        (">1.5<", ">0<"),
        ("<cbc:ID>2</cbc:ID>", "<cbc:ID>1</cbc:ID>"),
    )
    assert codes(read_order, data) == [
        "XML_MISSING",
        "DATE_FORMAT",
        "COUNTRY_FORMAT",
        "QUANTITY_NOT_POSITIVE",
        "PRICE_NEGATIVE",
        "QUANTITY_NOT_POSITIVE",
        "DUPLICATE_LINE",
        "NUMBER_NOT_FINITE",
    ]


def test_a_hundred_faulty_lines_are_enough():
    lines = "".join(LINE_2.replace(">2<", f">{number}<").replace(">1.5<", "><") for number in range(3, 300))
    assert len(refused(read_order, but(ORDER, (LINE_2, lines)))) == 100


def test_another_document_is_not_taken_for_an_order():
    (fault,) = refused(read_order, document("Invoice", "<cbc:ID>1</cbc:ID>"))
    assert (fault.code, fault.path) == ("UBL_DOCUMENT", "file.xml line 1 /Invoice")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "XML_MALFORMED"),
        (ORDER[: len(ORDER) // 2], "XML_MALFORMED"),
        (b'<!DOCTYPE o [<!ENTITY a "aaaa">]>' + ORDER, "XML_DOCTYPE"),
        (ORDER.replace(b"Harbour", b"H\xf6rbour"), "XML_ENCODING"),
        (b" " * (21 * 2**20), "XML_TOO_LARGE"),
    ],
    ids=["empty", "truncated", "doctype", "encoding", "large"],
)
def test_what_the_parser_refuses_is_refused(data, code):
    assert codes(read_order, data) == [code]
