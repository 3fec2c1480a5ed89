"""What is said to a gateway and what it says: the values of the port, the same for every gateway."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from otcore.payments.gateway.operation import Doing
from otcore.values.card_number import without_pan
from otcore.values.ids import identifier
from otcore.values.money import Money


def token(text: str) -> str:
    """A gateway's token for a card, an account or a wallet. Raises `Invalid` CARD_NUMBER, ID_FORMAT."""
    return without_pan(identifier(text, "token"))


class Outcome(StrEnum):
    """What came of an operation."""

    DONE = "done"
    DECLINED = "declined"
    PENDING = "pending"  # the gateway is still at it, and will say


@frozen(kw_only=True)
class Asked:
    """What a gateway is asked for. The same `key` again asks for the same thing, which is done once.

    `payment`: our id, which the gateway's notifications name. `reference`: the gateway's own, of the authorisation; ""
    when that is asked for. `token`: what stands for the card or account, never its number.
    """

    key: str
    payment: str
    amount: Money
    token: str = field(converter=token)
    reference: str = ""


@frozen(kw_only=True)
class Told:
    """What a gateway says of one operation.

    `key`: under which it was asked for; "" for what it did without being asked from here (a refund by its own screen, a
    chargeback). `reference`: its own name of the effect. `code`: why it declined. `fee`: what it keeps. `day`: None
    for the day of asking.
    """

    doing: Doing
    outcome: Outcome
    amount: Money
    key: str = ""
    reference: str = ""
    code: str = ""
    fee: Money | None = None
    day: date | None = None


@frozen
class Notification:
    """What a web hook says, once its signature was found right: its own id, our payment, and the effect it tells of."""

    id: str
    payment: str
    effect: str = ""
