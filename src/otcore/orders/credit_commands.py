"""What is asked of the credit holds of an order, beside releasing them."""

from datetime import date

from attrs import frozen

from otcore.orders.order import Order
from otcore.values.command import Command


@frozen(kw_only=True)
class RecheckCredit(Command[Order]):
    """Make the credit checks of a held order again: after a payment, a new limit, the end of a block.

    Where all pass, its credit holds are lifted, and nobody answers for anything: no later check is skipped for it.
    Refused: `NOT_HELD`, `CREDIT_NOT_CLEARED` with the codes that still fail, `HELD_BY_RULE` where a hold of this kind
    was not placed by a check (a person has to release it), `ORDER_OVER`.
    """

    order: str
    day: date
