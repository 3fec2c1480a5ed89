"""What has closed parts of an open item: cash and credits, and what was closed without either."""

from datetime import date

from attrs import frozen

from otcore.receivables.adjustment import Why
from otcore.values.money import Money


@frozen
class Applied:
    """A part of a receipt, or of a credit, that closes a part of an item; `receipt`: its id, or the credit note's.

    `amount` is in the item's currency. `overdue`: the item was overdue by then, which it is again once this is undone.
    """

    receipt: str
    amount: Money
    day: date
    overdue: bool = False


@frozen
class Adjusted:
    """A part that was closed without cash, and why; `source`: the receipt it came with, or the id of a write-off.

    `given_up`: it is a write-off, which stays when a receipt of the same id is taken off.
    """

    source: str
    why: Why
    amount: Money
    day: date
    overdue: bool = False
    given_up: bool = False
