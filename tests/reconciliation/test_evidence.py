"""What a payment says, in the form it is compared in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.evidence import cited, skeleton


@pytest.mark.parametrize("written", ["INV-2026-0001", "inv 2026/0001", "Inv.2026_0001", "\uff29\uff2e\uff362026-0001"])
def test_a_number_is_the_same_however_it_is_written(written: str):
    assert skeleton(written) == "INV20260001"


@pytest.mark.parametrize(
    "text",
    [
        ("Invoice INV-2026-000123",),
        ("payment for inv 2026 000123 thanks",),
        ("INV-2026-", "000123"),
        ("Rechnung:INV2026000123.",),
    ],
)
def test_a_number_is_found_however_the_bank_broke_it(text: tuple[str, ...]):
    assert "INV2026000123" in cited(text)


def test_a_number_in_more_than_four_pieces_is_not_guessed():
    assert "12345" not in cited(["1 2 3 4 5"])
    assert "1234" in cited(["1 2 3 4 5"])


def test_words_without_a_digit_are_no_numbers():
    assert cited(["many thanks"]) == ()


def test_nothing_said_cites_nothing():
    assert cited([]) == cited([""]) == ()


def test_what_is_longer_than_any_reference_is_no_number():
    assert cited(["1" * 36]) == ()
    assert cited(["1" * 35]) == ("1" * 35,)


def test_candidates_come_in_the_order_of_the_text_each_once():
    assert cited(["7 8 7"]) == ("7", "78", "787", "8", "87")


@given(st.text(st.sampled_from("INV0123456789"), min_size=1, max_size=20), st.text(max_size=30), st.text(max_size=30))
def test_a_number_that_stands_as_a_word_is_found(number: str, before: str, after: str):
    if any(sign.isdigit() for sign in number):
        assert number in cited([before, number, after])
