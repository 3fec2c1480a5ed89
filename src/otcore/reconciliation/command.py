"""What a host asks of cash application."""

from attrs import frozen

from otcore.payments.receipt import Receipt
from otcore.values.command import Command


@frozen
class ApplyReceipt(Command[Receipt]):
    """Match a receipt and post what is sure. May be repeated: a receipt that was left is tried again, one in full is
    not.
    """

    receipt: str
