"""A batch of direct debits as a pain.008 message."""

from datetime import datetime
from typing import Any

from sepaxml import SepaDD

from otcore.adapters.sepa.message import Message
from otcore.adapters.sepa.party import Party, cents
from otcore.payments.payment_batch import Debit, PaymentBatch

VERSIONS = ("pain.008.001.02", "pain.008.001.08", "pain.008.001.09", "pain.008.001.10")


def write_direct_debits(
    batch: PaymentBatch, us: Party, creditor: str, made: datetime, version: str = "pain.008.001.08"
) -> bytes:
    """The file for the bank: a part for each sequence and day, in which each debit stands with its mandate.

    `creditor`: the SEPA creditor identifier. `made`: when, as the bank reads it (UTC, without the zone). The same batch
    gives the same bytes. Raises `Invalid` SEPA_FILE, NOT_IN_EURO, AMOUNT_TOO_LARGE.
    """
    said: dict[str, Any] = {"name": us.name, "IBAN": us.iban, "batch": True, "creditor_id": creditor, "currency": "EUR"}
    said["instrument"] = batch.scheme
    if us.bic or version == VERSIONS[0]:
        said["BIC"] = us.bic
    file = SepaDD(said, schema=version)
    debits = sorted(batch.debits, key=lambda each: (each.day, each.sequence))
    for each in debits:
        file.add_payment(_payment(each))
    message = Message(file.export(validate=False), version)
    _name_parts(message, debits)
    _tell_moved(message, debits)
    return message.written(batch.id, made)


def _payment(debit: Debit) -> dict[str, Any]:
    payment: dict[str, Any] = {
        "name": debit.name,
        "IBAN": debit.account,
        "amount": cents(debit.amount),
        "type": debit.sequence,
        "collection_date": debit.day,
        "mandate_id": debit.mandate,
        "mandate_date": debit.signed,
        "description": debit.text,
        "endtoend_id": debit.end_to_end,
    }
    return payment | ({"BIC": debit.bic} if debit.bic else {})


def _name_parts(message: Message, debits: list[Debit]) -> None:
    """Each part by its group, so that the bank's statement says which one it booked."""
    groups = dict.fromkeys(each.group for each in debits)
    for element, group in zip(message.all("PmtInfId"), groups, strict=True):
        element.text = group


def _tell_moved(message: Message, debits: list[Debit]) -> None:
    """The debtor's bank learns that the account of a mandate is another (SMNDA: same mandate, new debtor account)."""
    for element, debit in zip(message.all("MndtRltdInf"), debits, strict=True):
        if not debit.moved:
            continue
        outer = element
        for name in ("AmdmntInfDtls", "OrgnlDbtrAcct", "Id", "Othr"):
            inner = message.element(name)
            if name == "AmdmntInfDtls":
                outer.append(message.element("AmdmntInd", "true"))
            outer.append(inner)
            outer = inner
        outer.append(message.element("Id", "SMNDA"))
