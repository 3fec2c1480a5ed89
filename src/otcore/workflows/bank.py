"""Money comes in: a statement becomes receipts, and what no statement tells is recorded."""

from attrs import evolve as changed

from otcore.payments import importing
from otcore.payments.importing import ImportStatement, Statement
from otcore.payments.receipt import Receipt, ReceiptRecorded
from otcore.payments.recording import RecordReceipt, record
from otcore.ports.aggregates import RECEIPT, STATEMENT
from otcore.ports.kinds import Kept
from otcore.receivables.ledger import Entry, EntryKind
from otcore.workflows.bouncing import bounced
from otcore.workflows.direct_debit.settling import settled
from otcore.workflows.house import House
from otcore.workflows.payers import payers
from otcore.workflows.requests import Append, Flow, Load, LoadMany, Save


def take_statement(command: ImportStatement, house: House) -> Flow[Kept[Statement]]:
    """The statement, a receipt for every row that is new money, and its ledger rows."""
    kept = yield from Load(STATEMENT, importing.statement_key(command.statement))
    found = importing.receipts(command.statement)
    stored = yield from LoadMany(RECEIPT, [each.receipt for each in found])
    known = frozenset(each.id for each in stored if each.state is not None)
    kept = kept.after(importing.take_in(kept.state, command, found, known))
    if not kept.events:
        return kept
    known_payers = yield from payers(tuple(row.transaction.payer_account for row in found))
    new = [
        (each, changed(row, customer=known_payers.get(row.transaction.payer_account, "")))
        for each, row in zip(stored, found, strict=True)
        if each.id not in known
    ]
    yield from Save(kept, *(each.after((row,)) for each, row in new))
    yield from Append(tuple(_received(row) for _, row in new))
    yield from bounced(kept, house)
    yield from settled(kept, house)
    return kept


def record_receipt(command: RecordReceipt, house: House) -> Flow[Kept[Receipt]]:
    """A receipt that no statement brought, and its ledger row."""
    kept = yield from Load(RECEIPT, command.receipt)
    known_payers = yield from payers((command.payer_account,))
    facts = record(kept.state, command, known_payers.get(command.payer_account, ""))
    kept = kept.after(facts)
    yield from Save(kept)
    yield from Append(tuple(map(_received, facts)))
    return kept


def _received(fact: ReceiptRecorded) -> Entry:
    row = fact.transaction
    return Entry(EntryKind.RECEIVED, row.booked, row.amount, fact.customer, receipt=fact.receipt)
