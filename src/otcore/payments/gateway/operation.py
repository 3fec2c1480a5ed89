"""One step of a gateway payment: what is asked of the gateway, and what it did."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.values.money import Money


class Doing(StrEnum):
    """What a gateway does with a payment."""

    AUTHORISE = "authorise"  # the amount is promised
    CAPTURE = "capture"  # (a part of) it is taken
    REFUND = "refund"  # (a part of) what was taken goes back
    VOID = "void"  # the promise is given up
    CHARGEBACK = "chargeback"  # the payer's bank took it back; nobody here can ask for it


class Stage(StrEnum):
    """How far an operation is known to have come."""

    ASKED = "asked"
    UNKNOWN = "unknown"  # the gateway was asked and did not answer
    DONE = "done"
    DECLINED = "declined"


@frozen
class Operation:
    """What was asked of the gateway: `id` is the host's name of the intent, the same at every try.

    `code`: why it was declined, in the gateway's words.
    """

    id: str
    doing: Doing
    amount: Money
    day: date
    stage: Stage = Stage.ASKED
    code: str = ""

    @property
    def pending(self) -> bool:
        """Whether nobody knows yet what came of it."""
        return self.stage in (Stage.ASKED, Stage.UNKNOWN)


@frozen
class Effect:
    """What the gateway did; `reference` is its own name of that, of which there is one for each effect.

    `operation`: by whose id it was asked for; "" when it was not from here. `fee`: what the gateway keeps for it.
    """

    reference: str
    doing: Doing
    amount: Money
    day: date
    operation: str = ""
    fee: Money | None = None
