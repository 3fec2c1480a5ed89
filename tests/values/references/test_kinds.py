"""Which kind a reference is, and in which form two of them are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.evidence import skeleton
from otcore.values.references import (
    ReferenceKind,
    creditor_reference,
    finnish_reference,
    normal_reference,
    reference_key,
    reference_kinds,
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("RF18 5390 0754 7034", "iso_11649"),
        ("+++090/9337/55493+++", "belgian"),
        ("210000000003139471430009017", "swiss"),
        ("SI12 1234567890120", "slovenian"),
        ("2348236", "finnish"),
        ("2345676", "norwegian swedish"),
        ("5000056789012345", "dutch"),
        ("INV-1", ""),
        ("", ""),
    ],
)
def test_a_text_is_of_every_kind_that_it_fits(text, kinds):
    assert " ".join(reference_kinds(text)) == kinds


def test_every_kind_is_told():
    assert {kind for text in _EXAMPLES for kind in reference_kinds(text)} == set(ReferenceKind)


_EXAMPLES = (
    *("RF18539007547034", "090933755493", "210000000003139471430009017", "SI121234567890120", "HR01 12345679"),
    *("2348236", "2345676", "000000000000018", "5000056789012345", "3139471430009018", "0000000000000100"),
)


@given(st.text(max_size=30))
def test_the_normal_form_of_other_texts_is_capitals_and_digits(text):
    plain = skeleton(text)
    assert normal_reference(text) in (plain, plain[4:])


@given(st.text("ABC0123456789", min_size=1, max_size=21))
def test_the_normal_form_of_a_creditor_reference_is_its_body(body):
    assert normal_reference(creditor_reference(body)) == body


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+++090/9337/55493+++", "***090/9337/55493***"),
        ("RF18 5390 0754 7034", "539007547034"),
        ("0000 0000 0000 0234 8236", "2348236"),
        (creditor_reference(finnish_reference("123456")), "1234561"),
        ("SI12 1234567890120", "1234567890120"),
        ("+71<000000000000018+12345678<", "18"),
        ("000000000000018", "18"),
        ("21 00000 00003 13947 14300 09017", "210000000003139471430009017"),
    ],
)
def test_two_writings_of_one_reference_have_one_key(one, other):
    assert reference_key(one) == reference_key(other)


@pytest.mark.parametrize("text", ["SI99 0001", "A-001", "HR0X1", "000"])
def test_other_texts_are_their_own_key(text):
    assert reference_key(text) == normal_reference(text)
