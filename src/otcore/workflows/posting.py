"""Posting: a receipt closes items, by cash, by credits and without either, all in one unit of work."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount, account_id
from otcore.payments import receipt as receipts
from otcore.payments.allocation import Allocation
from otcore.payments.decided import Decided
from otcore.payments.receipt import Receipt
from otcore.payments.sources import sources
from otcore.ports.aggregates import CREDIT, CUSTOMER, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables import item as items
from otcore.receivables.adjustment import Why
from otcore.receivables.ledger import Entry, EntryKind
from otcore.receivables.receivable import Receivable
from otcore.receivables.set_off import Use, moved, transferred
from otcore.workflows.disputes import dispute_of_deduction
from otcore.workflows.requests import Flow, LoadMany

Items = Mapping[str, Kept[Receivable]]


@frozen(kw_only=True)
class Application:
    """What is to be posted: whose money it is, what it pays, by which rule. Credits have negative amounts.

    `on_account`: what is left stays there on purpose.
    """

    customer: str
    allocations: tuple[Allocation, ...]
    rule: str
    reason: str = ""
    on_account: bool = True
    decided: Decided | None = None

    @property
    def items(self) -> tuple[str, ...]:
        """Every item and credit that it touches, each once."""
        return tuple(dict.fromkeys(each.item for each in self.allocations))


@frozen
class Posted:
    """A receipt after something was posted or undone, what else is to be saved with it, and the ledger's rows."""

    receipt: Kept[Receipt]
    others: tuple[Kept[Any], ...]
    entries: tuple[Entry, ...]

    @property
    def kept(self) -> tuple[Kept[Any], ...]:
        """All that is to be saved."""
        return tuple(each for each in (self.receipt, *self.others) if each.events)


def posted(kept: Kept[Receipt], application: Application, day: date) -> Flow[Posted]:
    """The receipt, the items and the credit accounts after a posting; nothing is saved yet.

    `day`: at the earliest; never before the receipt's own, nor an item's. Refused: as `payments.receipt.apply`,
    `payments.sources.sources`, `receivables.item.pay` and `.credit`.
    """
    found = yield from LoadMany(RECEIVABLE, application.items, True)
    before = {each.id: each for each in found}
    day = max(day, kept.some.day, *(each.some.day for each in found))
    split = sources(application.allocations)
    said = (application.rule, application.reason, split.uses, application.on_account, application.decided)
    after = kept.after(receipts.apply(kept.some, application.customer, split.allocations, *said))
    now, entries = _used(before, split.uses, day)
    cases: tuple[Kept[Any], ...] = ()
    for each in split.allocations:
        now[each.item], rows = _paid(now[each.item], each, kept.id, day)
        entries += rows
        if each.reason == Why.DEDUCTION:
            now[each.item], opened = yield from dispute_of_deduction(now[each.item], kept.id, day)
            cases += opened
    accounts = yield from exposures(kept.id, before, now)
    return Posted(after, (*_touched(now), *accounts, *cases), tuple(entries))


def exposures(document: str, before: Items, after: Items) -> Flow[tuple[Kept[CreditAccount], ...]]:
    """The credit accounts of all whose items changed, with what that moved in them."""
    touched = [id for id, each in after.items() if each.events]
    owners = sorted({after[id].some.customer for id in touched})
    customers = yield from LoadMany(CUSTOMER, owners)
    account_of = {each.id: account_id(each.some) for each in customers}
    accounts = yield from LoadMany(CREDIT, sorted(set(account_of.values())), True)
    return tuple(_with_moves(accounts, document, account_of, [(before[id], after[id]) for id in touched]))


def _with_moves(
    accounts: tuple[Kept[CreditAccount], ...],
    document: str,
    account_of: Mapping[str, str],
    pairs: Iterable[tuple[Kept[Receivable], Kept[Receivable]]],
) -> Iterator[Kept[CreditAccount]]:
    changes = tuple(pairs)
    for account in accounts:
        currency = account.some.currency
        own = [pair for pair in changes if account_of[pair[0].some.customer] == account.id]
        less = moved((was.some for was, _ in own), (now.some for _, now in own), currency)
        if less:
            yield account.after(credit.moved(document, invoices=less, currency=currency))


def rows_of(item: Receivable, each: Allocation, receipt: str, day: date) -> tuple[Entry, ...]:
    """The rows of one allocation: of the cash, and one for each reason that something was closed without."""
    whose = (item.customer, item.id, receipt)
    if each.exchanged is None:
        cash: tuple[Entry, ...] = (Entry(EntryKind.ALLOCATED, day, each.amount, *whose),)
    else:
        given = Entry(EntryKind.EXCHANGED_FROM, day, each.amount, *whose)
        cash = (given, Entry(EntryKind.EXCHANGED_TO, day, each.exchanged, *whose))
    return (*cash, *(Entry(EntryKind(part.why.value), day, part.amount, *whose) for part in each.adjustments))


def _paid(
    item: Kept[Receivable], each: Allocation, receipt: str, day: date
) -> tuple[Kept[Receivable], tuple[Entry, ...]]:
    facts = items.pay(item.some, receipt, each.worth, day, each.adjustments)
    return item.after(facts), rows_of(item.some, each, receipt, day)


def _used(before: Items, uses: tuple[Use, ...], day: date) -> tuple[dict[str, Kept[Receivable]], list[Entry]]:
    """The items once the credits are used for them, and the rows of that."""
    now = dict(before)
    entries: list[Entry] = []
    for use in uses:
        rest, debt = now[use.credit], now[use.item]
        entries += transferred(rest.some, debt.some, use.amount, day)
        now[use.credit] = rest.after(items.credit(rest.some, debt.id, -use.amount, day))
        now[use.item] = debt.after(items.credit(debt.some, rest.id, use.amount, day))
    return now, entries


def _touched(found: Items) -> tuple[Kept[Receivable], ...]:
    return tuple(each for each in found.values() if each.events)
