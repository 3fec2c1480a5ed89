"""Giving up what is owed, and owing it again: the item, the exposure and the ledger."""

from otcore.ports.aggregates import RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables import writing_off
from otcore.receivables.adjustment import Adjustment
from otcore.receivables.applied import Adjusted
from otcore.receivables.ledger import Entry, EntryKind, undone
from otcore.receivables.receivable import Receivable
from otcore.receivables.writing_off import ReverseWriteOff, WriteOff
from otcore.reconciliation.by_hand import check_by_hand
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
    rows = tuple(_row(kept.some, each) for each in kept.some.adjusted if each.source == command.write_off)
    return (yield from _kept(kept, kept.after(facts), undone(rows, facts[0].day)))


def _kept(before: Kept[Receivable], after: Kept[Receivable], entries: tuple[Entry, ...]) -> Flow[Kept[Receivable]]:
    accounts = yield from exposures(before.id, {before.id: before}, {after.id: after})
    yield from Save(after, *accounts)
    yield from Append(entries)
    return after


def _row(item: Receivable, part: Adjusted) -> Entry:
    return Entry(EntryKind(part.why.value), part.day, part.amount, item.customer, item.id, part.source)
