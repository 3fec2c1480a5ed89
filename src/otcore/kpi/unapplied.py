"""Money received that closes nothing yet, by receipt and by customer."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.receivables.ledger import CASH, Entry, EntryKind
from otcore.values.money import Money

_PAYS = frozenset({EntryKind.ALLOCATED, EntryKind.EXCHANGED_FROM})


@frozen
class UnappliedReceipt:
    """What is left of a receipt; `day`: when it came in, None while the ledger shows only what it paid."""

    receipt: str
    customer: str
    left: Money
    day: date | None


def unapplied_by_customer(rows: tuple[Entry, ...], currency: str) -> dict[str, Money]:
    """What is left of each customer's receipts in rows of one currency; customers with nothing left are not in it.

    Law: the amounts sum to `receivables.ledger.unapplied` of the same rows.
    """
    by_customer: defaultdict[str, int] = defaultdict(int)
    for each in unapplied_receipts(rows, currency):
        by_customer[each.customer] += each.left.minor
    return {name: Money.from_minor(minor, currency) for name, minor in by_customer.items() if minor}


def unapplied_receipts(rows: tuple[Entry, ...], currency: str) -> tuple[UnappliedReceipt, ...]:
    """The receipts that still have something left in rows of one currency, by id.

    A receipt belongs to its payer, else to the customer whose items it paid; while neither is known, it stands under
    the empty name. A payer who is found out later takes it over: the row of before is taken back, and written anew.
    """
    left = _left(rows)
    open_ = [row for row in rows if row.receipt in left and row.kind in CASH]
    days: dict[str, date] = {}
    for row in open_:
        if row.kind is EntryKind.RECEIVED:
            days[row.receipt] = min(row.day, days.get(row.receipt, row.day))
    owners = owners_of_receipts(open_)
    return tuple(
        UnappliedReceipt(id, owners[id], Money.from_minor(minor, currency), days.get(id))
        for id, minor in sorted(left.items())
    )


def owners_of_receipts(rows: Iterable[Entry]) -> dict[str, str]:
    """Whose each receipt is, by what was not taken back; empty while nobody knows."""
    paid: defaultdict[tuple[str, str], int] = defaultdict(int)
    given: defaultdict[tuple[str, str], int] = defaultdict(int)
    found: dict[str, str] = {}
    for row in rows:
        if row.kind is EntryKind.RECEIVED:
            paid[row.receipt, row.party] += row.amount.minor
        elif row.kind in _PAYS:
            given[row.receipt, row.party] += row.amount.minor
        found[row.receipt] = ""
    payers, payees = _standing(paid), _standing(given)
    return {id: _named(payers[id]) or _named(payees[id]) for id in found}


def _left(rows: tuple[Entry, ...]) -> dict[str, int]:
    """What is left of each receipt of which something is, in minor units."""
    left: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        if row.kind in CASH:
            left[row.receipt] += CASH[row.kind] * row.amount.minor
    return {id: minor for id, minor in left.items() if minor}


def _standing(rows: dict[tuple[str, str], int]) -> defaultdict[str, set[str]]:
    """The parties of each receipt, by what was not taken back."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (receipt, party), minor in rows.items():
        if minor:
            found[receipt].add(party)
    return found


def _named(parties: set[str]) -> str:
    """The one customer; the first by name should rows disagree, whatever their order."""
    return min(parties - {""}, default="")
