"""Who paid, and what they wrote."""

import pytest

from tests.adapters.statements.camt_writing import details, entry, leaf, tag
from tests.adapters.statements.reading import fault_of, transactions_of


def payment(*content: str, more: str = ""):
    (taken,) = transactions_of(entry("8.85", details("".join(content)), more))
    return taken


def strd(*content: str) -> str:
    return tag("RmtInf", *(tag("Strd", each) for each in content))


@pytest.mark.parametrize(
    "path",
    ["Dbtr/Nm", "Dbtr/Pty/Nm", "Dbtr/Agt/FinInstnId/Nm", "UltmtDbtr/Nm", "UltmtDbtr/Pty/Nm"],
)
def test_the_payer_is_named_in_one_of_five_places(path):
    assert payment(leaf(f"RltdPties/{path}", "Nobel AB")).payer_name == "Nobel AB"


def test_who_pays_goes_before_the_one_on_whose_behalf():
    both = tag("RltdPties", leaf("UltmtDbtr/Nm", "Ultimate"), leaf("Dbtr/Nm", "Debtor"))
    assert payment(both).payer_name == "Debtor"


@pytest.mark.parametrize("path", ["Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id"])
def test_the_account_of_the_payer_is_an_iban_or_the_number_of_the_bank(path):
    assert payment(leaf(f"RltdPties/DbtrAcct/{path}", "NL56AGDH9619008421")).payer_account == "NL56AGDH9619008421"


def test_the_creditor_is_not_the_payer():
    taken = payment(tag("RltdPties", leaf("Cdtr/Nm", "We"), leaf("CdtrAcct/Id/IBAN", "NL26VAYB8060476890")))
    assert (taken.payer_name, taken.payer_account) == ("", "")


def test_an_end_to_end_reference_is_the_payers_own():
    assert payment(leaf("Refs/EndToEndId", "PO-77")).end_to_end == "PO-77"


def test_a_reference_that_was_not_provided_is_none():
    assert payment(leaf("Refs/EndToEndId", "NOTPROVIDED")).end_to_end == ""


def test_the_bank_references_the_payment_else_the_entry():
    of_entry = leaf("AcctSvcrRef", "E1")
    assert payment(leaf("Refs/AcctSvcrRef", "P1"), more=of_entry).bank_reference == "P1"
    assert payment("", more=of_entry).bank_reference == "E1"
    assert payment("", more=leaf("NtryRef", "N1")).bank_reference == "N1"


@pytest.mark.parametrize("path", ["CdtrRefInf/Ref", "CdtrRefInf/CdtrRef"])
def test_a_creditor_reference_is_the_structured_reference(path):
    taken = payment(strd(leaf(path, "RF18539007547034")))
    assert (taken.structured_reference, taken.text) == ("RF18539007547034", ())


def test_what_else_is_structured_follows_the_lines_of_text():
    written = tag(
        "RmtInf",
        leaf("Ustrd", "first line"),
        leaf("Ustrd", "second line"),
        tag("Strd", leaf("RfrdDocInf/Nb", "INV-1"), leaf("CdtrRefInf/Ref", "RF1"), leaf("AddtlRmtInf", "less 2 %")),
        tag("Strd", leaf("RfrdDocInf/RfrdDocNb", "INV-2"), leaf("CdtrRefInf/Ref", "RF2")),
        tag("Strd", leaf("CdtrRefInf/Ref", "RF1")),
    )
    taken = payment(written)
    assert taken.structured_reference == "RF1"
    assert taken.text == ("first line", "second line", "RF2", "INV-1", "INV-2", "less 2 %")


def test_a_text_is_one_line():
    assert payment(leaf("RmtInf/Ustrd", "  invoice\n      4711\u00a0\t and  4712 ")).text == ("invoice 4711 and 4712",)


def test_a_blank_line_is_none():
    assert payment(tag("RmtInf", leaf("Ustrd", " \n "))).text == ()


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x7f", "\x9b"])
def test_a_sign_that_deceives_is_replaced_and_keeps_nothing_out(sign):
    taken = payment(leaf("RltdPties/Dbtr/Nm", f"Evil{sign}Corp"), leaf("RmtInf/Ustrd", f"{sign}7"))
    assert (taken.payer_name, taken.text) == ("Evil\ufffdCorp", ("\ufffd7",))


def test_a_text_of_more_than_a_thousand_characters_is_refused_with_its_place():
    fault = fault_of(entry("8.85", details(leaf("RmtInf/Ustrd", "x" * 1_001))))
    assert fault.code == "TEXT_TOO_LONG"
    assert fault.path.endswith("/Ntry/NtryDtls/TxDtls/RmtInf/Ustrd")


def test_an_account_number_that_cannot_be_seen_is_refused():
    assert fault_of(entry("8.85", details(leaf("RltdPties/DbtrAcct/Id/IBAN", "NL\u200b1")))).code == "ID_FORMAT"


def test_the_words_of_the_bank_are_those_of_entry_and_payment():
    taken = payment(leaf("AddtlTxInf", "fee waived"), more=leaf("AddtlNtryInf", "SEPA credit transfer"))
    assert taken.additional == "SEPA credit transfer\nfee waived"
    assert payment(leaf("AddtlTxInf", "fee waived")).additional == "fee waived"
