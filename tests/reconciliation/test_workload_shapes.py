"""References, accounts and numbers of the workloads are what standards say; texts are written and damaged as named."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.workloads import check_digits, numbers, references
from benchmarks.workloads.accounts import LENGTHS, account
from benchmarks.workloads.chance import Chance
from benchmarks.workloads.currencies import converted, written
from benchmarks.workloads.records import Invoice
from benchmarks.workloads.text import notation
from benchmarks.workloads.text.damage import DAMAGES
from benchmarks.workloads.text.germanic import ENGLISH, GERMAN

DAY = date(2026, 10, 1)


def documents(*of: str) -> list[Invoice]:
    return [
        Invoice(n, "K", n, "invoice", DAY, DAY, 100_050 * (at + 1), 100_050 * (at + 1), "EUR")
        for at, n in enumerate(of)
    ]


def wrote(how: notation.Notation, *of: str) -> str:
    return how(notation.Listed(documents(*of), GERMAN, "Nr"))


@pytest.mark.parametrize(
    ("digit", "of", "right"),
    [
        (check_digits.luhn, "7992739871", "3"),
        (check_digits.modulo_11, "12345678", "5"),
        (check_digits.sevens, "123456", "1"),
        (check_digits.recursive, "21000000000313947143000901", "7"),
        (check_digits.modulo_97, "539007547034RF00", "18"),
    ],
)
def test_check_digits_are_those_of_published_examples(digit: Callable[[str], str], of: str, right: str):
    assert digit(of) == right


@pytest.mark.oracle
@given(st.integers(0, 2_000_000))
def test_references_have_the_check_digits_that_an_independent_library_finds(running: int):
    from stdnum import iso11649, luhn
    from stdnum.be import ogm_vcs
    from stdnum.ch import esr

    assert iso11649.is_valid(references.creditor(running))
    assert ogm_vcs.is_valid(references.belgian(running).strip("+"))
    assert esr.is_valid(references.swiss(running))
    assert luhn.is_valid(references.kid(running))


@pytest.mark.parametrize(
    ("made", "printed"),
    [
        (references.finnish(203), "312031"),
        (references.kid_11(0), "5500000000-"),
        (references.spaced("RF712348231"), "RF71 2348 231"),
        (references.spaced("312038"), "3 12038"),
        (references.spaced("+++310/0000/10183+++"), "***310/0000/10183***"),
    ],
)
def test_references_look_like_those_of_their_country(made: str, printed: str):
    assert made == printed


@pytest.mark.parametrize("country", sorted(LENGTHS))
def test_accounts_have_right_check_digits(country: str):
    made = account(country, Chance(country))
    assert made[2:4] == check_digits.modulo_97(made[4:] + country + "00")


@pytest.mark.parametrize(
    ("how", "text"),
    [
        (notation.separated(", "), "Nr A-0123, A-0124, A-0131"),
        (notation.in_words, "Nr A-0123, A-0124 und A-0131"),
        (notation.labelled, "Nr A-0123 Nr A-0124 Nr A-0131"),
        (notation.with_amounts, "Nr A-0123 EUR 1.000,50; Nr A-0124 EUR 2.001,00; Nr A-0131 EUR 3.001,50"),
        (notation.as_table, "A-0123;1.000,50\nA-0124;2.001,00\nA-0131;3.001,50"),
        (notation.as_codes, "/INV/A-0123/INV/A-0124/INV/A-0131"),
        (notation.glued, "Nr A-0123A-0124A-0131"),
        (notation.tails("/"), "Nr A-0123/124/131"),
    ],
)
def test_lists_are_written_in_many_ways(how: notation.Notation, text: str):
    assert wrote(how, "A-0123", "A-0124", "A-0131") == text


def test_numbers_of_two_series_are_not_shortened():
    assert wrote(notation.tails(", "), "A-0123", "B-0123") == "Nr A-0123, B-0123"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("bare", "A70012"), ("case", "a7-0012"), ("zeros", "A7-12"), ("prefix", "0012"), ("trunc_tail", "A7-001"),
    ],
)  # fmt: skip
def test_damage_without_chance(kind: str, text: str):
    assert DAMAGES[kind](Chance(""), "A7-0012") == text


@given(st.sampled_from(sorted(DAMAGES)), st.integers())
def test_damage_leaves_something(kind: str, seed: int):
    assert DAMAGES[kind](Chance(str(seed)), "A7-0012")


def test_what_looks_like_nothing_else_is_not_misread():
    assert DAMAGES["O0"](Chance(""), "A7-3") == "A7-3"


def test_amounts_have_the_digits_of_their_currency():
    assert [written(123_456, each, ".", ",") for each in ("EUR", "JPY", "KWD")] == ["1,234.56", "123,456", "123.456"]
    assert ENGLISH.amount(-5, "EUR") == "-0.05"
    assert converted(10_000, "EUR", "JPY") == 16_666


def test_running_numbers_are_counted_apart_where_the_series_says_so():
    made, monthly = numbers.Numbering(), numbers.MONTHLY
    days = (DAY, DAY, date(2026, 11, 2))
    assert [made.next(monthly, day, 0) for day in days] == ["202610-00001", "202610-00002", "202611-00001"]
