"""Figures are read as they stand, whatever is wrong with them."""

from decimal import Decimal
from time import perf_counter

import pytest

from otcore.adapters.stated import read_stated
from otcore.invoicing.checking import Difference, check
from otcore.invoicing.checking.arithmetic import MOST_DIGITS
from otcore.values.faults import Invalid
from tests.adapters.stated.documents import cii, due, read_ubl, totals, ubl

PAYABLE = "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"


def payable(text):
    return read_ubl(due(text)).totals.payable


@pytest.mark.parametrize("text", ["0", "-0.00", "+5", ".5", "5.", "00.10", "100.000", "9" * MOST_DIGITS])
def test_a_decimal_of_xml_schema_is_a_number_as_it_is_written(text):
    figure = payable(f" \n{text}\t")
    assert (figure.text, figure.value) == (text, Decimal(text))


@pytest.mark.parametrize(
    "text", ["abc", "1e3", "1E999999", "NaN", "INF", "1,5", "1 000", "1_000", "--1", ".", "\uff11\uff12"]
)
def test_what_is_no_decimal_is_a_fault_and_kept_as_text(text):
    stated = read_ubl(due(text))
    assert (stated.totals.payable.text, stated.totals.payable.value) == (text, None)
    assert stated.faults == (Difference("NUMBER_FORMAT", PAYABLE, text, None, 1),)


def test_a_number_of_a_length_that_nobody_means_is_a_fault():
    (fault,) = read_ubl(due("9" * (MOST_DIGITS + 10))).faults
    assert (fault.rule, fault.stated) == ("NUMBER_TOO_LONG", "9" * 40 + "...")


def test_elements_where_a_number_should_be_are_a_fault():
    (fault,) = read_ubl(due("<cbc:ID>1</cbc:ID>")).faults
    assert (fault.rule, fault.stated) == ("NUMBER_FORMAT", "<...>")


def test_a_number_with_an_element_inside_is_a_fault():
    stated = read_ubl(due("100<cbc:ID/>00"))
    (fault,) = stated.faults
    assert (fault.rule, fault.stated, stated.totals.payable.value) == ("NUMBER_FORMAT", "100", None)


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_an_empty_element_states_nothing(blank):
    figure = payable(blank)
    assert (figure.missing, figure.path, figure.line) == (True, PAYABLE, 1)


def test_a_missing_figure_has_the_path_where_it_would_stand():
    figure = read_ubl().totals.payable
    assert (figure.missing, figure.path, figure.line) == (True, PAYABLE, 0)


def test_of_two_figures_the_first_counts_and_the_second_is_a_fault():
    stated = read_ubl(totals("<cbc:PayableAmount>1</cbc:PayableAmount>\n<cbc:PayableAmount>2</cbc:PayableAmount>"))
    assert stated.totals.payable.value == 1
    assert stated.faults == (Difference("XML_REPEATED", f"{PAYABLE}[2]", "2", None, 2),)


def test_of_two_groups_the_first_counts_and_the_second_is_a_fault_once():
    stated = read_ubl(due("1"), due("2"))
    assert (stated.totals.payable.value, stated.totals.payable.path) == (
        1,
        "/Invoice/cac:LegalMonetaryTotal[1]/cbc:PayableAmount",
    )
    assert stated.faults == (Difference("XML_REPEATED", "/Invoice/cac:LegalMonetaryTotal[2]", "<...>", None, 1),)


def test_a_comment_inside_a_number_is_no_part_of_it():
    assert payable("1<!-- and -->5").value == 15


def test_a_figure_knows_its_line_and_its_path():
    lines = (
        "\n<cac:InvoiceLine/>\n<cac:InvoiceLine><cbc:LineExtensionAmount>7</cbc:LineExtensionAmount></cac:InvoiceLine>"
    )
    net = read_ubl(lines).lines[1].net
    assert (net.path, net.line) == ("/Invoice/cac:InvoiceLine[2]/cbc:LineExtensionAmount", 3)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_is_that_of_the_file(encoding):
    text = ubl(due("12.50")).decode()
    assert read_stated(text.encode(encoding)).totals.payable.value == Decimal("12.50")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "XML_MALFORMED"),
        (b"no xml", "XML_MALFORMED"),
        (ubl(due("1"))[:-5], "XML_MALFORMED"),
        (b"<!DOCTYPE x>" + ubl(), "XML_DOCTYPE"),
        (b"<Order/>", "KIND_UNKNOWN"),
        (b"<Invoice/>", "KIND_UNKNOWN"),
        (ubl(kind="Order"), "KIND_UNKNOWN"),
        (cii().replace(b"CrossIndustryInvoice:100", b"CrossIndustryInvoice:12"), "KIND_UNKNOWN"),
        (b"\xff\xfe\x00\x00", "XML_ENCODING"),
    ],
)
def test_what_is_no_invoice_is_refused_with_its_file(data, code):
    with pytest.raises(Invalid) as refused:
        read_stated(data, "odd.xml")
    (fault,) = refused.value.faults
    assert fault.code == code
    assert fault.path.startswith("odd.xml")


@pytest.mark.slow
def test_ten_thousand_lines_take_no_more_a_line_than_a_thousand():
    line = (
        "<cac:InvoiceLine><cbc:InvoicedQuantity>2</cbc:InvoicedQuantity><cbc:LineExtensionAmount>100.00"
        "</cbc:LineExtensionAmount><cac:Price><cbc:PriceAmount>50.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>"
    )

    def seconds(lines):
        data = ubl(line * lines)
        began = perf_counter()
        assert all(difference.line == 0 for difference in check(read_stated(data)))
        return perf_counter() - began

    assert min(seconds(10_000) for _ in range(3)) < 40 * min(seconds(1_000) for _ in range(3))
