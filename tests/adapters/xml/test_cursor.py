"""Reading through a cursor: short names, places in every fault, several faults at once."""

from decimal import Decimal

import pytest

from otcore.adapters.gathering import gathered
from otcore.adapters.xml import Cursor, Unread, number_of, read_xml
from otcore.values import Invalid

PREFIXES = {"": "urn:order", "cac": "urn:aggregate", "cbc": "urn:basic"}
ORDER = b"""<?xml version='1.0'?>
<o:Order xmlns:o='urn:order' xmlns:a='urn:aggregate' xmlns='urn:basic' status='draft'>
  <ID scheme=' 0088 '> 7
  </ID>
  <Note/>
  <Note xml:lang='en'>soon</Note>
  <Note>and well</Note>
  <a:OrderLine><ID>1</ID><a:Item><Name>bolt</Name></a:Item></a:OrderLine>
  <a:OrderLine><ID>2</ID>
    <a:Item><Name>nut</Name><Name>other</Name></a:Item><Quantity>three</Quantity></a:OrderLine>
  <Mixed>12<b/>3</Mixed>
  <Blank> </Blank>
  <foreign xmlns='urn:foreign'>x</foreign>
  <none xmlns=''>y</none>
</o:Order>"""


@pytest.fixture
def order() -> Cursor:
    return Cursor(read_xml(ORDER), PREFIXES, "orders.xml")


def faults(action, *arguments) -> list[str]:
    with pytest.raises(Invalid) as refused:
        action(*arguments)
    return [str(fault) for fault in refused.value.faults]


def test_a_text_comes_without_surrounding_blanks(order):
    assert order.text("cbc:ID") == "7"


def test_a_path_follows_every_child_of_a_name(order):
    assert order.texts("cac:OrderLine/cac:Item/cbc:Name") == ("bolt", "nut", "other")


def test_the_first_that_is_there_is_taken(order):
    assert order.text("cac:OrderLine/cbc:Quantity") == "three"
    assert order.text("cbc:Note") == ""


def test_what_is_not_there_has_no_text(order):
    assert order.text("cbc:Gone") == ""
    assert order.text("cac:OrderLine/cac:Gone/cbc:Name") == ""


def test_an_element_that_holds_only_elements_has_no_text(order):
    assert order.text("cac:OrderLine") == ""


def test_blank_texts_are_left_out_of_several(order):
    assert order.texts("cbc:Note") == ("soon", "and well")


def test_the_empty_path_is_the_element_itself(order):
    line = order.children("cac:OrderLine")[0]
    assert line.one("cbc:ID").text() == "1"


def test_a_name_without_prefix_is_in_the_namespace_of_the_empty_prefix():
    document = Cursor(read_xml(b"<a xmlns='urn:order'><b xmlns=''>1</b><b>2</b></a>"), PREFIXES)
    assert document.texts("b") == ("2",)


def test_without_an_empty_prefix_names_are_local():
    document = Cursor(read_xml(b"<a xmlns='urn:order'><b xmlns=''>1</b><b>2</b></a>"))
    assert document.texts("b") == ("1", "2")
    assert document.path == "/a"


def test_an_empty_namespace_is_no_namespace():
    document = Cursor(read_xml(b"<a><b xmlns='urn:order'>1</b><b>2</b></a>"), {"": ""})
    assert document.texts("b") == ("2",)


def test_an_unknown_prefix_is_a_mistake_of_the_reader(order):
    with pytest.raises(KeyError):
        order.text("cbx:ID")


def test_a_star_is_any_name(order):
    assert [child.name for child in order.children("*")] == []
    assert [child.name for child in order.children("cac:*")] == ["cac:OrderLine", "cac:OrderLine"]
    assert len(Cursor(read_xml(ORDER)).children("*")) == 10


def test_an_attribute_comes_without_surrounding_blanks(order):
    assert order.one("cbc:ID").attribute("scheme") == "0088"
    assert order.children("cbc:Note")[1].attribute("xml:lang") == "en"
    assert order.attribute("gone") == ""


def test_a_required_attribute_must_be_there(order):
    assert order.required_attribute("status") == "draft"
    assert faults(order.required_attribute, "gone") == [
        "XML_MISSING orders.xml line 2 /Order/@gone: @gone is missing or blank"
    ]


def test_a_child_may_be_missing(order):
    assert order.child("cac:Gone") is None
    assert order.child("cac:OrderLine").text("cbc:ID") == "1"


