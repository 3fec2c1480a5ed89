"""The life cycle of a gateway payment: what is known of the money, whoever said it and in whatever order.

What the gateway did is true even where it was given up here: a capture that is told late moves a failed or a voided
payment, too. Captured and refunded amounts are not statuses; they are summed up from the gateway's effects.
"""

from enum import StrEnum

from otcore.payments.gateway import events as e
from otcore.values.machine import Machine


class PaymentStage(StrEnum):
    """Where a gateway payment stands."""

    REQUESTED = "requested"
    UNKNOWN = "unknown"
    AUTHORISED = "authorised"
    PART_CAPTURED = "part captured"
    CAPTURED = "captured"
    PART_REFUNDED = "part refunded"
    REFUNDED = "refunded"
    VOIDED = "voided"
    FAILED = "failed"


_BESIDE = (
    e.OperationAsked,
    e.OperationUnknown,
    e.OperationDeclined,
    e.NotificationTaken,
    e.EffectsPaidOut,
    e.EffectsNotPaidOut,
)
"""What may happen at any time without moving a payment."""

_NOT_PROMISED = (PaymentStage.REQUESTED, PaymentStage.UNKNOWN, PaymentStage.FAILED)
_NOT_TAKEN = (PaymentStage.AUTHORISED, PaymentStage.VOIDED, PaymentStage.PART_CAPTURED)
_GONE_BACK = (PaymentStage.PART_REFUNDED, PaymentStage.REFUNDED)
_HERE = (PaymentStage.PART_CAPTURED, PaymentStage.CAPTURED, PaymentStage.PART_REFUNDED)

PAYMENT_LIFE_CYCLE: Machine[PaymentStage] = Machine(
    {
        (None, e.PaymentRequested): PaymentStage.REQUESTED,
        (PaymentStage.REQUESTED, e.PaymentUnknown): PaymentStage.UNKNOWN,
        (PaymentStage.REQUESTED, e.PaymentFailed): PaymentStage.FAILED,
        (PaymentStage.UNKNOWN, e.PaymentFailed): PaymentStage.FAILED,
        **{(stage, e.PaymentAuthorised): PaymentStage.AUTHORISED for stage in _NOT_PROMISED},
        (PaymentStage.AUTHORISED, e.PaymentVoided): PaymentStage.VOIDED,
        **{(stage, e.PaymentPartCaptured): PaymentStage.PART_CAPTURED for stage in _NOT_TAKEN},
        **{(stage, e.PaymentCaptured): PaymentStage.CAPTURED for stage in (*_NOT_TAKEN, PaymentStage.CAPTURED)},
        **{(stage, e.PaymentPartCaptured): PaymentStage.PART_REFUNDED for stage in _GONE_BACK},
        **{(stage, e.PaymentCaptured): PaymentStage.PART_REFUNDED for stage in _GONE_BACK},
        **{(stage, e.PaymentPartRefunded): PaymentStage.PART_REFUNDED for stage in _HERE},
        **{(stage, e.PaymentRefunded): PaymentStage.REFUNDED for stage in _HERE},
        **{(stage, event): stage for stage in PaymentStage for event in _BESIDE},
    }
)
