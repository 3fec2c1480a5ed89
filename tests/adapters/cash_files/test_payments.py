"""Payments and customers as files have them, and payments of bank statements."""

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from otcore.adapters.cash_files import payers_of_items, payments_of_statement, read_payers, read_payments
from otcore.payments.importing import receipts
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.values.money import Money
from tests.orders.examples import eur
from tests.payments.bank_rows import row, statement

CASE = {
    "amount": 10867,
    "booked": "2026-10-16",
    "currency": "GBP",
    "e2e": "E-7",
    "id": "P1",
    "orig_amount": 11771,
    "orig_ccy": "EUR",
    "payer_iban": "NL02 8141 4971 9396 8900 75",
    "payer_name": "APEX",
    "ref": None,
    "text": "INV-1\n INV-2",
}


def read(*rows: dict[str, Any]) -> Any:
    return read_payments("\n".join(map(json.dumps, rows)).encode())


def test_a_payment_in_minor_units_with_its_original_amount():
    (payment,) = read(CASE).records
    assert payment == Payment(
        "P1",
        Money("108.67", "GBP"),
        date(2026, 10, 16),
        "APEX",
        "NL02814149719396890075",
        "",
        ("INV-1", "INV-2"),
        "E-7",
        eur("117.71"),
    )


def test_a_payment_without_an_id_is_called_by_its_line():
    text = b"amount,currency,date,purpose\n120.00,EUR,2026-03-02,INV-1\n120.00,EUR,2026-03-02,INV-1\n"
    assert [(each.id, each.amount, each.text) for each in read_payments(text).records] == [
        ("row 2", eur("120.00"), ("INV-1",)),
        ("row 3", eur("120.00"), ("INV-1",)),
    ]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"amount": 0}, ("AMOUNT_ZERO", "line 1")),
        ({"amount": None}, ("FIELD_MISSING", "line 1")),
        ({"booked": "yesterday"}, ("DATE_FORMAT", "line 1 booked")),
        ({"orig_amount": "117.715"}, ("MONEY_TOO_PRECISE", "line 1 orig_amount")),
        ({"text": ["x"] * 300}, ("LIST_TOO_LONG", "line 1 text")),
        ({"text": "x" * 5000}, ("TEXT_TOO_LONG", "line 1 text")),
        ({"text": "\u202e"}, ("TEXT_FORMAT", "line 1 text")),
    ],
)
def test_what_is_wrong_is_told_with_line_and_column(said: dict[str, Any], fault: tuple[str, str]):
    assert [(each.code, each.path) for each in read(CASE | said).faults] == [fault]


def test_an_id_comes_once():
    assert [fault.code for fault in read(CASE, CASE).faults] == ["PAYMENT_TWICE"]


def test_customers_have_names_accounts_and_a_parent():
    said = {"id": "C1", "name": "Apex", "aliases": ["Apex Ltd", "Apex"], "ibans": ["DE89 3704"], "parent": "C0"}
    assert read_payers(json.dumps(said).encode()).records == (Payer("C1", ("Apex", "Apex Ltd"), ("DE893704",), "C0"),)
    twice = read_payers(b"customer\nC1\nC1\n")
    assert (twice.records, twice.faults[0].code) == ((Payer("C1", ()),), "CUSTOMER_TWICE")


def test_a_statement_brings_what_came_in_under_the_ids_of_receipts():
    said = statement(
        row("70.00", text=("INV-1",), additional="thanks"), row("70.00", text=("INV-1",), additional="thanks")
    )
    found = payments_of_statement(said)
    assert [each.id for each in found] == [each.receipt for each in receipts(said)]
    assert [(each.amount, each.text) for each in found] == [(eur("70.00"), ("INV-1",))] * 2


def test_the_words_of_the_bank_stand_for_those_of_the_payer_where_there_are_none():
    told, silent = payments_of_statement(statement(row(additional="INV-1", original=Money("1.00", "USD")), row()))
    assert (told.text, told.original) == (("INV-1",), Money("1.00", "USD"))
    assert (silent.text, silent.original) == ((), None)


def test_what_was_ordered_in_the_same_currency_says_no_more():
    assert read(CASE | {"orig_ccy": "GBP"}).records[0].original is None


def test_of_a_statement_what_was_taken_back_is_negative_and_what_we_paid_is_left_out():
    came, back, paid, bounced = (row("70.00"), row("70.00"), row("5.00"), row("5.00"))
    rows = (came, evolve(back, credit=False, reversal=True), evolve(paid, credit=False), evolve(bounced, reversal=True))
    assert [each.amount for each in payments_of_statement(statement(*rows))] == [eur("70.00"), eur("-70.00")]


def test_open_items_name_their_customers():
    items = b"number,customer,customer_name,open\n1,C1,Apex,1\n2,C1,Apex,2\n3,C1,Apex Ltd,3\n4,C2,,4\n"
    assert payers_of_items(items) == (Payer("C1", ("Apex", "Apex Ltd")), Payer("C2", ()))
