"""A bank statement comes in: a receipt for every row that is new money, and what is taken back is told."""

from datetime import date, timedelta

from attrs import evolve as changed
from attrs import frozen

from otcore.payments import bank_account
from otcore.payments.importing import ImportStatement, Statement, recorded, statement_key, take_in
from otcore.payments.receipt import Receipt, ReceiptRecorded
from otcore.payments.repeats.recognising import Recognised, recognise
from otcore.payments.statement import BankStatement, StatementKind
from otcore.ports.aggregates import BANK_ACCOUNT, RECEIPT, STATEMENT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.workflows.bank import received
from otcore.workflows.bouncing import bounced
from otcore.workflows.direct_debit.settling import settled
from otcore.workflows.house import House
from otcore.workflows.payers import payers
from otcore.workflows.requests import Append, Find, Flow, Load, LoadMany, Save

_MONTH = timedelta(days=31)
_MOST_MONTHS = 24


@frozen
class _New:
    """What a statement brings: its rows by id, and the receipts that are stored under those ids or not yet."""

    recognised: Recognised
    receipts: tuple[ReceiptRecorded, ...]
    stored: tuple[Kept[Receipt], ...]


def take_statement(command: ImportStatement, house: House) -> Flow[Kept[Statement]]:
    """The statement, a receipt for every row that is new money, and its ledger rows."""
    kept = yield from Load(STATEMENT, statement_key(command.statement))
    if kept.state is not None:
        return kept.after(take_in(kept.state, command, (), frozenset()))
    command.statement.check()
    account = yield from Load(BANK_ACCOUNT, command.statement.account, True)  # first: files come one after the other
    new = yield from _new(command.statement)
    known = new.recognised.known
    kept = kept.after(take_in(None, command, new.receipts, known, new.recognised.rows))
    fresh = [(each, row) for each, row in zip(new.stored, new.receipts, strict=True) if row.receipt not in known]
    customers = yield from payers(tuple(row.transaction.payer_account for _, row in fresh))
    facts = [(each, changed(row, customer=customers.get(row.transaction.payer_account, ""))) for each, row in fresh]
    account = account.after(bank_account.add(kept.some))
    yield from Save(kept, account, *(each.after((row,)) for each, row in facts))
    yield from Append(tuple(received(row) for _, row in facts))
    yield from bounced(kept, house)
    yield from settled(kept, house)
    return kept


def _new(content: BankStatement) -> Flow[_New]:
    """The rows as they are known: first by what reports told; where that or an equal row exists, by all files near."""
    reverses = any(row.reversal for row in content.transactions)  # only other files tell which reversals are known
    whole = reverses or content.kind is not StatementKind.STATEMENT
    near = yield from (_near(content) if whole else _told(content))
    occupied = frozenset[str]()
    while True:
        found = recognise(content, near, occupied)
        receipts = recorded(content, found.rows)
        stored = yield from LoadMany(RECEIPT, [each.receipt for each in receipts])
        taken = frozenset(each.id for each in stored if each.state is not None) - found.known
        if not whole and (taken or found.known):  # which statements show those rows already?
            near, whole = (yield from _near(content)), True
        elif taken:
            occupied |= taken
        else:
            return _New(found, receipts, stored)


def _told(content: BankStatement) -> Flow[tuple[Statement, ...]]:
    """The reports, notifications and listings of the account."""
    found: list[Statement] = []
    for kind in (StatementKind.INTRADAY, StatementKind.NOTIFICATION, StatementKind.LISTING):
        kept = yield from Find(STATEMENT, Where(content.account, _months(content), kind))
        found += (each.some for each in kept)
    return tuple(found)


def _near(content: BankStatement) -> Flow[tuple[Statement, ...]]:
    """All statements of the account of these months and those beside them."""
    kept = yield from Find(STATEMENT, Where(content.account, _months(content)))
    return tuple(each.some for each in kept)


def _months(content: BankStatement) -> tuple[str, ...]:
    """The months from the one before its first day to the one after its last; none, which is all, for a long time."""
    days = [content.opened, content.closed, *(row.booked for row in content.transactions)]
    first, last = _month(min(days) - _MONTH), _month(max(days) + _MONTH)
    if last - first > _MOST_MONTHS:
        return ()
    return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
