"""Open items as files have them."""

import json
from datetime import date
from typing import Any

import pytest

from otcore.adapters.cash_files import Layout, read_open_items, reading
from otcore.reconciliation.open_item import OpenItem
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms import DiscountOffer
from tests.orders.examples import eur

ROW = {"number": "INV-1", "customer": "C1", "open": "120.00", "currency": "EUR", "issued": "2026-03-02"}
CASE = {
    "amount": 12000,
    "currency": "EUR",
    "customer": "C1",
    "due": "2026-04-01",
    "id": "I1",
    "issued": "2026-03-02",
    "number": "INV-1",
    "open": 7000,
    "po": "PO7",
    "ref": "RF18539007547034",
    "terms": {"days": 10, "pct": 2.5},
    "type": "invoice",
}


def lines(*rows: dict[str, Any]) -> bytes:
    return "\n".join(map(json.dumps, rows)).encode()


def only(data: bytes, layout: Layout | None = None) -> OpenItem:
    taken = read_open_items(data, layout or Layout())
    assert taken.faults == ()
    (item,) = taken.records
    return item


def faults(*rows: dict[str, Any], layout: Layout | None = None) -> list[tuple[str, str]]:
    return [(fault.code, fault.path) for fault in read_open_items(lines(*rows), layout or Layout()).faults]


def test_a_row_needs_a_number_a_customer_an_amount_and_a_day():
    day = date(2026, 3, 2)
    assert only(lines(ROW)) == OpenItem("INV-1", "C1", "INV-1", eur("120.00"), eur("120.00"), day, day)
    assert faults({"due": "2026-03-02"}) == [("FIELD_MISSING", "line 1")] * 4


def test_minor_units_are_read_where_the_members_of_a_row_say_that_they_are():
    item = only(lines(CASE))
    assert (item.amount, item.open, item.due) == (eur("120.00"), eur("70.00"), date(2026, 4, 1))
    assert (item.id, item.reference, item.orders) == ("I1", "RF18539007547034", ("PO7",))
    assert item.discounts == (DiscountOffer(date(2026, 3, 12), Percentage("2.5"), eur("120.00"), eur("3.00")),)


def test_elsewhere_a_number_is_no_amount_unless_it_is_asked_for():
    assert faults(ROW | {"open": 12000}) == [("MONEY_NOT_TEXT", "line 1 open")]
    assert faults(ROW | {"open": 120.5}, layout=Layout(minor_units=True)) == [("MONEY_NOT_TEXT", "line 1 open")]
    assert only(lines(ROW | {"open": 12000}), Layout(minor_units=True)).open == eur("120.00")
    assert faults(ROW | {"open": 1, "currency": "EUX"}, layout=Layout(minor_units=True))[0][0] == "CURRENCY_UNKNOWN"


def test_money_may_be_an_object_or_name_its_currency():
    apart = ROW | {"open": {"amount": "120.00", "currency": "EUR"}, "currency": None}
    assert only(lines(apart)).open == only(lines(ROW | {"open": "120.00 EUR", "currency": None})).open == eur("120.00")
    assert faults(ROW | {"open": {"amount": 120, "currency": "EUR"}}) == [("MONEY_NOT_TEXT", "line 1 open")]


@pytest.mark.parametrize(
    ("text", "minor"), [("1.234,56", 123456), ("1234,5", 123450), ("-12", -1200), ("+1.000", 100000)]
)
def test_amounts_may_be_written_with_a_comma(text: str, minor: int):
    assert only(lines(ROW | {"open": text}), Layout(decimal_comma=True)).open == Money.from_minor(minor, "EUR")


@pytest.mark.parametrize("text", ["1,234.56", "1.23", "12.34,5", "1..2", "x"])
def test_what_is_no_amount_with_a_comma_is_refused(text: str):
    assert faults(ROW | {"open": text}, layout=Layout(decimal_comma=True)) == [("MONEY_FORMAT", "line 1 open")]


def test_the_currency_of_a_file_is_given_once():
    assert only(lines(ROW | {"currency": ""}), Layout(currency="EUR")).open == eur("120.00")
    assert faults(ROW | {"currency": ""}) == [("CURRENCY_UNKNOWN", "line 1 open")]
    assert faults(ROW | {"open": 1, "currency": ""}, layout=Layout(minor_units=True))[0][0] == "CURRENCY_UNKNOWN"


def test_columns_go_by_many_names_and_by_those_given():
    text = b"Invoice No.;Debtor;Amount Due;CCY;Invoice Date;Belegart\nINV-1;C1;120.00;EUR;2026-03-02;CN\n"
    item = only(text, Layout(columns={"type": "Belegart"}))
    assert (item.number, item.customer, item.open) == ("INV-1", "C1", eur("-120.00"))


