"""What a host asks of cash application."""

from datetime import date

from attrs import frozen

from otcore.payments.importing import Statement
from otcore.payments.receipt import Receipt
from otcore.values.command import Command


@frozen
class ApplyReceipt(Command[Receipt]):
    """Match a receipt and post what is sure. A receipt that was left may be tried again; one in full stays as it is.

    `day` is the business day of the decision: figures as of an earlier day do not see it. None: the day the money was
    booked. It is never before that day, nor before an item's own.
    """

    receipt: str
    day: date | None = None


@frozen
class ApplyStatement(Command[Statement]):
    """Match the receipts of a statement as one batch, so that none takes another's better match. `day`: as above."""

    statement: str
    day: date | None = None
