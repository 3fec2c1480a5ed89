"""Whose money it is: said by a person, and learned so that it is known next time."""

from datetime import date
from typing import Any

from otcore.customers import alias
from otcore.customers.alias import Alias, account_key
from otcore.customers.customer import Customer
from otcore.payments import receipt_deciding as deciding
from otcore.payments.receipt import Receipt
from otcore.ports.aggregates import ALIAS, CUSTOMER, RECEIPT
from otcore.ports.kinds import Kept
from otcore.receivables.ledger import Entry, EntryKind
from otcore.reconciliation.commands import ForgetPayerAccount, IdentifyPayer, LearnPayerAccount, PutOnAccount
from otcore.values.faults import Rejected
from otcore.values.reason import require_reason
from otcore.workflows.house import House
from otcore.workflows.requests import Append, Flow, Load, Save


def identify_payer(command: IdentifyPayer, house: House) -> Flow[Kept[Receipt]]:
    """The receipt as this customer's, and its account learned where that is asked for."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    before, customer = kept.some, (yield from Load(CUSTOMER, command.customer)).some.id
    kept = kept.after(deciding.identify(before, customer, command.day))
    names: tuple[Kept[Any], ...] = (yield from learned(before, customer)) if command.learn else ()
    changed = tuple(each for each in (kept, *names) if each.events)
    if changed:
        yield from Save(*changed)
        yield from Append(handed_over(before, kept.some, command.day))
    return kept


def put_on_account(command: PutOnAccount, house: House) -> Flow[Kept[Receipt]]:
    """The receipt, its rest on account on purpose."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    kept = kept.after(deciding.put_aside(kept.some, command.reason, command.day))
    yield from Save(kept)
    return kept


def learn_payer_account(command: LearnPayerAccount, house: House) -> Flow[Kept[Alias]]:
    """The account as a name of this customer."""
    customer = (yield from Load(CUSTOMER, command.customer)).some.id
    kept = yield from _taken(command.account, customer)
    if kept.events:
        yield from Save(kept)
    return kept


def forget_payer_account(command: ForgetPayerAccount, house: House) -> Flow[Kept[Alias]]:
    """The account as nobody's name."""
    require_reason(command.reason)
    kept = yield from Load(ALIAS, account_key(command.account), True)
    owner: Customer = (yield from Load(CUSTOMER, command.customer)).some
    if kept.id in map(account_key, owner.profile.bank_accounts):
        raise Rejected("PROFILE_ACCOUNT", account=command.account, customer=command.customer)
    facts = alias.free(kept.state, command.customer)
    if not facts:
        raise Rejected("NOT_LEARNED", account=command.account, customer=command.customer)
    kept = kept.after(facts)
    yield from Save(kept)
    return kept


def learned(receipt: Receipt, customer: str) -> Flow[tuple[Kept[Alias], ...]]:
    """The account that money came from as a name of a customer; nothing where it is. Refused: `NO_ACCOUNT`."""
    kept = yield from _taken(receipt.transaction.payer_account, customer)
    return (kept,) if kept.events else ()


def handed_over(before: Receipt, after: Receipt, day: date) -> tuple[Entry, ...]:
    """The rows of a receipt that is another's from now on: what came in is taken back there, and written here."""
    if before.customer == after.customer:
        return ()
    parts = ((before.customer, -before.amount), (after.customer, before.amount))
    day = max(day, before.day)
    return tuple(Entry(EntryKind.RECEIVED, day, amount, party, receipt=before.id) for party, amount in parts)


def _taken(account: str, customer: str) -> Flow[Kept[Alias]]:
    if not account.strip():
        raise Rejected("NO_ACCOUNT", customer=customer)
    kept = yield from Load(ALIAS, account_key(account), True)
    return kept.after(alias.take(kept.state, kept.id, customer))
