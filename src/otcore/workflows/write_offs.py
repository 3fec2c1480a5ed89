"""Giving up what is owed, and owing it again: the item, the exposure and the ledger."""

from otcore.ports.aggregates import RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables import disputing, writing_off
from otcore.receivables.adjustment import Adjustment
from otcore.receivables.applied import Adjusted
from otcore.receivables.dispute import Resolution
from otcore.receivables.disputing import SettleDispute
from otcore.receivables.ledger import Entry, EntryKind, undone
from otcore.receivables.receivable import Receivable
from otcore.receivables.writing_off import AcceptDeduction, ReverseWriteOff, WriteOff
from otcore.reconciliation.by_hand import check_by_hand
from otcore.workflows.disputes import settle_dispute
from otcore.workflows.house import House
from otcore.workflows.posting import exposures
from otcore.workflows.requests import Append, Flow, Load, Save


def write_off(command: WriteOff, house: House) -> Flow[Kept[Receivable]]:
    """The item with so much less owed."""
    kept = yield from Load(RECEIVABLE, command.item, True)
    facts = writing_off.write_off(kept.some, command)
    part = facts[0].adjusted
    check_by_hand(kept.id, (Adjustment(part.why, part.amount),), house.matching.of(kept.some.customer))
    return (yield from _kept(kept, kept.after(facts), (_row(kept.some, part),)))


def reverse_write_off(command: ReverseWriteOff, house: House) -> Flow[Kept[Receivable]]:
    """The item with so much owed again."""
    kept = yield from Load(RECEIVABLE, command.item, True)
    facts = writing_off.reverse(kept.some, command)
    rows = tuple(_row(kept.some, each) for each in writing_off.given_up(kept.some, command.write_off))
    return (yield from _kept(kept, kept.after(facts), undone(rows, facts[0].day)))


def accept_deduction(command: AcceptDeduction, house: House) -> Flow[Kept[Receivable]]:
    """The item without the dispute, and with so much less owed."""
    item = (yield from Load(RECEIVABLE, command.invoice, True)).some
    mark = disputing.marked(item, command.dispute)
    given_up = WriteOff(
        item=item.id,
        write_off=mark.id,
        day=command.day,
        why=command.why,
        reason=command.reason,
        amount=min(mark.amount, item.open),
    )
    yield from write_off(given_up, house)
    settle = SettleDispute(
        invoice=item.id,
        dispute=mark.id,
        day=command.day,
        outcome=command.reason,
        resolution=Resolution.WRITTEN_OFF,
    )
    return (yield from settle_dispute(settle, house))


def _kept(before: Kept[Receivable], after: Kept[Receivable], entries: tuple[Entry, ...]) -> Flow[Kept[Receivable]]:
    accounts = yield from exposures(before.id, {before.id: before}, {after.id: after})
    yield from Save(after, *accounts)
    yield from Append(entries)
    return after


def _row(item: Receivable, part: Adjusted) -> Entry:
    return Entry(EntryKind(part.why.value), part.day, part.amount, item.customer, item.id, part.source)
