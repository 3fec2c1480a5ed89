"""Batches as files for the bank: they fit the schemas of ISO 20022, say what the batch says, and are the same again."""

from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from otcore.adapters.sepa import Party, write_credit_transfers, write_direct_debits
from otcore.adapters.sepa.credit_transfers import VERSIONS as TRANSFER_VERSIONS
from otcore.adapters.sepa.direct_debits import VERSIONS as DEBIT_VERSIONS
from otcore.adapters.sepa.party import party_of, plain
from otcore.invoicing.seller import Seller
from otcore.payments.payment_batch import Debit, PaymentBatch, Transfer, group_of
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.party import Party as Named

DAY, MADE = date(2026, 3, 30), datetime(2026, 3, 26, 12, 30, 15, 999, UTC)
IBAN = "DE89370400440532013000"
US = Party("Seller GmbH", IBAN, "COBADEFFXXX")
CREDITOR = "DE98ZZZ09999999999"


def debit(number: int = 1, sequence: str = "RCUR", **more: Any) -> Debit:
    day = more.get("day", DAY)
    fields: dict[str, Any] = {
        "end_to_end": f"DD-{number}",
        "group": group_of("B1", sequence, day),
        "amount": Money("10.50", "EUR"),
        "name": "Customer C1",
        "account": IBAN,
        "bic": "",
        "mandate": f"M{number}",
        "signed": date(2025, 1, 31),
        "sequence": sequence,
        "day": day,
        "text": "INV-2026-000001",
    }
    return Debit(**fields | more)


def transfer(number: int = 1, **more: Any) -> Transfer:
    fields: dict[str, Any] = {
        "end_to_end": f"RF-{number}",
        "amount": Money("7.00", "EUR"),
        "name": "Customer C1",
        "account": IBAN,
        "bic": "",
        "text": "paid twice",
    }
    return Transfer(**fields | more)


def debits(*each: Debit, scheme: str = "CORE", version: str = "pain.008.001.08", us: Party = US) -> bytes:
    return write_direct_debits(PaymentBatch("B1", DAY, scheme, each), us, CREDITOR, MADE, version)


def transfers(*each: Transfer, version: str = "pain.001.001.09", us: Party = US, **more: Any) -> bytes:
    return write_credit_transfers(PaymentBatch("R1", DAY, transfers=each), us, MADE, version, **more)


def texts(file: bytes, name: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(file).iter() if each.tag.endswith("}" + name)]


@pytest.mark.parametrize("version", DEBIT_VERSIONS)
@pytest.mark.parametrize("scheme", ["CORE", "B2B"])
def test_debits_fit_every_version_of_the_schema(version: str, scheme: str):
    file = debits(
        debit(1, "FRST"),
        debit(2),
        debit(3, "OOFF"),
        debit(4, "FNAL", bic="COBADEFFXXX"),
        scheme=scheme,
        version=version,
    )
    assert texts(file, "SeqTp") == ["FNAL", "FRST", "OOFF", "RCUR"]
    assert set(texts(file, "Cd")) == {"SEPA", scheme}
    assert (texts(file, "NbOfTxs")[0], texts(file, "CtrlSum")[0]) == ("4", "42.00")


@pytest.mark.parametrize("version", TRANSFER_VERSIONS)
def test_transfers_fit_every_version_of_the_schema(version: str):
    file = transfers(transfer(), transfer(2, bic="COBADEFFXXX"), version=version)
    assert texts(file, "EndToEndId") == ["RF-1", "RF-2"]
    assert texts(file, "CtrlSum") == ["14.00", "14.00"]


def test_the_same_batch_gives_the_same_bytes():
    assert debits(debit(), debit(2)) == debits(debit(), debit(2))
    assert transfers(transfer()) == transfers(transfer())


