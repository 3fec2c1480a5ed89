"""Money comes in that no statement tells of."""

from otcore.payments.receipt import Receipt, ReceiptRecorded
from otcore.payments.recording import RecordReceipt, record
from otcore.ports.aggregates import RECEIPT
from otcore.ports.kinds import Kept
from otcore.receivables.ledger import Entry, EntryKind
from otcore.workflows.house import House
from otcore.workflows.payers import payers
from otcore.workflows.requests import Append, Flow, Load, Save


def record_receipt(command: RecordReceipt, house: House) -> Flow[Kept[Receipt]]:
    """A receipt that no statement brought, and its ledger row."""
    kept = yield from Load(RECEIPT, command.receipt)
    known_payers = yield from payers((command.payer_account,))
    facts = record(kept.state, command, known_payers.get(command.payer_account, ""))
    kept = kept.after(facts)
    yield from Save(kept)
    yield from Append(tuple(map(received, facts)))
    return kept


def received(fact: ReceiptRecorded) -> Entry:
    """The ledger row of money that came in."""
    row = fact.transaction
    return Entry(EntryKind.RECEIVED, row.booked, row.amount, fact.customer, receipt=fact.receipt)
