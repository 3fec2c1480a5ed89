"""Structured references in free text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.references import ReferenceKind, structured_references
from otcore.values.references import creditor_reference, swiss_reference


def found(*lines: str) -> list[tuple[str, str]]:
    """Kind and key of each reference."""
    return [(each.kind.value, each.key) for each in structured_references(lines)]


RF = ("iso_11649", "539007547034")
BELGIAN = ("belgian", "90933755493")
SWISS = ("swiss", "210000000003139471430009017")


@pytest.mark.parametrize(
    "text",
    [
        "RF18539007547034",
        "rf18539007547034",
        "pay RF18 5390 0754 7034 thank you",
        "RF18 5390 0754 7034 2026",
        "RF18539007547034 INV 1",
        "RF18 539007547034 INV 1",
        "RF18539 007547034",
        "SVWZ+RF18539007547034",
        "stra\u00dfe 1, RF18539007547034",
    ],
)
def test_creditor_references(text):
    assert found(text) == [RF]


@pytest.mark.parametrize("text", ["RF19539007547034", "XRF18539007547034", "RFQ 2026 1", "RF 18", "RF18-5390"])
def test_what_is_no_creditor_reference(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["+++090/9337/55493+++", "***090/9337/55493***", "090/9337/55493", "ref 090933755493.", "+++090/93 37/55493+++"],
)
def test_belgian_references(text):
    assert found(text) == [BELGIAN]


@pytest.mark.parametrize(
    "text",
    [
        "210000000003139471430009017",
        "Ref. 21 00000 00003 13947 14300 09017 danke",
        "2100000000031 39471430009017",
    ],
)
def test_swiss_references(text):
    assert found(text) == [SWISS]


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("KID: 2345676", "norwegian", "2345676"),
        ("KID-nr 2345676", "norwegian", "2345676"),
        ("viite 23482 36", "finnish", ""),
        ("VIITENUMERO 2348236", "finnish", "2348236"),
        ("OCR 12345674", "swedish", "12345674"),
        ("+71<000000000000018+12345678<", "danish", "18"),
        ("SI12 1234567890120", "slovenian", "1234567890120"),
        ("HR01 1234567-9", "croatian", "12345679"),
        ("5000 0567 8901 2345", "dutch", "5000056789012345"),
    ],
)
def test_references_of_other_countries(text, kind, key):
    assert found(text) == ([(kind, key)] if key else [])


@pytest.mark.parametrize(
    "text",
    ["", "2348236", "Invoice 2345676", "9000003101 9000003729 9000003954", "090933755492", "KID 2345677"],
)
def test_plain_numbers_are_none(text):
    assert found(text) == []


def test_several_in_their_order():
    assert found("090/9337/55493 and RF18539007547034") == [BELGIAN, RF]


def test_one_broken_over_two_lines():
    text = "Rechnung vom 12.3. RF18 5390 0754 7034 danke"
    assert found(text[:27], text[27:]) == [RF]
    (reference,) = structured_references((text[:27], text[27:]))
    assert [(span.line, span.start, span.end) for span in reference.spans] == [(0, 19, 27), (1, 0, 11)]


@given(st.text("ABCXYZ0123456789", min_size=1, max_size=21), st.sampled_from(["", "for ", "Rg. 12: "]))
def test_a_creditor_reference_stands_out_of_any_words(body, before):
    (reference,) = structured_references((f"{before}{creditor_reference(body)}, thanks",))
    assert reference.kind is ReferenceKind.ISO_11649


@given(st.integers(1, 10**26 - 1).map(str))
def test_a_swiss_reference_stands_out_of_any_words(number):
    (reference,) = structured_references((f"Rg. 12: {swiss_reference(number)} danke",))
    assert reference.kind is ReferenceKind.SWISS