def test_ids_and_times_are_those_of_the_batch():
    file = debits(debit())
    assert (texts(file, "MsgId"), texts(file, "CreDtTm")) == (["B1"], ["2026-03-26T12:30:15"])
    assert texts(file, "PmtInfId") == [group_of("B1", "RCUR", DAY)]
    assert texts(transfers(transfer()), "PmtInfId") == ["R1"]


def test_each_sequence_and_day_is_a_part_with_its_own_sum():
    later = date(2026, 4, 1)
    file = debits(debit(1), debit(2, day=later), debit(3), debit(4, "FRST", day=later))
    groups = [group_of("B1", sequence, day) for sequence, day in (("RCUR", DAY), ("FRST", later), ("RCUR", later))]
    assert texts(file, "PmtInfId") == groups
    assert texts(file, "NbOfTxs") == ["4", "2", "1", "1"]
    assert texts(file, "ReqdColltnDt") == ["2026-03-30", "2026-04-01", "2026-04-01"]
    assert texts(file, "EndToEndId") == ["DD-1", "DD-3", "DD-4", "DD-2"]


def test_a_mandate_whose_account_moved_says_so_and_no_other():
    file = debits(debit(1), debit(2, moved=True), debit(3))
    moved = [each for each in ET.fromstring(file).iter() if each.tag.endswith("}MndtRltdInf")]
    assert [len(each) for each in moved] == [2, 4, 2]
    assert texts(file, "AmdmntInd") == ["true"]
    assert "SMNDA" in texts(file, "Id")


def test_a_house_without_a_bic_is_taken_by_its_iban():
    us = Party("Seller GmbH", IBAN)
    assert "NOTPROVIDED" in texts(debits(debit(), us=us), "Id")
    assert "NOTPROVIDED" in texts(transfers(transfer(), us=us), "Id")
    with pytest.raises(Invalid, match="SEPA_FILE"):
        debits(debit(), us=us, version="pain.008.001.02")


def test_a_refund_may_be_paid_on_another_day():
    assert texts(transfers(transfer(), execute=date(2026, 4, 2)), "Dt") == ["2026-04-02"]
    assert texts(transfers(transfer()), "Dt") == ["2026-03-30"]


def test_text_is_written_in_the_signs_that_all_banks_take():
    file = debits(debit(name="Müller & Söhne <Αθήνα>", text="Rechnung №7 — „danke“ " + "x" * 200))
    assert texts(file, "Nm")[-1] == "Muller . Sohne .Athena."
    (text,) = texts(file, "Ustrd")
    assert len(text) <= 140
    assert plain(text) == text
    assert plain("§§") == ".."
    assert plain("  ") == "."


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (Money("1.00", "USD"), "NOT_IN_EURO"),
        (Money("0.00", "EUR"), "AMOUNT_TOO_LARGE"),
        (Money("1000000000.00", "EUR"), "AMOUNT_TOO_LARGE"),
    ],
)
def test_what_sepa_does_not_move_is_refused(amount: Money, code: str):
    with pytest.raises(Invalid, match=code):
        debits(debit(amount=amount))
    with pytest.raises(Invalid, match=code):
        transfers(transfer(amount=amount))


def test_what_the_schema_does_not_take_is_refused():
    with pytest.raises(Invalid, match="SEPA_FILE"):
        debits(debit(bic="no bic"))
    with pytest.raises(Invalid, match="SEPA_FILE"):
        transfers(transfer(account="12"))


def test_the_party_is_the_house_s_seller():
    seller = Seller(party=Named("Seller"), iban="DE89 3704 0044 0532 0130 00", bic="COBADEFFXXX")
    assert party_of(seller) == Party("Seller", IBAN, "COBADEFFXXX")
    with pytest.raises(Invalid, match="IBAN_FORMAT"):
        party_of(Seller(party=Named("Seller")))


@pytest.mark.parametrize("amount", ["0.01", "0.10", "1.00", "999999999.99"])
def test_every_amount_keeps_its_cents(amount: str):
    assert texts(debits(debit(amount=Money(amount, "EUR"))), "InstdAmt") == [amount]
