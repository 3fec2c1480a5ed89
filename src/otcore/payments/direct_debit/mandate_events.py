"""What can happen to a mandate, in the past tense."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.payments.direct_debit.scheme import Scheme, Sequence


@frozen(kw_only=True)
class MandateCreated:
    """A mandate was written, and is not signed yet. `recurrent`: for more than one collection."""

    mandate: str
    customer: str
    scheme: Scheme
    recurrent: bool
    account: str
    holder: str
    bic: str = ""


@frozen
class MandateSigned:
    """The debtor signed it."""

    day: date


@frozen
class MandateAmended:
    """The debtor's account, or its holder, is another; the next collection tells the debtor's bank so."""

    account: str
    holder: str
    bic: str
    day: date


@frozen
class MandateUsed:
    """A collection under it was handed to the bank."""

    collection: str
    sequence: Sequence
    day: date


@frozen
class MandateUsedUp:
    """Its last collection was handed to the bank: the one of a one-off mandate, or a final one."""

    collection: str
    sequence: Sequence
    day: date


@frozen
class MandateUseRejected:
    """A collection never came to the debtor's bank: it counts as not made."""

    collection: str
    sequence: Sequence
    day: date


@frozen
class MandateSuspended:
    """Nothing more is collected under it until somebody looked at it; `code`: why."""

    code: str
    day: date


@frozen
class MandateResumed:
    """It is good again."""

    day: date
    reason: str


@frozen
class MandateCancelled:
    """The debtor or the creditor ended it."""

    day: date
    reason: str


@frozen
class MandateExpired:
    """Nothing was collected under it for 36 months."""

    day: date


Event = (
    MandateCreated
    | MandateSigned
    | MandateAmended
    | MandateUsed
    | MandateUsedUp
    | MandateUseRejected
    | MandateSuspended
    | MandateResumed
    | MandateCancelled
    | MandateExpired
)

EVENTS: tuple[type, ...] = get_args(Event)
