"""Money comes in: a statement becomes receipts, a receipt pays invoices or stays, with its reason, where it is seen."""

from datetime import date
from typing import Any

from attrs import evolve as changed

from otcore.customers.alias import account_key
from otcore.customers.credit import account as credit
from otcore.customers.credit.account import account_id
from otcore.payments import importing, receipt
from otcore.payments.importing import ImportStatement, Statement
from otcore.payments.receipt import Receipt, ReceiptLeft, ReceiptRecorded
from otcore.payments.recording import RecordReceipt, record
from otcore.ports.aggregates import ALIAS, CREDIT, CUSTOMER, RECEIPT, RECEIVABLE, STATEMENT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.receivables import item
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import Entry, EntryKind
from otcore.receivables.set_off import moved, transferred
from otcore.reconciliation import matching
from otcore.reconciliation.command import ApplyReceipt
from otcore.reconciliation.matching import Match
from otcore.workflows.house import House
from otcore.workflows.requests import Append, Find, Flow, Load, LoadMany, Save


def take_statement(command: ImportStatement, house: House) -> Flow[Kept[Statement]]:
    """The statement, a receipt for every row that is new money, and its ledger rows."""
    kept = yield from Load(STATEMENT, importing.statement_key(command.statement))
    found = importing.receipts(command.statement)
    stored = yield from LoadMany(RECEIPT, [each.receipt for each in found])
    known = frozenset(each.id for each in stored if each.state is not None)
    kept = kept.after(importing.take_in(kept.state, command, found, known))
    if not kept.events:
        return kept
    payers = yield from _payers(tuple(row.transaction.payer_account for row in found))
    new = [
        (each, changed(row, customer=payers.get(row.transaction.payer_account, "")))
        for each, row in zip(stored, found, strict=True)
        if each.id not in known
    ]
    yield from Save(kept, *(each.after((row,)) for each, row in new))
    yield from Append(tuple(_received(row) for _, row in new))
    return kept


def record_receipt(command: RecordReceipt, house: House) -> Flow[Kept[Receipt]]:
    """A receipt that no statement brought, and its ledger row."""
    kept = yield from Load(RECEIPT, command.receipt)
    payers = yield from _payers((command.payer_account,))
    facts = record(kept.state, command, payers.get(command.payer_account, ""))
    kept = kept.after(facts)
    yield from Save(kept)
    yield from Append(tuple(map(_received, facts)))
    return kept


def apply_receipt(command: ApplyReceipt, house: House) -> Flow[Kept[Receipt]]:
    """The receipt applied to what it names, or left with the reason; nothing for one that is applied in full."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    state = kept.some
    if not state.unapplied:
        return kept
    found = yield from _named(matching.evidence(state))
    decided = matching.match(state, [each.some for each in found], (yield from _payer(state)))
    if decided.allocations:
        paid = {each.id: each for each in found}
        kept, others, entries = yield from _paid(kept, decided, paid, command.day or state.day)
    else:
        kept, others, entries = kept.after(_left(state, decided)), (), ()
    if kept.events:
        yield from Save(kept, *others)
        yield from Append(entries)
    return kept


def _named(references: tuple[str, ...]) -> Flow[tuple[Kept[Receivable], ...]]:
    """The items under these references; a search for none of them would find every item."""
    return (yield from Find(RECEIVABLE, Where(references=references), True)) if references else ()


def _payers(accounts: tuple[str, ...]) -> Flow[dict[str, str]]:
    """The customers by the accounts they are known to pay from."""
    stated = tuple(dict.fromkeys(account for account in accounts if account))
    if not stated:
        return {}
    names = yield from LoadMany(ALIAS, [account_key(account) for account in stated])
    return {account: name.state.customer for account, name in zip(stated, names, strict=True) if name.state}


def _payer(state: Receipt) -> Flow[str]:
    """Known since the money came in, or by an account that has been taken since."""
    account = state.transaction.payer_account
    return state.customer or (yield from _payers((account,))).get(account, "")


def _received(fact: ReceiptRecorded) -> Entry:
    row = fact.transaction
    return Entry(EntryKind.RECEIVED, row.booked, row.amount, fact.customer, receipt=fact.receipt)


def _left(state: Receipt, decided: Match) -> tuple[ReceiptLeft, ...]:
    """Why nothing was applied; said once, not at every try."""
    customer = decided.customer or state.customer
    if (state.customer, state.reason, state.rivals) == (customer, decided.reason, decided.rivals):
        return ()
    return (ReceiptLeft(decided.customer, decided.reason, decided.rivals),)


def _paid(
    kept: Kept[Receipt], decided: Match, found: dict[str, Kept[Receivable]], day: date
) -> Flow[tuple[Kept[Receipt], tuple[Kept[Any], ...], tuple[Entry, ...]]]:
    """The receipt, the items it pays and their customer's account after a match, and the ledger rows of it."""
    day = max(day, kept.some.day, *(found[each.item].some.day for each in decided.allocations))
    owner = found[decided.allocations[0].item].some.customer
    applied = kept.after(receipt.apply(kept.some, decided.customer, decided.allocations, decided.rule, decided.reason))
    items, entries = _used(found, decided, day)
    for each in decided.allocations:
        items[each.item] = items[each.item].after(item.pay(items[each.item].some, kept.id, each.amount, day))
        entries.append(Entry(EntryKind.ALLOCATED, day, each.amount, owner, each.item, kept.id))
    account = yield from Load(CREDIT, account_id((yield from Load(CUSTOMER, owner)).some), True)
    currency = account.some.currency
    touched = {id: each for id, each in items.items() if each.events}
    left = moved([found[id].some for id in touched], [each.some for each in touched.values()], currency)
    account = account.after(credit.moved(kept.id, invoices=left, currency=currency))
    return applied, (*touched.values(), account), tuple(entries)


def _used(
    found: dict[str, Kept[Receivable]], decided: Match, day: date
) -> tuple[dict[str, Kept[Receivable]], list[Entry]]:
    """The items once the credits that the payer took off are used for them, and the rows of that."""
    items = dict(found)
    entries: list[Entry] = []
    for use in decided.uses:
        rest, debt = items[use.credit], items[use.item]
        entries += transferred(rest.some, debt.some, use.amount, day)
        items[use.credit] = rest.after(item.credit(rest.some, debt.id, -use.amount, day))
        items[use.item] = debt.after(item.credit(debt.some, rest.id, use.amount, day))
    return items, entries
