"""Laws of every kind of reference: what is made is recognised, and what is mistyped is not."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from otcore.values import Invalid
from otcore.values.references import (
    belgian_reference,
    croatian_reference,
    danish_reference,
    dutch_reference,
    finnish_reference,
    has_length_digit,
    is_belgian_reference,
    is_croatian_reference,
    is_danish_reference,
    is_dutch_reference,
    is_finnish_reference,
    is_norwegian_reference,
    is_slovenian_reference,
    is_swedish_reference,
    is_swiss_reference,
    norwegian_reference,
    slovenian_reference,
    swedish_reference,
    swiss_reference,
)

Maker = Callable[[str], str]
Check = Callable[[str], bool]

MADE: list[tuple[int, int, Maker, Check]] = [
    (1, 10, belgian_reference, is_belgian_reference),
    (1, 26, swiss_reference, is_swiss_reference),
    (3, 19, finnish_reference, is_finnish_reference),
    (1, 24, norwegian_reference, lambda text: is_norwegian_reference(text, 10)),
    (1, 24, lambda number: norwegian_reference(number, 11), lambda text: is_norwegian_reference(text, 11)),
    (1, 24, swedish_reference, is_swedish_reference),
    (1, 14, danish_reference, is_danish_reference),
]
"""Shortest and longest number, how it is made and recognised: those that promise to notice every wrong digit."""
OTHERS: list[tuple[int, int, Maker, Check]] = [
    (1, 15, dutch_reference, is_dutch_reference),
    (1, 12, slovenian_reference, is_slovenian_reference),
    (1, 21, croatian_reference, is_croatian_reference),
    (1, 23, lambda number: swedish_reference(number, length=True), has_length_digit),
    (1, 15, lambda number: danish_reference(number, "75"), is_danish_reference),
]


def numbers(shortest: int, longest: int):
    """Numbers that do not begin with zero."""
    return st.from_regex(rf"[1-9][0-9]{{{shortest - 1},{longest - 1}}}", fullmatch=True)


@pytest.mark.parametrize(("shortest", "longest", "made", "is_one"), MADE + OTHERS)
@given(data=st.data())
def test_what_is_made_is_recognised(shortest, longest, made, is_one, data):
    assert is_one(made(data.draw(numbers(shortest, longest))))


@pytest.mark.parametrize(("shortest", "longest", "made", "is_one"), MADE)
@given(data=st.data())
def test_every_wrong_digit_is_noticed(shortest, longest, made, is_one, data):
    reference = made(data.draw(numbers(shortest, longest)))
    place = data.draw(st.sampled_from([place for place, sign in enumerate(reference) if sign.isdigit()]))
    digit = data.draw(st.sampled_from("0123456789"))
    assume(digit != reference[place])
    assume(is_one is not is_finnish_reference or place or digit != "0")  # a zero in front does not count
    assert not is_one(reference[:place] + digit + reference[place + 1 :])


@given(numbers(10, 10), st.integers(0, 10))
def test_a_belgian_reference_notices_neighbours_exchanged(number, place):
    digits = belgian_reference(number).strip("+").replace("/", "")
    assume(digits[place] != digits[place + 1])
    assert not is_belgian_reference(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


@pytest.mark.parametrize(("shortest", "longest", "made", "is_one"), MADE + OTHERS)
def test_numbers_of_another_length_are_refused(shortest, longest, made, is_one):
    with pytest.raises(Invalid, match="REFERENCE_BODY"):
        made("1" * (longest + 1))
    with pytest.raises(Invalid, match="REFERENCE_BODY"):
        made("1" * (shortest - 1))


@pytest.mark.parametrize("number", ["INV-2026-1", "12\u0663", "", "1+1", "²22"])
def test_a_number_that_would_lose_its_letters_is_refused(number):
    with pytest.raises(Invalid, match="REFERENCE_BODY"):
        swiss_reference(number)


@pytest.mark.parametrize("number", ["2026-0001", "2026/0001", "2026 0001", "2026.0001"])
def test_separators_are_left_out(number):
    assert swiss_reference(number) == swiss_reference("20260001")
