"""The life cycle of a mandate: what may be collected under it is decided by where it stands."""

from enum import StrEnum

from otcore.payments.direct_debit import mandate_events as e
from otcore.values.machine import Machine


class MandateStatus(StrEnum):
    """Where a mandate stands: only under an active one something is collected."""

    UNSIGNED = "unsigned"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    USED_UP = "used up"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


_LIVE = (MandateStatus.UNSIGNED, MandateStatus.ACTIVE, MandateStatus.SUSPENDED)
_SIGNED = tuple(status for status in MandateStatus if status is not MandateStatus.UNSIGNED)

MANDATE_LIFE_CYCLE: Machine[MandateStatus] = Machine(
    {
        (None, e.MandateCreated): MandateStatus.UNSIGNED,
        (MandateStatus.UNSIGNED, e.MandateSigned): MandateStatus.ACTIVE,
        **{(status, e.MandateAmended): status for status in _LIVE},
        (MandateStatus.ACTIVE, e.MandateUsed): MandateStatus.ACTIVE,
        (MandateStatus.ACTIVE, e.MandateUsedUp): MandateStatus.USED_UP,
        **{(status, e.MandateUseRejected): status for status in _SIGNED},
        (MandateStatus.USED_UP, e.MandateUseRejected): MandateStatus.ACTIVE,
        (MandateStatus.ACTIVE, e.MandateSuspended): MandateStatus.SUSPENDED,
        (MandateStatus.SUSPENDED, e.MandateResumed): MandateStatus.ACTIVE,
        **{(status, e.MandateCancelled): MandateStatus.CANCELLED for status in _LIVE},
        (MandateStatus.ACTIVE, e.MandateExpired): MandateStatus.EXPIRED,
        (MandateStatus.SUSPENDED, e.MandateExpired): MandateStatus.EXPIRED,
    }
)
