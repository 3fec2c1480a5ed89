"""Open items, computed from ledger rows: what each invoice still brings in as of a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from attrs import frozen

from otcore.kpi.pieces import pieces
from otcore.receivables.ledger import DEBIT, Entry, EntryKind
from otcore.values.currencies import digits
from otcore.values.money import Money
from otcore.values.terms import Instalment


@frozen
class OpenItem:
    """What one invoice still brings in. `open` may be negative (a credit, or paid before it was issued).

    `day` is the invoice date and `due` the due date; of a credit note that waits, the day it was posted. Both are None
    while the ledger shows only its payment. Of an item in instalments `due` is the first that is still open, and
    `instalments` are what is open of each; else they are empty. Law: they sum to `open`.
    """

    id: str
    customer: str
    open: Money
    day: date | None = None
    due: date | None = None
    instalments: tuple[Instalment, ...] = ()

    @property
    def parts(self) -> tuple["OpenItem", ...]:
        """The item by due day: one item for each instalment that is open, or itself."""
        if not self.instalments:
            return (self,)
        return tuple(OpenItem(self.id, self.customer, each.amount, self.day, each.due) for each in self.instalments)

    def days_past_due(self, as_of: date) -> int:
        """Days from the due date, negative before it; from the invoice date where no due date is known; else 0."""
        anchor = self.due or self.day
        return (as_of - anchor).days if anchor else 0


def as_of_rows(entries: tuple[Entry, ...], as_of: date, currency: str) -> tuple[Entry, ...]:
    """The rows of one currency up to and including a day: all that a figure as of that day may know.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    digits(currency)
    return tuple(entry for entry in entries if entry.day <= as_of and entry.amount.currency == currency)


def currencies(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The currencies of the rows, in alphabetical order: every figure is asked for each of them."""
    return tuple(sorted({entry.amount.currency for entry in entries}))


def open_items(entries: tuple[Entry, ...], as_of: date, currency: str) -> tuple[OpenItem, ...]:
    """Every item that is not settled as of the day, ordered by id.

    Law: together they are `receivables.ledger.control` of the same rows. The order of the rows makes no difference.
    """
    rows = (row for row in as_of_rows(entries, as_of, currency) if row.kind in DEBIT)
    return tuple(_unsettled(sorted(rows, key=_item), currency))


def owners_of_items(rows: Iterable[Entry]) -> dict[str, str]:
    """Whose each item is: as its own rows say, else its payments; the first by name should they disagree."""
    issued: dict[str, str] = {}
    others: dict[str, str] = {}
    for row in rows:
        if row.kind in DEBIT:
            known = issued if row.kind is EntryKind.ISSUED else others
            known[row.item] = min(row.party, known.get(row.item, row.party))
    return others | issued


def _item(row: Entry) -> str:
    return row.item


def _unsettled(rows: list[Entry], currency: str) -> Iterator[OpenItem]:
    for id, group in groupby(rows, _item):
        of_item = list(group)
        minor = sum(DEBIT[row.kind] * row.amount.minor for row in of_item)
        if minor:
            yield _opened(id, of_item, Money.from_minor(minor, currency))


def _opened(id: str, rows: list[Entry], left: Money) -> OpenItem:
    """The invoice's own rows say whose it is and when it falls due; without them, its payments say whose it is.

    A credit note that waits has no invoice's rows: its own say how old it is.
    """
    issued = [row for row in rows if row.kind is EntryKind.ISSUED]
    customer = min(row.party for row in issued or rows)
    opening = issued or [row for row in rows if row.kind is EntryKind.CREDITED]
    if not opening:
        return OpenItem(id, customer, left)
    day, dues = min(row.day for row in opening), {row.due for row in opening}
    if len(dues) == 1:
        return OpenItem(id, customer, left, day, dues.pop())
    found = pieces(opening, day, left)
    return OpenItem(id, customer, left, day, found[0].due, found if len(found) > 1 else ())
