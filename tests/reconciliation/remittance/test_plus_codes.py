"""SEPA codes before a plus sign, as banks in Germany and Austria write them."""

import pytest

from otcore.reconciliation.remittance import Part, fields_of
from tests.reconciliation.remittance.said import remittance, said, words_at


def test_reference_and_remittance_are_told_apart():
    assert said("EREF+PAY-77 SVWZ+Invoice 4711") == [
        (Part.PAYER_REFERENCE, "PAY-77"),
        (Part.REMITTANCE, "Invoice 4711"),
    ]


def test_every_code_has_its_part():
    text = "KREF+K1 MREF+M1 CRED+DE98ZZZ DEBT+D1 COAM+1,00 OAMT+2,00 PURP+SALA SVWZ+4711 ABWA+A Ltd ABWE+B Ltd"
    assert said(f"{text} IBAN+DE02 BIC+GENODEF1") == [
        (Part.PAYER_REFERENCE, "K1"),
        (Part.MANDATE, "M1"),
        (Part.CREDITOR_ID, "DE98ZZZ"),
        (Part.OTHER, "D1"),
        (Part.AMOUNT, "1,00"),
        (Part.AMOUNT, "2,00"),
        (Part.PURPOSE, "SALA"),
        (Part.REMITTANCE, "4711"),
        (Part.PAYER_NAME, "A Ltd"),
        (Part.PAYEE, "B Ltd"),
        (Part.ACCOUNT, "DE02"),
        (Part.BANK, "GENODEF1"),
    ]


@pytest.mark.parametrize("none", ["NOTPROVIDED", "NOT PROVIDED", "NONREF", "notprovided"])
def test_a_reference_that_says_there_is_none_is_left_out(none):
    assert said(f"EREF+{none} SVWZ+4711") == [(Part.REMITTANCE, "4711")]


def test_words_behind_a_missing_reference_are_remittance_information():
    assert remittance("EREF+NOTPROVIDED", "Invoice 4711") == ["Invoice 4711"]


def test_without_a_code_for_it_remittance_begins_behind_the_reference():
    assert said("EREF+PAY-77", "Invoice 4711") == [
        (Part.PAYER_REFERENCE, "PAY-77"),
        (Part.REMITTANCE, "Invoice 4711"),
    ]


def test_a_reference_has_at_most_35_characters():
    assert said("EREF+" + "A" * 35 + "INV4711 SVWZ+x")[:2] == [
        (Part.PAYER_REFERENCE, "A" * 35),
        (Part.REMITTANCE, "INV4711"),
    ]


def test_a_code_broken_over_two_lines_is_recognised():
    broken = ("EREF+EndToEndId-7-2026-47SV", "WZ+Invoice 4711")
    assert len(broken[0]) == 27
    assert remittance(*broken) == ["Invoice 4711"]


def test_a_value_broken_over_lines_is_joined_and_found_again():
    lines = ("SVWZ+Invoices 2026-0001 INV", "-2026-0002 and 2026-0003")
    (field,) = fields_of(lines)
    assert field.text == "Invoices 2026-0001 INV-2026-0002 and 2026-0003"
    at = field.text.index("INV-2026-0002")
    assert words_at(lines, field, at, at + 13) == "INV-2026-0002"


def test_codes_in_small_letters_are_codes():
    assert remittance("Eref+1 Svwz+4711") == ["4711"]


def test_a_code_may_stand_behind_anything():
    assert remittance("EREF+PAY77SVWZ+4711") == ["4711"]


def test_words_that_end_like_a_code_are_none():
    assert remittance("SACRED+4711") == ["SACRED+4711"]


def test_words_before_the_first_code_are_remittance_information():
    assert said("Invoice 1 EREF+77") == [(Part.REMITTANCE, "Invoice 1"), (Part.PAYER_REFERENCE, "77")]


def test_labels_within_remittance_information_stay_there():
    assert remittance("SVWZ+Name: Miller Rechnung: 4711") == ["Name: Miller Rechnung: 4711"]


@pytest.mark.parametrize(
    "text", ["EREF+P1 SV WZ+4711", "EREF+P1 SVWZ +4711", "EREF+P1 S VWZ+4711", "EREF+P1 SVWZ\n+4711"]
)
def test_a_code_with_a_blank_where_it_was_broken_is_recognised(text):
    assert remittance(text) == ["4711"]


def test_a_reference_that_would_be_too_long_ends_at_its_first_blank():
    text = "KREF+5076865570 Rechnungen 315890, 319463, 327459"
    assert remittance(f"{text} EREF+x") == ["Rechnungen 315890, 319463, 327459"]


def test_a_text_may_hold_several_lines():
    lines = ("EREF+NOTPROVIDED KREF+5076865570 SV\nWZ+4711, 4712\n4713",)
    assert remittance(*lines) == ["4711, 4712 4713"]
    field = fields_of(lines)[-1]
    assert words_at(lines, field) == "4711, 47124713"
