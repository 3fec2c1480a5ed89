"""Amounts as ledgers of the world write them; the decimal mark is that of the whole column."""

import pytest

from otcore.adapters.ledgers import Layout, Numbers
from tests.adapters.ledgers.files import EUR, codes, faults, read

HEAD = "invoice\tcustomer\tdate\tpaid on\tamount"
EUR_POINT = Layout(currency="EUR", numbers=Numbers.POINT)
EUR_COMMA = Layout(currency="EUR", numbers=Numbers.COMMA)


def ledger(*amounts: str) -> list[str]:
    return [HEAD, *(f"R{number}\tK\t2026-01-05\t\t{amount}" for number, amount in enumerate(amounts))]


def minor(*amounts: str, layout: Layout = EUR) -> list[int]:
    entries = read(*ledger(*amounts), layout=layout).entries
    return [entry.amount.minor if entry.kind == "issued" else -entry.amount.minor for entry in entries]


@pytest.mark.parametrize(
    "text",
    [
        "1234.56",
        "1,234.56",
        "1.234,56",
        "1234,56",
        "1 234,56",
        "1\u00a0234,56",
        "1\u202f234.56",
        "1'234.56",
        "1\u2019234.56",
        "+1234.56",
        "EUR 1,234.56",
        "1.234,56 EUR",
        "\u20ac1,234.56",
        "1.234,56 \u20ac",
        "$1,234.56",
        "1,234.56 DR",
        "1.234,56 S",
    ],
)
def test_an_amount_is_read_as_it_is_written(text: str):
    assert minor(text) == [123456]


@pytest.mark.parametrize(
    "text",
    ["-1234.56", "\u22121234.56", "(1,234.56)", "1.234,56-", "-$1,234.56", "($1,234.56)", "1,234.56 CR", "1.234,56 H"],
)
def test_brackets_and_signs_on_either_side_are_negative(text: str):
    assert minor(text) == [-123456]


def test_groups_of_two_are_lakhs():
    assert minor("12,34,567.89") == [123456789]


@pytest.mark.parametrize(("text", "cents"), [(".5", 50), ("0", 0), ("-0.00", 0), ("1,234,567", 123456700)])
def test_short_forms_are_read(text: str, cents: int):
    assert minor(text) == [cents]


@pytest.mark.parametrize("text", ["1,234", "1.234"])
def test_three_digits_after_one_mark_are_a_doubt(text: str):
    (fault,) = faults(*ledger("7", text))
    assert (fault.code, fault.path) == ("NUMBER_AMBIGUOUS", "line 3 amount")
    assert "--numbers point or comma" in fault.message


def test_a_cell_without_doubt_settles_its_column():
    assert minor("1,234", "5.50") == [123400, 550]
    assert minor("1.234", "5,50") == [123400, 550]


def test_the_mark_that_is_given_holds():
    assert minor("1,234", layout=EUR_POINT) == [123400]
    assert minor("1.234", layout=EUR_COMMA) == [123400]


def test_a_column_with_both_marks_is_refused_at_the_first_that_differs():
    assert codes(*ledger("1.50", "1,50", "2.50")) == [("NUMBER_MIXED", "line 3 amount")]


@pytest.mark.parametrize(
    "text",
    [
        "many",
        "1.2.3",
        "12,34",
        "1 23",
        "--5",
        "(-5)",
        "-5-",
        "EUR 5 EUR",
        "1e3",
        "5%",
        ".",
        "١٢",
        "5_0",
        "()",
        "9" * 41,
    ],
)
def test_what_is_no_amount_is_told_with_its_place(text: str):
    assert codes(*ledger("1.50", text), layout=EUR_POINT) == [("NUMBER_FORMAT", "line 3 amount")]


def test_more_decimals_than_the_currency_has_are_refused():
    assert codes(*ledger("1234.567")) == [("MONEY_TOO_PRECISE", "line 2 amount")]
    assert minor("1234.567", layout=Layout(currency="BHD")) == [1234567]


def test_a_currency_is_that_of_the_row_the_cell_or_the_file():
    head = "invoice;customer;date;open;Währung"
    ledger_ = read(head, "R1;K;2026-01-05;1;usd", "R2;K;2026-01-05;1 CHF;", "R3;K;2026-01-05;1;", "R4;K;2026-01-05;1;£")
    assert [entry.amount.currency for entry in ledger_.entries] == ["USD", "CHF", "EUR", "GBP"]


def test_a_file_without_a_currency_is_refused_once():
    lines = ledger("1.00", "2.00", "3.00")
    (fault,) = faults(*lines, layout=Layout())
    assert (fault.code, fault.path) == ("CURRENCY_MISSING", "line 2 amount")
    assert "--currency" in fault.message


def test_a_currency_that_contradicts_the_row_or_is_none_is_told():
    head = "invoice;customer;date;open;currency"
    assert codes(head, "R1;K;2026-01-05;1 EUR;USD") == [("CURRENCY_DIFFERS", "line 2 open")]
    assert codes(head, "R1;K;2026-01-05;1;XYZ") == [("CURRENCY_UNKNOWN", "line 2 currency")]
