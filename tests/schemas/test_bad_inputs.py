"""The public collection of bad inputs: each of a kind that comes through JSON is refused or made harmless."""

import json

import pytest

from otcore.payments.recording import RecordReceipt
from otcore.schemas import command_of, read_json
from otcore.values import Invalid

RECEIPT = {"receipt": "R", "account": "A", "day": "2026-01-02", "amount": {"amount": "1.00", "currency": "EUR"}}
# The file writes some inputs as a description or as several; these are what they mean.
AMOUNTS = {
    "B01": [("1e999999", "EUR")],
    "B04": [("NaN", "EUR")],
    "B05": [("sNaN", "EUR")],
    "B06": [("Infinity", "EUR"), ("-Infinity", "EUR")],
    "B08": [("1_000", "EUR")],
    "B10": [("\uff11\uff12\uff13", "EUR")],
    "B11": [("  12.5 ", "EUR")],
    "B12": [("1,5", "EUR"), ("1.000,00", "EUR")],
    "B13": [("1.0.0", "EUR")],
    "B14": [("9" * 5000, "EUR")],
    "B15": [("0x10", "EUR")],
    "B16": [("12.345", "EUR")],
    "B17": [("100.5", "JPY"), ("1.2345", "BHD")],
    "B19": [("1", code) for code in ("ZZZ", "eur", "EUR ", "€", "", "XXX", "XTS")],
}
DOCUMENTS = {
    "B22": '"amount": {"amount": 1e400, "currency": "EUR"}',
    "B23": '"amount": {"amount": NaN, "currency": "EUR"}',
    "B24": '"amount": {"amount": "1", "amount": "1000", "currency": "EUR"}',
    "B26": f'"amount": {{"amount": {"9" * 5000}, "currency": "EUR"}}',
    "B27": '"amount": {"amount": true, "currency": "EUR"}',
    "B28": '"is_admin": true',
    "B29": '"payer_name": "\\ud800"',
    "B40": '"payer_name": "a\\u202eb"',
    "B41": f'"text": "{"x" * 1_000_000}"',
    "B60": '"day": "10"',
    "B63": '"day": "9999-12-31"',
    "B73": '"text": "card 4111 1111 1111 1111"',
}


@pytest.mark.parametrize("id", AMOUNTS)
def test_a_bad_amount_or_currency_is_refused(id):
    for amount, currency in AMOUNTS[id]:
        with pytest.raises(Invalid) as error:
            command_of({**RECEIPT, "amount": {"amount": amount, "currency": currency}}, RecordReceipt)
        assert {fault.path.split("/")[1] for fault in error.value.faults} == {"amount"}


def test_a_zero_with_a_sign_is_refused():
    for text in ("-0", "-0.00"):
        with pytest.raises(Invalid) as error:
            command_of({**RECEIPT, "amount": {"amount": text, "currency": "EUR"}}, RecordReceipt)
        assert [fault.code for fault in error.value.faults] == ["NUMBER_NEGATIVE_ZERO"]


@pytest.mark.parametrize("id", DOCUMENTS)
def test_a_bad_document_is_refused(id):
    member = DOCUMENTS[id]
    others = {name: value for name, value in RECEIPT.items() if not member.startswith(f'"{name}"')}
    text = json.dumps(others)[:-1] + f", {member}}}"
    with pytest.raises(Invalid) as error:
        read_json(text.encode(), RecordReceipt)
    assert len(error.value.faults) == 1
    assert member.startswith(f'"{error.value.faults[0].path.split("/")[1]}"')


def test_the_collection_says_no_more_of_these_kinds(cases):
    lines = (cases / "reliability" / "bad_inputs.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    kinds = {"money string", "currency", "JSON", "date"}
    asked = {row["id"] for row in rows if row["surface"] in kinds}
    elsewhere = {"B07", "B64"}  # zero, above; moments in time, which no command has
    assert asked - elsewhere <= AMOUNTS.keys() | DOCUMENTS.keys()
