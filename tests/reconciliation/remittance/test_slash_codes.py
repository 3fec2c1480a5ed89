"""Codes between slashes: the Dutch banks' SEPA layouts and SWIFT."""

import pytest

from otcore.reconciliation.remittance import Part
from tests.reconciliation.remittance.said import remittance, said


def test_a_dutch_credit_transfer():
    assert said("/TRTP/SEPA OVERBOEKING/IBAN/NL44RABO0123456789/BIC/RABONL2U/NAME/ACME BV/REMI/26/0031/EREF/P-1") == [
        (Part.KIND, "SEPA OVERBOEKING"),
        (Part.ACCOUNT, "NL44RABO0123456789"),
        (Part.BANK, "RABONL2U"),
        (Part.PAYER_NAME, "ACME BV"),
        (Part.REMITTANCE, "26/0031"),
        (Part.PAYER_REFERENCE, "P-1"),
    ]


def test_empty_fields_are_left_out():
    assert said("/TRTP/SEPA/NAME//REMI//EREF/NONREF") == [(Part.KIND, "SEPA")]


def test_a_slash_may_end_one_code_and_begin_the_next():
    assert said("/NAME/REMI/4711") == [(Part.REMITTANCE, "4711")]


def test_a_counterparty_is_account_bank_name_and_city():
    text = "/EREF/E1//CNTP/NL01INGB0000000001/INGBNL2A/ACME BV/UTRECHT///REMI/USTD//Factuur 12/"
    assert said(text) == [
        (Part.PAYER_REFERENCE, "E1"),
        (Part.ACCOUNT, "NL01INGB0000000001"),
        (Part.BANK, "INGBNL2A"),
        (Part.PAYER_NAME, "ACME BV"),
        (Part.OTHER, "UTRECHT"),
        (Part.REMITTANCE, "Factuur 12"),
    ]


def test_a_counterparty_may_be_cut_short():
    assert said("/CNTP/NL01INGB0000000001") == [(Part.ACCOUNT, "NL01INGB0000000001")]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("/REMI/STRD/CUR/9001000012345678/EREF/x", "9001000012345678"),
        ("/REMI/STRD/ISO/RF18539007547034", "RF18539007547034"),
        ("/REMI/STRD/RF18539007547034", "RF18539007547034"),
    ],
)
def test_a_structured_reference(text, reference):
    assert said(text)[0] == (Part.CREDITOR_REFERENCE, reference)


@pytest.mark.parametrize("code", ["RFB", "INV", "IPI", "URI"])
def test_swift_codes_of_remittance_information(code):
    assert remittance(f"/{code}/2026-0001") == ["2026-0001"]


def test_the_reference_of_the_customer_is_the_payers():
    assert said("/ROC/PAY-77//URI/Invoice 26/0001") == [
        (Part.PAYER_REFERENCE, "PAY-77"),
        (Part.REMITTANCE, "Invoice 26/0001"),
    ]


def test_a_number_that_contains_a_code_stays_whole():
    assert remittance("/REMI/2026/INV/0001/EREF/x") == ["2026/INV/0001"]


def test_a_purpose_of_business():
    assert said("/BUSP/GOODS 4711")[0] == (Part.PURPOSE, "GOODS")


@pytest.mark.parametrize("tail", ["/ER", "/ERE", "/EREF"])
def test_a_code_that_was_cut_off_at_the_end_is_no_remittance_information(tail):
    assert remittance(f"/TRTP/SEPA/REMI/Invoice 4711{tail}") == ["Invoice 4711"]


def test_other_words_at_the_end_are():
    assert remittance("/REMI/Invoice 4711/XY") == ["Invoice 4711/XY"]


def test_a_code_broken_at_65_characters():
    text = "/TRTP/SEPA OVERBOEKING/IBAN/NL44RABO0123456789/BIC/RABONL2U/NAME/ACME BV/REMI/4711"
    assert remittance(text[:62] + "xyz", text[62:]) == ["4711"]
    cut = "/TRTP/SEPA OVERBOEKING/IBAN/NL44RABO0123456789/NAME/ACME B.V. 1/REMI/4711"
    assert remittance(cut[:65], cut[65:]) == ["4711"]


def test_a_code_with_a_blank_where_it_was_broken_is_recognised():
    assert remittance("/TRTP/SEPA/RE MI/4711/EREF/x") == ["4711"]
