"""A rise of what an account may carry, waiting for a second person; and what became of it."""

from attrs import frozen

from otcore.customers.credit.events import CreditInsured, LimitChanged, TemporaryLimitGranted

LimitFact = LimitChanged | TemporaryLimitGranted | CreditInsured
"""What says how much may be sold: the limit, an increase for a while, the part that an insurer carries."""


@frozen
class LimitChange:
    """A rise that waits: `number` counts an account's from 1, `maker` asked for it, `fact` will be so when approved."""

    number: int
    maker: str
    fact: LimitFact


@frozen
class LimitChangeProposed:
    """A rise waits from now on, in place of an earlier one."""

    change: LimitChange


@frozen
class LimitChangeApproved:
    """A second person approved it; what it says follows as a fact of its own."""

    change: int
    checker: str


@frozen
class LimitChangeRejected:
    """It was turned down, or withdrawn."""

    change: int
    reason: str


LimitEvent = LimitChangeProposed | LimitChangeApproved | LimitChangeRejected
