"""What can happen to a gateway payment, in the past tense."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.payments.gateway.operation import Effect, Operation
from otcore.values.money import Money


@frozen(kw_only=True)
class PaymentRequested:
    """Somebody wants to pay so much; nobody was asked yet. `capture`: it is taken as soon as it is authorised."""

    payment: str
    gateway: str
    customer: str
    token: str
    amount: Money
    day: date
    invoice: str = ""
    order: str = ""
    capture: bool = False


@frozen
class OperationAsked:
    """The intent to ask the gateway for something, written down before it is asked."""

    operation: Operation


@frozen
class PaymentUnknown:
    """The gateway was asked to authorise and did not answer: nobody knows whether the amount is promised."""

    operation: str
    day: date


@frozen
class OperationUnknown:
    """The gateway was asked for another step and did not answer."""

    operation: str
    day: date


@frozen
class PaymentAuthorised:
    """The amount is promised."""

    effect: Effect


@frozen
class PaymentFailed:
    """It was not authorised, and why not."""

    operation: str
    code: str
    day: date


@frozen
class OperationDeclined:
    """Another step was declined: all stands as before."""

    operation: str
    code: str
    day: date


@frozen
class PaymentPartCaptured:
    """A part of what was authorised was taken."""

    effect: Effect


@frozen
class PaymentCaptured:
    """All that was authorised is taken now."""

    effect: Effect


@frozen
class PaymentPartRefunded:
    """A part of what was taken went back."""

    effect: Effect


@frozen
class PaymentRefunded:
    """All that was taken is back."""

    effect: Effect


@frozen
class PaymentVoided:
    """The promise was given up; nothing was taken."""

    effect: Effect


@frozen
class NotificationTaken:
    """A notification of the gateway was looked into; the same one again says nothing new."""

    notification: str


@frozen
class EffectsPaidOut:
    """The gateway paid the money of these effects out to the bank; `payout`: the receipt of that."""

    payout: str
    effects: tuple[str, ...]
    day: date


@frozen
class EffectsNotPaidOut:
    """The payout was reversed: these effects wait for theirs again."""

    payout: str
    effects: tuple[str, ...]
    day: date


Event = (
    PaymentRequested
    | OperationAsked
    | PaymentUnknown
    | OperationUnknown
    | PaymentAuthorised
    | PaymentFailed
    | OperationDeclined
    | PaymentPartCaptured
    | PaymentCaptured
    | PaymentPartRefunded
    | PaymentRefunded
    | PaymentVoided
    | NotificationTaken
    | EffectsPaidOut
    | EffectsNotPaidOut
)

EVENTS: tuple[type, ...] = get_args(Event)