def test_a_column_that_is_given_is_the_only_one_for_its_fact():
    row = ROW | {"rest": "20.00"}
    assert only(lines(row), Layout(columns={"open": "rest"})).open == eur("20.00")
    assert faults(row, layout=Layout(columns={"open": "remainder"})) == [("FIELD_MISSING", "line 1")]


@pytest.mark.parametrize("word", ["credit", "Credit Note", "381"])
def test_a_credit_is_negative_or_says_so(word: str):
    assert only(lines(ROW | {"type": word})).open == eur("-120.00")
    assert only(lines(ROW | {"type": word, "open": "-120.00"})).open == eur("-120.00")


@pytest.mark.parametrize("left", ["120.01", "-1.00"])
def test_no_more_is_open_than_it_came_in_with(left: str):
    assert faults(ROW | {"amount": "120.00", "open": left}) == [("OPEN_EXCEEDS", "line 1")]
    assert faults(ROW | {"amount": "120.00 USD"}) == [("OPEN_EXCEEDS", "line 1")]


def test_a_discount_has_a_percentage_and_a_last_day():
    item = only(lines(ROW | {"discount_percent": "2", "discount_until": "2026-03-09"}))
    assert item.discounts == (DiscountOffer(date(2026, 3, 9), Percentage("2"), eur("120.00"), eur("2.40")),)
    assert only(lines(ROW | {"discount_percent": 2, "discount_days": 7})).discounts == item.discounts
    assert faults(ROW | {"discount_percent": "2"}) == [("FIELD_MISSING", "line 1")]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"terms": "2/10"}, ("TERMS_FORMAT", "line 1 terms")),
        ({"terms": {"days": -1, "pct": 2}}, ("DAYS_FORMAT", "line 1 terms")),
        ({"discount_days": "4000"}, ("DAYS_FORMAT", "line 1 discount_days")),
        ({"due": "01.04.2026"}, ("DATE_FORMAT", "line 1 due")),
        ({"due": True}, ("TEXT_EXPECTED", "line 1 due")),
        ({"customer": " C1"}, ("ID_FORMAT", "line 1 customer")),
        ({"po": ["PO1", 2.5]}, ("TEXT_EXPECTED", "line 1 po")),
        ({"open": "1.005"}, ("MONEY_TOO_PRECISE", "line 1 open")),
    ],
)
def test_what_is_wrong_is_told_with_line_and_column(said: dict[str, Any], fault: tuple[str, str]):
    assert faults(ROW | said) == [fault]


def test_several_orders_are_a_list_or_a_cell_with_semicolons():
    assert only(lines(ROW | {"orders": ["PO1", 2]})).orders == ("PO1", "2")
    assert only(lines(ROW | {"orders": "PO1; PO2"})).orders == ("PO1", "PO2")


def test_an_id_comes_once():
    taken = read_open_items(lines(ROW, ROW | {"number": "INV-2"}, ROW))
    assert [item.id for item in taken.records] == ["INV-1", "INV-2"]
    assert [(fault.code, fault.path) for fault in taken.faults] == [("ITEM_TWICE", "line 3")]


def test_of_very_many_faults_the_number_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "FAULTS", 2)
    found = read_open_items(lines(*[{"id": "1"}] * 2)).faults
    assert [fault.code for fault in found] == ["FIELD_MISSING", "FIELD_MISSING", "TOO_MANY_FAULTS"]
    assert found[-1].message == "and 4 more"


def test_a_record_that_is_none_is_told_and_the_others_are_taken():
    taken = read_open_items(b"7\n".join((b"", lines(ROW))).replace(b"7\n", b"{}\n[]\n", 1))
    assert [item.id for item in taken.records] == ["INV-1"]
    assert taken.faults[-1] == Fault("OBJECT_EXPECTED", "a record is an object {...}", "line 2")


def test_a_header_without_a_column_that_is_needed_is_told_once():
    with pytest.raises(Invalid) as caught:
        read_open_items(b"number,customer,issued,rest\nINV-1,C1,2026-03-02,5\n", Layout(columns={"customer": "debtor"}))
    assert [(fault.code, fault.path, fault.message) for fault in caught.value.faults] == [
        ("COLUMN_MISSING", "line 1", "the header has no customer: none of debtor"),
        (
            "COLUMN_MISSING",
            "line 1",
            "the header has no open or amount: none of open, open_amount, amount_open, outstanding, balance, "
            "amount_due, residual, amount, invoice_amount, total, gross",
        ),
    ]
