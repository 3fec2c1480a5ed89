"""Texts, numbers and names in the forms they are compared in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.pieces import pieces
from otcore.reconciliation.spelling.canonical import canonical, may_be_mixed, unmixed
from otcore.reconciliation.spelling.citing import skeleton
from otcore.reconciliation.spelling.names import name_key, name_words


@given(st.text())
def test_every_character_stays_where_it_was(text: str):
    assert len(canonical(text)) == len(text)
    assert len(unmixed(text)) == len(text)


def test_forms_are_resolved():
    assert canonical("\uff29\uff2e\uff36-a\u00df") == "INV-A\u00df"


@pytest.mark.parametrize(
    ("read", "meant"),
    [("9O00011235", "9000011235"), ("2O26-O25756", "2026-025756"), ("l234", "l234"), ("PO123", "PO123")],
)
def test_letters_beside_digits_are_read_for_digits(read: str, meant: str):
    assert unmixed(read) == meant


@given(st.text("0129OILSXA -."))
def test_where_no_such_letter_is_beside_digits_nothing_is_read_otherwise(text: str):
    assert may_be_mixed(text, [(piece.start, piece.end) for piece in pieces(text)]) or unmixed(text) == text


@given(st.text("019-./, EURA"))
def test_dates_and_stated_amounts_are_set_aside_wherever_they_stand(text: str):
    shapes = (
        r"(?<![0-9])[0-3]?[0-9][./-] ?[01]?[0-9][./-] ?(?:20)?[0-9] ?[0-9](?![0-9])"
        r"|(?<![0-9])20[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9])",
        r"(?:\b[A-Z]{3} ?[0-9][0-9.,' ]*[.,][0-9]{2}\b)|(?:\b[0-9][0-9.' ]*,[0-9]{2}\b)",
    )
    aside = [found.span() for shape in shapes for found in re.finditer(shape, text)]
    for piece in pieces(text):
        assert piece.dated == any(low <= piece.start < high for low, high in aside)


@given(st.text("aZ09-./ _,"), st.sampled_from(["", "\uff29"]))
def test_a_text_of_usual_signs_is_spelled_as_any_other(text: str, unusual: str):
    assert skeleton(text + unusual) == skeleton(text) + ("I" if unusual else "")


@pytest.mark.parametrize(
    "written",
    [
        "M\u00fcller S\u00fcd Handel GmbH & Co. KG",
        "MUELLER SUED HANDEL GMBH & CO. KG",
        "Mueller-S\u00fcd Handel",
        "Muller Sud Handel e.K.",
        "M\u00fcller S\u00fcd Handel GmbH & Co",
    ],
)
def test_a_name_is_the_same_however_it_is_written(written: str):
    assert name_key(written) == "MULLERSUDHANDEL"


def test_a_legal_form_that_a_bank_cut_short_is_no_part_of_the_name():
    assert name_words("JANSEN TERRA CONSULTING GMB") == ("JANSEN", "TERRA", "CONSULTING")


def test_a_name_of_nothing_but_a_form_is_kept():
    assert name_words("GmbH") == ("GMBH",)


@given(st.integers(1, 10**15))
def test_weights_are_rounded_down(number: int):
    bits = log2(number)
    assert bits <= 100 * number.bit_length()
    assert bits >= 100 * (number.bit_length() - 1)


def test_of_nothing_there_is_no_logarithm():
    assert (log2(0), log2(1), log2(2), log2(3)) == (0, 0, 100, 158)
