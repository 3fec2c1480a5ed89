"""What can happen to a dispute's case, in the past tense."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.receivables.dispute import DisputeReason, Resolution
from otcore.values.money import Money


@frozen(kw_only=True)
class DisputeCaseOpened:
    """A buyer says that it does not owe this. `said`: in words; `receipt`: the payment it took this off.

    `by`: who took it down, or whose payment was posted.
    """

    dispute: str
    item: str
    customer: str
    amount: Money
    reason: DisputeReason
    said: str
    day: date
    by: str
    receipt: str = ""


@frozen(kw_only=True)
class DisputeCaseReopened:
    """It was settled, and comes up again."""

    amount: Money
    reason: DisputeReason
    said: str
    day: date
    by: str
    receipt: str = ""


@frozen(kw_only=True)
class DisputeCaseNoted:
    """Somebody found something out."""

    text: str
    day: date
    by: str


@frozen(kw_only=True)
class DisputeCaseSettled:
    """It is over. `outcome`: in words, "credited by CN-2026-000007"."""

    resolution: Resolution
    outcome: str
    day: date
    by: str


Event = DisputeCaseOpened | DisputeCaseReopened | DisputeCaseNoted | DisputeCaseSettled

EVENTS: tuple[type, ...] = get_args(Event)
