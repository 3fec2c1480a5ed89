"""What a bank statement says of what was ordered from the bank: collections that were paid or came back, and refunds.

The bank names each by its end-to-end id, or a whole part of a file by its group; rows that name neither are nothing of
this. Saying it twice changes nothing.
"""

from collections.abc import Iterable, Iterator

from otcore.payments import importing
from otcore.payments.allocation import Allocation
from otcore.payments.direct_debit import collecting, mandate_deciding
from otcore.payments.direct_debit.collection import OURS as COLLECTIONS
from otcore.payments.direct_debit.collection import Collection
from otcore.payments.direct_debit.collection_lifecycle import CollectionStatus
from otcore.payments.importing import Statement
from otcore.payments.payment_batch import GROUPS
from otcore.payments.receipt import Receipt
from otcore.payments.receipt_deciding import paid_items
from otcore.payments.refunds.events import RefundPaid
from otcore.payments.refunds.lifecycle import RefundStatus
from otcore.payments.refunds.refund import OURS as REFUNDS
from otcore.payments.statement import BankTransaction
from otcore.ports.aggregates import COLLECTION, MANDATE, RECEIPT, RECEIVABLE, REFUND
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.money import Money, total
from otcore.workflows.house import House
from otcore.workflows.posting import Application, posted
from otcore.workflows.refunds.refunding import came_back
from otcore.workflows.requests import Append, Find, Flow, Load, LoadMany, Save
from otcore.workflows.reversing import returned, taken_off

RULE = "DIRECT_DEBIT"
"""The rule by which collected money pays the item it was collected for."""

RETURNED = "RETURNED"
"""Why, where the bank gives no reason."""


def settled(statement: Kept[Statement], house: House) -> Flow[None]:
    """Everything of a statement that is ours, in the unit of work that takes it in."""
    content, booked = statement.some.content, {*statement.some.receipts, *statement.some.known}
    for money in importing.recorded(content, importing.ids_of(statement.some)):
        if money.receipt not in booked:
            continue
        if _named(money.transaction).startswith(COLLECTIONS):
            yield from _collected(money.receipt, _named(money.transaction))
        elif money.transaction.batch_reference.startswith(GROUPS):
            yield from collected_together(money.receipt, money.transaction.batch_reference)
    for row in content.transactions:
        yield from _other(row)


def _other(row: BankTransaction) -> Flow[None]:
    """A row that is no money in."""
    name = _named(row)
    if name.startswith(COLLECTIONS) and row.reversal and not row.credit:
        yield from _returned(row, name)
    elif name.startswith(REFUNDS) and not row.credit:
        yield from _paid(row, name)
    elif name.startswith(REFUNDS) and row.reversal:
        yield from _not_arrived(row, name)


def _named(row: BankTransaction) -> str:
    """The end-to-end id of what was ordered, also where this is what came back of it."""
    return (row.returned.end_to_end if row.returned else "") or row.end_to_end


def _collected(receipt: str, name: str) -> Flow[None]:
    for kept in (yield from Find(COLLECTION, Where(references=(name,)), True)):
        yield from _booked(receipt, (kept,))


def collected_together(receipt: str, group: str) -> Flow[None]:
    """The bank booked a part of a file as one sum: where it is the whole part, all of that came."""
    found = yield from Find(COLLECTION, Where(status=CollectionStatus.PRESENTED.value), True)
    ours = tuple(kept for kept in found if kept.some.group == group)
    money = (yield from Load(RECEIPT, receipt, True)).some
    if total((kept.some.amount for kept in ours), money.amount.currency) == money.amount:
        yield from _booked(receipt, ours)


def _booked(receipt: str, collections: tuple[Kept[Collection], ...]) -> Flow[None]:
    """The collections that came, and their items paid as far as they are open; the rest is on account."""
    money = yield from Load(RECEIPT, receipt, True)
    after = [kept.after(collecting.collected(kept.some, receipt, money.some.day)) for kept in collections]
    new = [kept for kept in after if kept.events]
    if not new:
        return
    yield from Save(*new)
    items = yield from LoadMany(RECEIVABLE, [kept.some.item for kept in new], True)
    debts = ((kept.some.amount, item.some.id, item.some.open) for kept, item in zip(new, items, strict=True))
    allocations = tuple(_shared(money.some, debts))
    if not allocations:
        return
    said = Application(customer=new[0].some.customer, allocations=allocations, rule=RULE)
    done = yield from posted(money, said, money.some.day)
    yield from Save(*done.kept)
    yield from Append(done.entries)


def _shared(receipt: Receipt, debts: Iterable[tuple[Money, str, Money]]) -> Iterator[Allocation]:
    """Of each item what was collected for it, as far as it is open; two parts of one item are one allocation."""
    left, parts, still = receipt.unapplied, dict[str, Money](), dict[str, Money]()
    for amount, item, open_ in debts:
        part = min(amount, still.get(item, open_), left)
        if part:
            parts[item] = part + parts.get(item, Money.zero(part.currency))
        still[item], left = still.get(item, open_) - part, left - part
    for item, part in parts.items():
        yield Allocation(item, part)


def _returned(row: BankTransaction, name: str) -> Flow[None]:
    """The money of a collection went back: its item is owed again, and its mandate perhaps no good."""
    code = row.returned.reason if row.returned else ""
    for kept in (yield from Find(COLLECTION, Where(references=(name,)), True)):
        after = kept.after(collecting.returned(kept.some, code, row.booked, row.charges))
        if not after.events:
            continue
        mandate = yield from Load(MANDATE, kept.some.mandate, True)
        mandate = mandate.after(mandate_deciding.came_back(mandate.some, code, row.booked))
        yield from Save(after, *((mandate,) if mandate.events else ()))
        yield from _taken_back(after.some, row, code)


def _taken_back(collection: Collection, row: BankTransaction, code: str) -> Flow[None]:
    """Its receipt without that money, unless whoever took the statement in has seen to that."""
    if not collection.receipt:
        return
    money = yield from Load(RECEIPT, collection.receipt, True)
    if money.some.kept < collection.amount:
        return
    if collection.item in paid_items(money.some):
        done = yield from taken_off(money, (collection.item,), row.booked, code or RETURNED)
        yield from Save(*done.kept)
        yield from Append(done.entries)
        money = yield from Load(RECEIPT, money.id, True)
    done = yield from returned(money, collection.amount, row.booked, code or RETURNED, row.bank_reference)
    yield from Save(*done.kept)
    yield from Append(done.entries)


def _paid(row: BankTransaction, name: str) -> Flow[None]:
    for kept in (yield from Find(REFUND, Where(references=(name,)), True)):
        if kept.some.status is RefundStatus.ORDERED:
            yield from Save(kept.after((RefundPaid(row.booked),)))


def _not_arrived(row: BankTransaction, name: str) -> Flow[None]:
    code = row.returned.reason if row.returned else ""
    for kept in (yield from Find(REFUND, Where(references=(name,)), True)):
        if kept.some.status in (RefundStatus.ORDERED, RefundStatus.PAID):
            yield from came_back(kept, code, row.booked)
