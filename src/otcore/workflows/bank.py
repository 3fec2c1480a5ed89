"""Money comes in: a statement becomes receipts, a receipt pays invoices or stays, with its reason, where it is seen."""

from typing import Any

from otcore.customers import credit
from otcore.customers.alias import Alias, account_key
from otcore.payments import importing, receipt
from otcore.payments.importing import ImportStatement, Statement
from otcore.payments.receipt import Receipt, ReceiptLeft
from otcore.payments.recording import RecordReceipt, record
from otcore.ports.aggregates import ALIAS, CREDIT, RECEIPT, RECEIVABLE, STATEMENT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.receivables import item
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import Entry, EntryKind
from otcore.reconciliation import matching
from otcore.reconciliation.command import ApplyReceipt
from otcore.reconciliation.matching import Match
from otcore.values.money import Money
from otcore.workflows import notices
from otcore.workflows.house import House
from otcore.workflows.requests import Announce, Append, Find, Flow, Load, LoadMany, Save


def take_statement(command: ImportStatement, house: House) -> Flow[Kept[Statement]]:
    """The statement, a receipt for every row that is new money, and its ledger rows."""
    kept = yield from Load(STATEMENT, importing.statement_key(command.statement))
    found = importing.receipts(command.statement)
    stored = yield from LoadMany(RECEIPT, [each.receipt for each in found])
    known = frozenset(each.id for each in stored if each.state is not None)
    kept = kept.after(importing.take_in(kept.state, command, found, known))
    if not kept.events:
        return kept
    new = [(each, row) for each, row in zip(stored, found, strict=True) if each.id not in known]
    yield from Save(kept, *(each.after((row,)) for each, row in new))
    yield from Append(
        tuple(
            Entry(EntryKind.RECEIVED, row.transaction.booked, row.transaction.amount, receipt=row.receipt)
            for _, row in new
        )
    )
    return kept


def record_receipt(command: RecordReceipt, house: House) -> Flow[Kept[Receipt]]:
    """A receipt that no statement brought, and its ledger row."""
    kept = yield from Load(RECEIPT, command.receipt)
    kept = kept.after(record(kept.state, command))
    yield from Save(kept)
    yield from Append((Entry(EntryKind.RECEIVED, command.day, command.amount, receipt=command.receipt),))
    return kept


def apply_receipt(command: ApplyReceipt, house: House) -> Flow[Kept[Receipt]]:
    """The receipt applied to what it names, or left with the reason; nothing for one that is applied in full."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    state = kept.some
    if not state.unapplied:
        return kept
    payer = yield from _payer(state)
    found = yield from Find(RECEIVABLE, Where(references=matching.evidence(state)), True)
    decided = matching.match(state, [each.some for each in found], payer)
    if decided.allocations:
        kept, others, entries = yield from _paid(kept, decided, {each.id: each for each in found})
    else:
        kept, others, entries = kept.after(_left(state, decided)), (), ()
    if kept.events:
        yield from Save(kept, *others)
        yield from Append(entries)
        yield from Announce(notices.receipt_settled(kept.some))
    return kept


def _payer(state: Receipt) -> Flow[str]:
    if not state.transaction.payer_account:
        return ""
    name: Kept[Alias] = yield from Load(ALIAS, account_key(state.transaction.payer_account))
    return name.state.customer if name.state else ""


def _left(state: Receipt, decided: Match) -> tuple[ReceiptLeft, ...]:
    """Why nothing was applied; said once, not at every try."""
    if (state.customer, state.reason, state.rivals) == (decided.customer, decided.reason, decided.rivals):
        return ()
    return (ReceiptLeft(decided.customer, decided.reason, decided.rivals),)


def _paid(
    kept: Kept[Receipt], decided: Match, found: dict[str, Kept[Receivable]]
) -> Flow[tuple[Kept[Receipt], tuple[Kept[Any], ...], tuple[Entry, ...]]]:
    day = kept.some.day
    applied = kept.after(receipt.apply(kept.some, decided.customer, decided.allocations, decided.rule, decided.reason))
    items = [
        found[each.item].after(item.pay(found[each.item].some, kept.id, each.amount, day))
        for each in decided.allocations
    ]
    account = yield from Load(CREDIT, decided.customer, True)
    paid = sum(each.amount.minor for each in decided.allocations)
    total = Money.from_minor(-paid, kept.some.amount.currency)
    account = account.after(credit.moved(kept.id, invoices=total, currency=total.currency))
    entries = tuple(
        Entry(EntryKind.ALLOCATED, day, each.amount, decided.customer, each.item, kept.id)
        for each in decided.allocations
    )
    return applied, (*items, account), entries
