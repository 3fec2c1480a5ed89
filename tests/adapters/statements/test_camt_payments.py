"""What a camt payment says beyond its amount: charges, the amount as ordered, returns, mandates, batches."""

import pytest

from otcore.payments.statement import BankTransaction, Returned
from otcore.values import Money
from tests.adapters.statements.camt_writing import amount, details, direction, entry, leaf, tag
from tests.adapters.statements.reading import fault_of, transactions_of


def eur(text: str) -> Money:
    return Money(text, "EUR")


def payment(*content: str, text: str = "8.85", credit: bool = True, more: str = "") -> BankTransaction:
    (taken,) = transactions_of(entry(text, details("".join(content)), more, credit=credit))
    return taken


def record(text: str, *, credit: bool | None = None, currency: str = "EUR") -> str:
    return tag("Rcrd", amount(text, currency), "" if credit is None else direction(credit))


def charges(*records: str) -> str:
    return tag("Chrgs", *records)


def test_a_single_payment_less_its_charges_is_the_entry():
    taken = payment(amount("10", path="AmtDtls/TxAmt/Amt"), charges(record("1.15")))
    assert (taken.amount, taken.charges, taken.original) == (eur("8.85"), eur("1.15"), eur("10"))


def test_charges_come_on_top_of_what_we_pay():
    taken = payment(amount("10", path="AmtDtls/TxAmt/Amt"), charges(record("1.15")), text="11.15", credit=False)
    assert (taken.signed, taken.charges) == (eur("-11.15"), eur("1.15"))


@pytest.mark.parametrize(
    "written",
    [
        tag("Chrgs", amount("1.15"), direction(False)),
        tag("Chrgs", amount("1")) + tag("Chrgs", amount("0.15")),
        tag("Chrgs", amount("1.15", path="TtlChrgsAndTaxAmt")),
        tag("Chrgs", amount("9", path="TtlChrgsAndTaxAmt"), record("2", credit=False), record("0.85", credit=True)),
    ],
    ids=["version 2", "several", "a total", "records"],
)
def test_charges_are_written_in_several_ways(written):
    taken = payment(amount("10", path="AmtDtls/TxAmt/Amt"), written)
    assert (taken.amount, taken.charges) == (eur("8.85"), eur("1.15"))


def test_charges_that_are_told_only_do_not_change_the_amount():
    taken = payment(amount("8.85"), charges(record("1.15")))
    assert (taken.amount, taken.charges) == (eur("8.85"), eur("1.15"))


def test_charges_in_another_currency_are_words():
    taken = payment(amount("8.85"), charges(record("5", currency="USD")))
    assert (taken.charges, taken.additional) == (None, "charges 5.00 USD")


def test_each_payment_of_a_batch_may_have_charges():
    batch = details(amount("10") + charges(record("1")), amount("5") + charges(record("0.50")))
    assert [str(row.signed) for row in transactions_of(entry("13.50", batch))] == ["9.00 EUR", "4.50 EUR"]


def test_the_charges_of_an_entry_are_a_transaction_of_their_own():
    rows = transactions_of(
        entry("14.70", leaf("AcctSvcrRef", "E1"), charges(record("0.30")), details(amount("10"), amount("5")))
    )
    assert [(str(row.signed), row.code) for row in rows] == [("10.00 EUR", ""), ("5.00 EUR", ""), ("-0.30 EUR", "CHRG")]
    assert [row.entry_reference for row in rows] == ["E1", "E1", "E1"]
    assert rows[2].additional == "charges"


def test_an_amount_that_charges_do_not_explain_is_refused():
    assert fault_of(entry("8.85", details(amount("10") + charges(record("1"))))).code == "BATCH_SUM"


def test_a_payment_ordered_in_another_currency_keeps_that_amount():
    taken = payment(amount("100", "SEK", path="AmtDtls/InstdAmt/Amt"))
    assert (taken.amount, taken.original) == (eur("8.85"), Money("100", "SEK"))


