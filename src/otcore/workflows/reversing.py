"""Undoing what was posted, by other facts: a receipt is taken off its items, or its money went back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from otcore.payments import receipt_deciding as deciding
from otcore.payments.receipt import Receipt
from otcore.ports.aggregates import RECEIPT, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables import reopening
from otcore.receivables.ledger import Entry, EntryKind, undone
from otcore.receivables.receivable import Receivable
from otcore.receivables.set_off import Use, transferred
from otcore.reconciliation.commands import ReturnReceipt, ReverseApplication
from otcore.values.money import Money
from otcore.workflows.disputes import end_deductions
from otcore.workflows.house import House
from otcore.workflows.posting import Items, Posted, exposures, rows_of
from otcore.workflows.requests import Append, Flow, History, Load, LoadMany, Save


def reverse_application(command: ReverseApplication, house: House) -> Flow[Kept[Receipt]]:
    """The receipt off its items, which are owed again."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    done = yield from taken_off(kept, command.items, command.day, command.reason)
    yield from Save(*done.kept)
    yield from Append(done.entries)
    return done.receipt


def return_receipt(command: ReturnReceipt, house: House) -> Flow[Kept[Receipt]]:
    """The receipt without the money that went back."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    amount = kept.some.kept if command.amount is None else command.amount
    done = yield from returned(kept, amount, command.day, command.reason, command.reference)
    yield from Save(*done.kept)
    yield from Append(done.entries)
    return done.receipt


def returned(kept: Kept[Receipt], amount: Money, day: date, why: str, reference: str) -> Flow[Posted]:
    """A receipt of which so much went back. Where what is unapplied is not enough, it is taken off all its items.

    Nothing is saved yet. Refused: as `payments.receipt_deciding.give_back`.
    """
    done = Posted(kept, (), ())
    enough = amount.currency != kept.some.amount.currency or amount <= kept.some.unapplied
    if not enough and deciding.paid_items(kept.some):
        done = yield from taken_off(kept, (), day, why)
    state = done.receipt.some
    facts = deciding.give_back(state, amount, why, day, reference)
    row = Entry(EntryKind.RETURNED, facts[0].day, amount, state.customer, receipt=kept.id)
    return Posted(done.receipt.after(facts), done.others, (*done.entries, row))


def taken_off(kept: Kept[Receipt], items: tuple[str, ...], day: date, why: str) -> Flow[Posted]:
    """A receipt taken off these of its items, or off all for none named, with all that was posted with it.

    Nothing is saved yet. Refused: as `payments.receipt_deciding.reverse`.
    """
    state = kept.some
    chosen = items or deciding.paid_items(state)
    history = yield from History(RECEIPT, kept.id)
    facts: tuple[Any, ...] = (*(fact.event for fact in history), *kept.events)
    events = deciding.reverse(state, chosen, why, day, deciding.standing_before(facts))
    uses = tuple(use for use in state.uses if use.item in chosen)
    ids = tuple(dict.fromkeys((*chosen, *(use.credit for use in uses))))
    before = {each.id: each for each in (yield from LoadMany(RECEIVABLE, ids, True))}
    day = max(events[0].day, *(_latest(each.some, kept.id) for each in before.values()))
    now, cases = yield from _reopened(before, state, chosen, day, why)
    now, entries = _released(now, uses, day)
    accounts = yield from exposures(kept.id, before, now)
    others: tuple[Kept[Any], ...] = (*now.values(), *accounts, *cases)
    rows = undone(_rows(before, state, chosen, day), day)
    return Posted(kept.after(events), others, (*rows, *entries))


def _latest(item: Receivable, receipt: str) -> date:
    """The last day on which something of this receipt was posted to the item; nothing is undone before it was done."""
    days = [each.day for each in (*item.applied, *item.credited) if each.receipt == receipt]
    return max((item.day, *days))


def _rows(before: Items, state: Receipt, chosen: tuple[str, ...], day: date) -> Iterator[Entry]:
    for each in state.allocations:
        if each.item in chosen:
            yield from rows_of(before[each.item].some, each, state.id, day)


def _reopened(
    before: Items, state: Receipt, chosen: tuple[str, ...], day: date, why: str
) -> Flow[tuple[dict[str, Kept[Receivable]], tuple[Kept[Any], ...]]]:
    """The items that cash had closed, and the cases of what was deducted from them."""
    now = dict(before)
    cases: tuple[Kept[Any], ...] = ()
    paid = {each.item for each in state.allocations}
    for id in chosen:
        if id in paid:
            item = now[id].after(reopening.reopen(now[id].some, state.id, day, why))
            now[id], ended = yield from end_deductions(item, state.id, day, why)
            cases = (*cases, *ended)
    return now, cases


def _released(
    found: dict[str, Kept[Receivable]], uses: tuple[Use, ...], day: date
) -> tuple[dict[str, Kept[Receivable]], tuple[Entry, ...]]:
    """The items and the credits once these are there again, and the rows of that."""
    now = dict(found)
    entries: tuple[Entry, ...] = ()
    for use in reversed(uses):
        rest, debt = now[use.credit], now[use.item]
        entries = (*entries, *transferred(rest.some, debt.some, -use.amount, day))
        now[use.credit] = rest.after(reopening.release(rest.some, debt.id, -use.amount, day))
        now[use.item] = debt.after(reopening.release(debt.some, rest.id, use.amount, day))
    return now, entries
