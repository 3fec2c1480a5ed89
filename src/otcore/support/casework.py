"""Opening, noting and settling the case of a dispute, beside the mark on its item."""

from datetime import date
from typing import Any

from attrs import frozen

from otcore.receivables.dispute import Dispute, DisputeReason, Resolution
from otcore.receivables.receivable import Receivable
from otcore.support.dispute_case import DisputeCase
from otcore.support.events import DisputeCaseNoted, DisputeCaseOpened, DisputeCaseReopened, DisputeCaseSettled
from otcore.values.command import Command
from otcore.values.reason import require_reason


@frozen(kw_only=True)
class NoteDispute(Command[DisputeCase]):
    """Write down what was found out about a dispute, open or settled.

    Refused: `DISPUTE_UNKNOWN`. Raises `Invalid` REASON_MISSING without words.
    """

    invoice: str
    dispute: str
    day: date
    text: str


@frozen(kw_only=True)
class Claim:
    """What a buyer says, and who took it down. `receipt`: the payment that says it by being short; "": words."""

    reason: DisputeReason
    by: str
    receipt: str = ""


def opened(
    case: DisputeCase | None, item: Receivable, mark: Dispute, claim: Claim
) -> tuple[DisputeCaseOpened | DisputeCaseReopened, ...]:
    """The fact that follows from the mark on the item; a case that was settled is opened again."""
    said: dict[str, Any] = {"amount": mark.amount, "said": mark.reason, "day": mark.day}
    whence: dict[str, Any] = {"reason": claim.reason, "by": claim.by, "receipt": claim.receipt}
    if case is None:
        return (DisputeCaseOpened(dispute=mark.id, item=item.id, customer=item.customer, **said, **whence),)
    return (DisputeCaseReopened(**said, **whence),)


def noted(command: NoteDispute, by: str) -> tuple[DisputeCaseNoted, ...]:
    """The fact that follows. Raises `Invalid` REASON_MISSING."""
    require_reason(command.text)
    return (DisputeCaseNoted(text=command.text, day=command.day, by=by),)


def settled(day: date, outcome: str, resolution: Resolution, by: str) -> tuple[DisputeCaseSettled, ...]:
    """The fact that follows once the mark is off the item."""
    return (DisputeCaseSettled(resolution=resolution, outcome=outcome, day=day, by=by),)
