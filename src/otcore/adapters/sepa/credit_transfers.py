"""A batch of refunds as a pain.001 message."""

from datetime import date, datetime
from typing import Any

from sepaxml import SepaTransfer

from otcore.adapters.sepa.message import Message
from otcore.adapters.sepa.party import Party, cents
from otcore.payments.payment_batch import PaymentBatch, Transfer

VERSIONS = ("pain.001.001.03", "pain.001.001.09", "pain.001.001.10", "pain.001.001.11")


def write_credit_transfers(
    batch: PaymentBatch, us: Party, made: datetime, version: str = "pain.001.001.09", execute: date | None = None
) -> bytes:
    """The file for the bank. `execute`: on which day it pays; None: the batch's own.

    `made`: when, as the bank reads it (UTC, without the zone). The same batch gives the same bytes.
    Raises `Invalid` SEPA_FILE, NOT_IN_EURO, AMOUNT_TOO_LARGE.
    """
    said: dict[str, Any] = {"name": us.name, "IBAN": us.iban, "batch": True, "currency": "EUR"}
    if us.bic:
        said["BIC"] = us.bic
    file = SepaTransfer(said, schema=version)
    for each in batch.transfers:
        file.add_payment(_payment(each, execute or batch.day))
    message = Message(file.export(validate=False), version)
    message.one("PmtInfId").text = batch.id
    if not us.bic:
        other = message.element("Othr")
        other.append(message.element("Id", "NOTPROVIDED"))
        message.one("FinInstnId").append(other)
    return message.written(batch.id, made)


def _payment(transfer: Transfer, day: date) -> dict[str, Any]:
    payment: dict[str, Any] = {
        "name": transfer.name,
        "IBAN": transfer.account,
        "amount": cents(transfer.amount),
        "execution_date": day,
        "description": transfer.text,
        "endtoend_id": transfer.end_to_end,
    }
    return payment | ({"BIC": transfer.bic} if transfer.bic else {})
