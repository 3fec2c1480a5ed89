"""Giving up what is owed, and taking that back."""

from datetime import date

from attrs import frozen

from otcore.receivables.adjusting import adjustable
from otcore.receivables.adjustment import Adjustment, Why
from otcore.receivables.applied import Adjusted
from otcore.receivables.events import ItemWrittenOff, WriteOffReversed
from otcore.receivables.receivable import Receivable
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.values.reason import require_reason


@frozen(kw_only=True)
class WriteOff(Command[Receivable]):
    """Give up an open item, or `amount` of it; None: all that is open.

    `write_off`: an id of the host's, one an item. `why`: the code under which it is booked. Of how much a person may
    give up the house's matching policy says (`MatchingPolicy.by_hand`), and the access policy.

    Refused: `WRITE_OFF_EXISTS`, `STAYS_OPEN`, `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`, `MORE_THAN_OPEN`,
    `WRITE_OFF_LIMIT`. Raises `Invalid` REASON_MISSING.
    """

    item: str
    write_off: str
    day: date
    why: Why
    reason: str
    amount: Money | None = None


@frozen(kw_only=True)
class ReverseWriteOff(Command[Receivable]):
    """Owe again what was given up. Refused: `WRITE_OFF_UNKNOWN`. Raises `Invalid` REASON_MISSING."""

    item: str
    write_off: str
    day: date
    reason: str


@frozen(kw_only=True)
class AcceptDeduction(Command[Receivable]):
    """Agree to what a buyer took off: what is in dispute, as far as it is open, is given up, and the dispute settled.

    `why`: the code under which it is booked; the write-off has the dispute's id. Bounded as `WriteOff` is.

    Refused: `DISPUTE_UNKNOWN`, `WRITE_OFF_EXISTS`, `STAYS_OPEN`, `AMOUNT_NOT_POSITIVE`, `WRITE_OFF_LIMIT`,
    `SETTLED_EARLIER`. Raises `Invalid` REASON_MISSING.
    """

    invoice: str
    dispute: str
    day: date
    reason: str
    why: Why = Why.WRITE_OFF


def write_off(item: Receivable, command: WriteOff) -> tuple[ItemWrittenOff, ...]:
    """The fact that follows, or `Rejected`."""
    require_reason(command.reason)
    if given_up(item, command.write_off):
        raise Rejected("WRITE_OFF_EXISTS", item=item.id, write_off=command.write_off)
    amount = item.open if command.amount is None else command.amount
    adjustable(item.id, (Adjustment(command.why, amount),), item.open.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", item=item.id, amount=str(amount))
    if amount > item.open:
        raise Rejected("MORE_THAN_OPEN", item=item.id, amount=str(amount), open=str(item.open))
    day = max(command.day, item.day)
    part = Adjusted(command.write_off, command.why, amount, day, item.overdue, given_up=True)
    return (ItemWrittenOff(part, command.reason),)


def reverse(item: Receivable, command: ReverseWriteOff) -> tuple[WriteOffReversed, ...]:
    """The fact that follows, or `Rejected`."""
    require_reason(command.reason)
    found = given_up(item, command.write_off)
    if not found:
        raise Rejected("WRITE_OFF_UNKNOWN", item=item.id, write_off=command.write_off)
    amount = total((each.amount for each in found), item.open.currency)
    day = max(command.day, *(each.day for each in found))
    return (WriteOffReversed(command.write_off, amount, day, command.reason),)


def given_up(item: Receivable, write_off: str) -> tuple[Adjusted, ...]:
    """What a write-off gave up; what came with a receipt is undone with that."""
    return tuple(each for each in item.adjusted if each.given_up and each.source == write_off)
