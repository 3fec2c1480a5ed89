"""Payments that bounce: a bank reversal takes its receipt back, and the items are owed again; one that cannot be linked
is kept where it is seen.
"""

from datetime import date

from attrs import frozen

from otcore.payments import bank_reversal
from otcore.payments.bank_reversal import BankReversal, BankReversalRecorded, LinkBankReversal
from otcore.payments.direct_debit.collection import OURS, Collection
from otcore.payments.importing import Statement
from otcore.payments.receipt import Receipt
from otcore.payments.statement import BankTransaction
from otcore.payments.taken_back import Behind, behind
from otcore.ports.aggregates import BANK_REVERSAL, COLLECTION, RECEIPT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.money import Money
from otcore.workflows.house import House
from otcore.workflows.payers import payers
from otcore.workflows.requests import Append, Find, Flow, Load, Save
from otcore.workflows.reversing import returned


@frozen
class _Row:
    """A reversal of a statement that is new."""

    id: str
    statement: str
    account: str
    transaction: BankTransaction


def bounced(kept: Kept[Statement], house: House) -> Flow[None]:
    """Every new reversal of a statement recorded, and its receipt returned where that is certain; saved at once."""
    statement = kept.some
    for back in statement.returns:
        row = statement.content.transactions[back.row]
        yield from _recorded(_Row(back.id, statement.id, statement.content.account, row))


def link_bank_reversal(command: LinkBankReversal, house: House) -> Flow[Kept[BankReversal]]:
    """The reversal with its receipt, and the receipt returned."""
    kept = yield from Load(BANK_REVERSAL, command.reversal, True)
    receipt = yield from Load(RECEIPT, command.receipt, True)
    kept = kept.after(bank_reversal.link(kept.some, command, receipt.some.customer))
    row = kept.some.transaction
    yield from _returned(receipt, min(row.amount, receipt.some.kept), row, max(command.day, row.booked), kept.id)
    yield from Save(kept)
    return kept


def _recorded(row: _Row) -> Flow[None]:
    kept = yield from Load(BANK_REVERSAL, row.id, True)
    whence = (row.id, row.statement, row.account, row.transaction)
    collected = yield from _collected(row.transaction)
    if collected is not None:
        fact = BankReversalRecorded(*whence, collected.receipt, "", collected.customer)
        yield from Save(kept.after((fact,)))  # whoever collected it takes the money back
        return
    found = yield from _behind(row)
    receipt = found.receipt
    if receipt is None:
        yield from Save(kept.after((BankReversalRecorded(*whence, reason=found.reason),)))
        return
    yield from Save(kept.after((BankReversalRecorded(*whence, receipt.id, "", receipt.customer),)))
    locked = yield from Load(RECEIPT, receipt.id, True)
    yield from _returned(locked, found.amount, row.transaction, row.transaction.booked, row.id)


def _collected(row: BankTransaction) -> Flow[Collection | None]:
    """The direct debit that a row gives back, where its money is here."""
    name = (row.returned.end_to_end if row.returned else "") or row.end_to_end
    if row.credit or not name.startswith(OURS):
        return None
    found = yield from Find(COLLECTION, Where(references=(name,)))
    return next((each.some for each in found if each.some.receipt), None)


def _returned(kept: Kept[Receipt], amount: Money, row: BankTransaction, day: date, reversal: str) -> Flow[None]:
    done = yield from returned(kept, amount, day, _why(row), reversal)
    yield from Save(*done.kept)
    yield from Append(done.entries)


def _behind(row: _Row) -> Flow[Behind]:
    """Among the receipts of who is known to pay from that account, else among all that were booked until then."""
    transaction = row.transaction
    if transaction.credit:
        return Behind(None, transaction.amount, "OUR_PAYMENT")
    account = transaction.payer_account
    payer = (yield from payers((account,))).get(account, "")
    if payer:
        found = yield from Find(RECEIPT, Where(party=payer, until=transaction.booked))
        known = behind(transaction, row.account, [each.some for each in found])
        if known.reason != "NO_PAYMENT":
            return known
    every = yield from Find(RECEIPT, Where(until=transaction.booked))
    return behind(transaction, row.account, [each.some for each in every])


def _why(row: BankTransaction) -> str:
    """In the bank's words, and by its code."""
    said = (row.returned.reason, row.returned.text) if row.returned is not None else ()
    return " ".join(filter(None, said)) or "taken back by the bank"
