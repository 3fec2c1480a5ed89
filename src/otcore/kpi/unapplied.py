"""Money received that closes nothing yet, by customer."""

from collections import defaultdict

from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.money import Money

_SIGNS = {EntryKind.RECEIVED: 1, EntryKind.ALLOCATED: -1}


def unapplied_by_customer(rows: tuple[Entry, ...], currency: str) -> dict[str, Money]:
    """What is left of each customer's receipts in rows of one currency; customers with nothing left are not in it.

    A receipt belongs to its payer, else to the customer whose items it paid; while neither is known, it stands under
    the empty name. Law: the amounts sum to `receivables.ledger.unapplied` of the same rows.
    """
    left: defaultdict[str, int] = defaultdict(int)
    payer: dict[str, str] = {}
    payee: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.kind in _SIGNS:
            left[row.receipt] += _SIGNS[row.kind] * row.amount.minor
        if row.kind is EntryKind.RECEIVED:
            payer[row.receipt] = row.party
        elif row.kind is EntryKind.ALLOCATED:
            payee[row.receipt].add(row.party)
    by_customer: defaultdict[str, int] = defaultdict(int)
    for receipt, minor in left.items():
        by_customer[(payer.get(receipt) or _named(payee[receipt]))] += minor
    return {name: Money.from_minor(minor, currency) for name, minor in by_customer.items() if minor}


def _named(parties: set[str]) -> str:
    """The one customer; the first by name should rows disagree, whatever their order."""
    return min(parties - {""}, default="")
