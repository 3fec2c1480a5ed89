"""Money in that no bank file told: a card terminal, a till, a cheque, a host's own bank connection."""

from datetime import date

from attrs import frozen

from otcore.payments.receipt import Receipt, ReceiptRecorded
from otcore.payments.statement import BankTransaction
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.money import Money


@frozen(kw_only=True)
class RecordReceipt(Command[Receipt]):
    """Record money in under an id of the host's. Refused: `RECEIPT_EXISTS`. `ApplyReceipt` then finds what it pays.

    `reference` is a structured (creditor) reference, `text` what the payer wrote, `payer_account` where it came from.
    """

    receipt: str
    account: str
    day: date
    amount: Money
    reference: str = ""
    text: str = ""
    payer_name: str = ""
    payer_account: str = ""


def record(receipt: Receipt | None, command: RecordReceipt, customer: str) -> tuple[ReceiptRecorded, ...]:
    """The fact that money came in, or `Rejected`; `customer` is who pays from that account, empty when nobody is
    known to.
    """
    if receipt is not None:
        raise Rejected("RECEIPT_EXISTS", receipt=command.receipt)
    row = BankTransaction(
        amount=command.amount,
        credit=True,
        reversal=False,
        booked=command.day,
        value_date=command.day,
        payer_name=command.payer_name,
        payer_account=command.payer_account,
        structured_reference=command.reference,
        text=(command.text,) if command.text else (),
    )
    return (ReceiptRecorded(command.receipt, "", command.account, row, customer),)
