"""Money that no bank file told is recorded under the host's own id."""

from typing import Any

import pytest

from otcore.payments.receipt import evolve
from otcore.payments.recording import RecordReceipt, record
from otcore.values.faults import Invalid, Rejected
from tests.payments.bank_rows import DAY, eur, receipt


def told(**more) -> RecordReceipt:
    fields: dict[str, Any] = {"receipt": "R1", "account": "till", "day": DAY, "amount": eur("10.00")}
    return RecordReceipt(**fields | more)


def test_recorded_money_says_what_it_was_told():
    command = told(reference="RF18", text="INV-1", payer_name="Acme", payer_account="NO9386011117947")
    (fact,) = record(None, command, "C1")
    row = fact.transaction
    assert (row.amount, row.credit, row.booked) == (eur("10.00"), True, DAY)
    assert (row.structured_reference, row.text, row.payer_name) == ("RF18", ("INV-1",), "Acme")
    assert row.payer_account == "NO9386011117947"
    assert (evolve(None, fact).customer, evolve(None, fact).statement) == ("C1", "")


def test_without_words_of_the_payer_there_is_no_text():
    assert record(None, told(), "")[0].transaction.text == ()


def test_money_is_recorded_once():
    with pytest.raises(Rejected, match="RECEIPT_EXISTS: receipt=R1"):
        record(receipt(), told(), "")


@pytest.mark.parametrize("amount", ["0.00", "-10.00"])
def test_no_money_is_no_receipt(amount: str):
    with pytest.raises(Invalid, match="AMOUNT_NOT_POSITIVE"):
        record(None, told(amount=eur(amount)), "")
