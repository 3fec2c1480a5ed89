"""Setting credit notes off: against the invoice they are about, and what that cannot take against others."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.receivables import item as items
from otcore.receivables.exposure import item_exposure
from otcore.receivables.item import ItemCredited, ItemOpened, Receivable
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.allocation import share_until
from otcore.values.money import Money


@frozen
class Use:
    """So much of a credit for an item; both by their numbers."""

    credit: str
    item: str
    amount: Money


@frozen
class SetOff:
    """What follows from a credit note for its invoice's item; `rest`: an item of its own for what was paid already.

    `entries` are its rows in the ledger: they sum to the whole credit note.
    """

    item: tuple[ItemCredited, ...]
    rest: tuple[ItemOpened, ...]
    entries: tuple[Entry, ...]


def set_off(item: Receivable, note: str, reference: str, amount: Money, day: date) -> SetOff:
    """The invoice's item takes what is open of it, and the rest is owed to the customer under the note's number."""
    taken = min(amount, item.open)
    rest = amount - taken
    entries = tuple(
        Entry(EntryKind.CREDITED, day, part, item.customer, id, note)
        for id, part in ((item.id, taken), (note, rest))
        if part
    )
    return SetOff(items.credit(item, note, taken, day), _credit_item(item, note, reference, rest, day), entries)


def netting(credits: Sequence[Receivable], items: Sequence[Receivable]) -> tuple[Use, ...]:
    """The credits used up for the items, both in their order, as far as there are items."""
    return used_up({credit.id: -credit.open for credit in credits}, {item.id: item.open for item in items})


def used_up(credits: Mapping[str, Money], items: Mapping[str, Money]) -> tuple[Use, ...]:
    """So much of each credit used for so much of each item, both in their order, as far as there are items."""
    left, still, uses = dict(items), dict(credits), []
    for credit in credits:
        for id, open_ in left.items():
            part = min(still[credit], open_)
            if part:
                uses.append(Use(credit, id, part))
                still[credit], left[id] = still[credit] - part, open_ - part
    return tuple(uses)


def transferred(credit: Receivable, item: Receivable, amount: Money, day: date) -> tuple[Entry, ...]:
    """The rows of a credit that is used for another item: off the one, on the other; they sum to nothing."""
    return (
        Entry(EntryKind.CREDITED, day, -amount, credit.customer, credit.id, credit.id),
        Entry(EntryKind.CREDITED, day, amount, item.customer, item.id, credit.id),
    )


def moved(before: Iterable[Receivable], after: Iterable[Receivable], currency: str) -> Money:
    """What items count more or less in the exposure than before."""
    was, now = (sum(item_exposure(each).minor for each in found) for found in (before, after))
    return Money.from_minor(now - was, currency)


def _credit_item(item: Receivable, note: str, reference: str, rest: Money, day: date) -> tuple[ItemOpened, ...]:
    if not rest:
        return ()
    exposure = None if item.exposure is None else -_share(item.exposure, rest, item.amount)
    return (ItemOpened(note, item.customer, reference, day, day, -rest, exposure),)


def _share(whole: Money, part: Money, of: Money) -> Money:
    return Money.from_minor(share_until(whole.minor, Decimal(part.minor), Decimal(of.minor)), whole.currency)