def test_an_amount_that_is_the_amount_itself_is_not_said_twice():
    assert payment(amount("8.85", path="AmtDtls/InstdAmt/Amt")).original is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (tag("Rsn", leaf("Cd", "MD06")), "MD06"),
        (tag("Rsn", leaf("Prtry", "914")), "914"),
        (tag("RtrRsn", leaf("Cd", "AC04")), "AC04"),
        (leaf("OrgnlBkTxCd/Prtry/Cd", "x"), ""),
    ],
)
def test_a_returned_payment_says_why_and_which_it_was(written, reason):
    more = tag("RtrInf", written, leaf("AddtlInf", "no"), leaf("AddtlInf", "way"))
    references = tag("Refs", leaf("EndToEndId", "E-1"), leaf("MndtId", "M-1"), leaf("TxId", "T-1"))
    taken = payment(references, more, credit=False)
    assert taken.returned == Returned(reason, "no way", "E-1", "T-1")
    assert (taken.reversal, taken.credit, taken.mandate) == (True, False, "M-1")


@pytest.mark.parametrize("code", ["UPDD", "PRDD", "RRTN", "RPCR", "RCDD"])
def test_a_bank_transaction_code_of_a_return_makes_a_reversal(code):
    family = tag("Fmly", leaf("Cd", "IDDT"), leaf("SubFmlyCd", code))
    taken = payment("", more=tag("BkTxCd", tag("Domn", leaf("Cd", "PMNT"), family)), credit=False)
    assert (taken.reversal, taken.code) == (True, f"PMNT/IDDT/{code}")


def test_a_bank_has_codes_of_its_own():
    assert payment("", more=leaf("BkTxCd/Prtry/Cd", "166")).code == "166"
    assert payment(leaf("BkTxCd/Prtry/Cd", "167"), more=leaf("BkTxCd/Prtry/Cd", "166")).code == "167"


def parties() -> str:
    return tag("RltdPties", leaf("Dbtr/Nm", "We"), leaf("Cdtr/Nm", "They"), leaf("CdtrAcct/Id/IBAN", "NL1"))


def test_the_payee_is_whom_our_money_went_to():
    out, back = payment(parties(), credit=False), payment(parties(), leaf("RtrInf/Rsn/Cd", "AC04"))
    assert (out.payee_name, out.payee_account) == (back.payee_name, back.payee_account) == ("They", "NL1")
    paid, taken_back = payment(parties()), payment(parties(), leaf("RtrInf/Rsn/Cd", "AC04"), credit=False)
    assert (paid.payee_name, taken_back.payee_name) == ("", "")


def test_a_batch_has_our_own_reference_and_that_of_the_bank():
    batch = tag("NtryDtls", leaf("Btch/PmtInfId", "DD-7"), tag("TxDtls", amount("1")), tag("TxDtls", amount("2")))
    rows = transactions_of(entry("3", leaf("AcctSvcrRef", "E1"), batch))
    assert [(row.batch_reference, row.entry_reference) for row in rows] == [("DD-7", "E1"), ("DD-7", "E1")]


@pytest.mark.parametrize(("path", "expected"), [("NtryDtls/Btch/MsgId", "DD-7"), ("Btch/PmtInfId", "DD-7")])
def test_a_batch_booked_as_one_keeps_our_reference(path, expected):
    (row,) = transactions_of(entry("3", leaf(path, "DD-7")))
    assert (row.batch_reference, row.entry_reference) == (expected, "")


def test_a_payment_may_name_its_own_batch():
    assert payment(leaf("Refs/PmtInfId", "DD-7")).batch_reference == "DD-7"


@pytest.mark.parametrize("foreign", ["", amount("7", "USD")])
def test_a_batch_that_states_no_amount_of_the_account_is_taken_whole(foreign):
    one = foreign + leaf("Refs/EndToEndId", "E-1") + leaf("RmtInf/Ustrd", "INV 1")
    two = foreign + leaf("Refs/EndToEndId", "NOTPROVIDED") + leaf("RmtInf/Strd/CdtrRefInf/Ref", "RF1")
    (row,) = transactions_of(entry("9", leaf("AcctSvcrRef", "E1"), details(one, two), leaf("AddtlNtryInf", "batch")))
    assert (row.signed, row.bank_reference) == (eur("9"), "E1")
    assert row.text == ("INV 1", "E-1", "RF1")
    assert row.additional == "batch\n2 payments without an amount"