def test_the_place_is_file_line_and_path(order):
    quantity = order.children("cac:OrderLine")[1].one("cbc:Quantity")
    assert quantity.path == "/Order/cac:OrderLine[2]/cbc:Quantity"
    assert quantity.line == 10
    assert quantity.place == "orders.xml line 10 /Order/cac:OrderLine[2]/cbc:Quantity"
    assert repr(quantity) == f"<Cursor {quantity.place}>"


def test_names_outside_the_prefixes_are_shown_in_full(order):
    assert order.unread()[-2:] == (
        Unread("/Order/{urn:foreign}foreign", "x"),
        Unread("/Order/none", "y"),
    )


def test_a_required_text_must_be_there(order):
    assert order.required("cbc:ID") == "7"
    assert faults(order.required, "cbc:Gone") == [
        "XML_MISSING orders.xml line 2 /Order/cbc:Gone: cbc:Gone is missing or blank"
    ]


def test_a_required_text_must_not_be_blank(order):
    assert faults(order.required, "cbc:Blank") == [
        "XML_MISSING orders.xml line 2 /Order/cbc:Blank: cbc:Blank is missing or blank"
    ]


def test_the_only_one_must_be_the_only_one(order):
    assert faults(order.one, "cbc:Note") == [
        "XML_REPEATED orders.xml line 6 /Order/cbc:Note[2]: cbc:Note may stand only once, and stands 3 times"
    ]


def test_text_and_elements_must_not_be_mixed(order):
    assert faults(order.text, "cbc:Mixed") == [
        "XML_MIXED orders.xml line 11 /Order/cbc:Mixed: text and elements are mixed where only text may stand"
    ]


def test_a_value_that_cannot_be_read_is_named_with_its_place(order):
    assert faults(order.value, "cac:OrderLine/cbc:Quantity", number_of) == [
        "NUMBER_FORMAT orders.xml line 10 /Order/cac:OrderLine[2]/cbc:Quantity: "
        "number 'three' is not written in plain digits like -12.50"
    ]


def test_a_value_is_what_the_parser_makes_of_the_text(order):
    assert order.value("cbc:ID", number_of) == Decimal(7)
    assert order.required_value("cbc:ID", number_of) == Decimal(7)


@pytest.mark.parametrize("path", ["cbc:Gone", "cbc:Blank", "cac:OrderLine"])
def test_a_value_may_be_missing_or_blank(order, path):
    assert order.value(path, number_of) is None


def test_a_required_value_must_not_be_blank(order):
    assert faults(order.required_value, "cbc:Blank", number_of) == [
        "XML_MISSING orders.xml line 2 /Order/cbc:Blank: cbc:Blank is missing or blank"
    ]
    assert faults(order.one("cbc:Blank").required_value, "", number_of) == [
        "XML_MISSING orders.xml line 12 /Order/cbc:Blank: cbc:Blank is missing or blank"
    ]


def test_a_fault_of_the_reader_carries_its_facts(order):
    with pytest.raises(Invalid) as refused:
        raise order.fault("ORDER_TYPE", "not an order that is known", type=220)
    (fault,) = refused.value.faults
    assert (fault.code, fault.path, fault.facts) == ("ORDER_TYPE", "orders.xml line 2 /Order", {"type": "220"})


def test_an_error_of_the_domain_is_given_its_place(order):
    error = order.one("cbc:ID").placed(Invalid.one("ID_FORMAT", "id is too odd"))
    assert str(error) == "ID_FORMAT orders.xml line 3 /Order/cbc:ID: id is too odd"


def test_the_line_is_left_out_where_it_is_not_known():
    built = read_xml(b"<a/>").makeelement("b")
    assert Cursor(built).place == "/b"


def test_each_element_is_read():
    document = Cursor(read_xml(b"<a><b>1</b><b>2</b></a>"))
    assert gathered(document.children("b"), lambda each: each.text()) == ("1", "2")


def test_the_faults_of_all_elements_are_raised_together():
    document = Cursor(read_xml(b"<a><b>x</b>\n<b>2</b>\n<b>y</b></a>"))
    assert faults(gathered, document.children("b"), lambda each: each.required_value("", number_of)) == [
        "NUMBER_FORMAT line 1 /a/b[1]: number 'x' is not written in plain digits like -12.50",
        "NUMBER_FORMAT line 3 /a/b[3]: number 'y' is not written in plain digits like -12.50",
    ]


def test_a_hundred_faults_are_enough():
    document = Cursor(read_xml(b"<a>" + b"<b>x</b>" * 500 + b"</a>"))
    assert len(faults(gathered, document.children("b"), lambda each: each.value("", number_of))) == 100
