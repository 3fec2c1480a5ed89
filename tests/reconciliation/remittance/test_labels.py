"""Words with a colon, as banks print them."""

import pytest

from otcore.reconciliation.remittance import Part
from tests.reconciliation.remittance.said import remittance, said


def test_a_us_wire():
    assert said("ORIG:ACME INC REF:/INV/4711") == [(Part.PAYER_NAME, "ACME INC"), (Part.REMITTANCE, "4711")]


def test_a_fedwire_line():
    assert said("/ORG=ACME INC SRF# 2019 TRN#19 RFB# INV 4711 OBI=MARCH") == [
        (Part.PAYER_NAME, "ACME INC"),
        (Part.OTHER, "2019"),
        (Part.OTHER, "19"),
        (Part.REMITTANCE, "INV 4711"),
        (Part.REMITTANCE, "MARCH"),
    ]


def test_an_ach_line():
    text = "ORIG CO NAME:ACME CORP ORIG ID:1234 CO ENTRY DESCR:PAYMENT SEC:CCD IND ID:INV77 IND NAME:OTCORE TRN: 99"
    assert said(text) == [
        (Part.PAYER_NAME, "ACME CORP"),
        (Part.OTHER, "1234"),
        (Part.KIND, "PAYMENT"),
        (Part.KIND, "CCD"),
        (Part.REMITTANCE, "INV77"),
        (Part.PAYEE, "OTCORE"),
        (Part.OTHER, "99"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Naam: ACME Omschrijving: factuur 1 IBAN: NL65INGB0123456789", "ACME", "factuur 1"),
        ("REK: NL65INGB0123456789/NAAM: ACME; Omschrijving: factuur 1", "ACME", "factuur 1"),
        ("AUFTRAGGEBER: JANE DOE MITTEILUNGEN: RECHNUNG 7", "JANE DOE", "RECHNUNG 7"),
        ("OD: JAN NOWAK; TYT.: FV 12/2026", "JAN NOWAK", "FV 12/2026"),
    ],
)
def test_words_of_other_languages(text, name, words):
    assert (Part.PAYER_NAME, name) in said(text)
    assert remittance(text) == [words]


def test_a_number_behind_a_name_is_not_lost():
    assert said("Name: Miller Ltd 4711") == [(Part.PAYER_NAME, "Miller Ltd"), (Part.REMITTANCE, "4711")]


@pytest.mark.parametrize("account", ["DE02120300000000202051", "DE02 1203 0000 0000 2020 51"])
def test_words_behind_an_account_are_not_lost(account):
    assert said(f"IBAN: {account} Invoice 4711") == [(Part.ACCOUNT, account), (Part.REMITTANCE, "Invoice 4711")]


def test_a_label_is_a_whole_word():
    assert remittance("MYREF:4711") == ["MYREF:4711"]


def test_a_label_before_a_code_of_a_bank_counts():
    assert said("ORIG:ACME EREF+77")[0] == (Part.PAYER_NAME, "ACME")


def test_a_label_with_a_blank_where_it_was_broken_is_recognised():
    text = "ORIG CO NAME:ACME  CORP ORIG \nID:1234 ENTRY  DESCR:PAYMENT TRAC E#:489 ADDEN DA:INV 7"
    assert said(text) == [
        (Part.PAYER_NAME, "ACME  CORP"),
        (Part.OTHER, "1234"),
        (Part.KIND, "PAYMENT"),
        (Part.OTHER, "489"),
        (Part.REMITTANCE, "INV 7"),
    ]


def test_what_an_unknown_label_introduces_is_not_lost():
    assert remittance("ORIG ID:1234 BILLREF:4711 SEC:CTX OUR DOC:4712") == ["BILLREF:4711", "OUR DOC:4712"]
    assert remittance("AUFTRAGGEBER: JANE DOE BELEG:7") == ["BELEG:7"]
