"""The life cycle of a dispute's case: everything that moves its stored status."""

from enum import StrEnum

from otcore.support import events as e
from otcore.values.machine import Machine


class CaseStatus(StrEnum):
    """Where a dispute stands."""

    OPEN = "open"
    SETTLED = "settled"


DISPUTE_LIFE_CYCLE: Machine[CaseStatus] = Machine(
    {
        (None, e.DisputeCaseOpened): CaseStatus.OPEN,
        (CaseStatus.OPEN, e.DisputeCaseSettled): CaseStatus.SETTLED,
        (CaseStatus.SETTLED, e.DisputeCaseReopened): CaseStatus.OPEN,
        **{(status, e.DisputeCaseNoted): status for status in CaseStatus},
    }
)
