"""Where a refund's money comes from: it is set aside with the request, and put back when it is not paid."""

from datetime import date
from typing import Any

from attrs import evolve as changed

from otcore.payments import paid_back
from otcore.payments.receipt import Receipt
from otcore.payments.refunds.commands import RequestRefund
from otcore.payments.refunds.events import Source
from otcore.payments.refunds.refund import Refund
from otcore.ports.aggregates import RECEIPT, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.receivables import item as items
from otcore.receivables import reopening
from otcore.receivables.ledger import Entry, EntryKind, undone
from otcore.receivables.receivable import Receivable
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.workflows.posting import exposures
from otcore.workflows.requests import Append, Find, Flow, Load, Save


def found(command: RequestRefund) -> Flow[tuple[Source, ...]]:
    """The money that a refund asks for, of the source it names, or of all that is on account, the oldest first."""
    if command.receipt and command.credit_note:
        raise Rejected("SOURCE_UNCLEAR", refund=command.refund)
    if command.credit_note:
        credit = (yield from Load(RECEIVABLE, command.credit_note, True)).some
        _require_owner(command, credit.customer)
        return (Source(credit.id, _of_credit(command, credit), True),)
    if command.receipt:
        receipt = (yield from Load(RECEIPT, command.receipt, True)).some
        _require_owner(command, receipt.customer)
        return tuple(_shared(command, [receipt]))
    kept = yield from Find(RECEIPT, Where(party=command.customer), True)
    held = sorted((each.some for each in kept), key=lambda each: (each.day, each.id))
    return tuple(_shared(command, held))


def set_aside(refund: Refund, day: date) -> Flow[None]:
    """Its money taken out of where it is."""
    for source in refund.sources:
        yield from (_take_credit(refund, source, day) if source.credit else _take_cash(refund, source, day))


def put_back(refund: Refund, day: date) -> Flow[None]:
    """Its money where it was before."""
    for source in refund.sources:
        yield from (_give_credit(refund, source, day) if source.credit else _give_cash(refund, source, day))


def _of_credit(command: RequestRefund, credit: Receivable) -> Money:
    left = -credit.open
    if left.minor <= 0:
        raise Rejected("NOTHING_LEFT", refund=command.refund, credit=credit.id)
    amount = _asked(command, left)
    if amount > left:
        raise Rejected("MORE_THAN_OPEN", refund=command.refund, asked=str(amount), open=str(left))
    return amount


def _shared(command: RequestRefund, receipts: list[Receipt]) -> list[Source]:
    """So much of each receipt, in their order; those in another currency than what is asked for are left."""
    held = [each for each in receipts if each.unapplied]
    if not held:
        raise Rejected("NOTHING_LEFT", refund=command.refund, customer=command.customer)
    currency = command.amount.currency if command.amount else held[0].unapplied.currency
    held = [each for each in held if each.unapplied.currency == currency]
    if not held:
        raise Rejected("CURRENCY_DIFFERS", refund=command.refund, asked=currency)
    there = Money.from_minor(sum(each.unapplied.minor for each in held), currency)
    left = _asked(command, there)
    if left > there:
        raise Rejected("MORE_THAN_UNAPPLIED", refund=command.refund, asked=str(left), unapplied=str(there))
    sources = []
    for each in held:
        part = min(left, each.unapplied)
        if part:
            sources.append(Source(each.id, part))
        left = left - part
    return sources


def _asked(command: RequestRefund, there: Money) -> Money:
    amount = there if command.amount is None else command.amount
    if amount.currency != there.currency:
        raise Rejected("CURRENCY_DIFFERS", refund=command.refund, asked=amount.currency, there=there.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", refund=command.refund, amount=str(amount))
    return amount


def _require_owner(command: RequestRefund, owner: str) -> None:
    if owner != command.customer:
        raise Rejected("CUSTOMER_DIFFERS", refund=command.refund, customer=command.customer, owner=owner)


def _take_cash(refund: Refund, source: Source, day: date) -> Flow[None]:
    kept = yield from Load(RECEIPT, source.id, True)
    facts = paid_back.pay_back(kept.some, refund.id, source.amount, day)
    yield from Save(kept.after(facts))
    yield from Append((_row(kept.some, source.amount, facts[0].day),))


def _give_cash(refund: Refund, source: Source, day: date) -> Flow[None]:
    kept = yield from Load(RECEIPT, source.id, True)
    facts = paid_back.come_back(kept.some, refund.id, day)
    yield from Save(kept.after(facts))
    yield from Append(tuple(_row(kept.some, fact.amount, fact.day) for fact in facts))


def _row(receipt: Receipt, amount: Money, day: date) -> Entry:
    return Entry(EntryKind.REFUNDED, day, amount, receipt.customer, receipt=receipt.id)


def _take_credit(refund: Refund, source: Source, day: date) -> Flow[None]:
    kept = yield from Load(RECEIVABLE, source.id, True)
    after = kept.after(items.credit(kept.some, refund.id, -source.amount, day))
    yield from _moved(kept, after, _as_cash(refund, source, day), refund)


def _give_credit(refund: Refund, source: Source, day: date) -> Flow[None]:
    kept = yield from Load(RECEIVABLE, source.id, True)
    after = kept.after(reopening.release(kept.some, refund.id, -source.amount, day))
    yield from _moved(kept, after, undone(_as_cash(refund, source, day), day), refund)


def _as_cash(refund: Refund, source: Source, day: date) -> tuple[Entry, ...]:
    """A credit is turned into cash, which is paid: what the items owe rises, what is unapplied stays as it is."""
    row = Entry(EntryKind.ALLOCATED, day, -source.amount, refund.customer, source.id, refund.id)
    return (row, changed(row, kind=EntryKind.REFUNDED, amount=source.amount, item=""))


def _moved(before: Kept[Any], after: Kept[Any], entries: tuple[Entry, ...], refund: Refund) -> Flow[None]:
    accounts = yield from exposures(refund.id, {before.id: before}, {before.id: after})
    yield from Save(after, *accounts)
    yield from Append(entries)
