"""The receivables of one currency as a running state: a row at a time, and an answer at once."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar

from attrs import evolve, field, mutable

from otcore.kpi.aged import Aged
from otcore.kpi.aging import Aging, aging_of
from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.open_items import OpenItem
from otcore.kpi.running.condensed import Left, Open, condensed
from otcore.kpi.running.item import RunningItem
from otcore.kpi.running.receipt import RunningReceipt
from otcore.receivables.ledger import CASH, DEBIT, Entry, EntryKind
from otcore.values.currencies import digits
from otcore.values.faults import Invalid
from otcore.values.money import Money

P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K")
Figure = Callable[Concatenate[tuple[Entry, ...], date, str, P], R]
"""Of rows, the day and the currency, and what else it takes."""


_Item = tuple[str, date | None, date | None, bool]  # customer, day, due day, whether it is owed to us
_Cash = tuple[str, date | None]  # customer, day


@mutable
class RunningReceivables:
    """What the rows taken so far say, whatever their order; they are not kept, their items and receipts are.

    Answers are for the latest day seen, and every day after it: `Invalid` AS_OF_BEHIND for an earlier one, which needs
    the rows. A row of an earlier day than the latest is taken like any other: from then on it counts, as it does in
    the full computation from the same rows. Law: after every row, each answer is that of the function over all rows
    (without its population). Taking a row costs the same however many came before; an answer costs by the days of the
    ledger and what is open.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """

    currency: str = field(validator=lambda _of, _attribute, value: _known(value))
    latest: date = field(default=date.min, init=False)
    _items_open: Counter[str] = field(factory=Counter, init=False)
    _moved: Counter[tuple[EntryKind, date]] = field(factory=Counter, init=False)
    _items: dict[str, RunningItem] = field(factory=dict, init=False)
    _receipts: dict[str, RunningReceipt] = field(factory=dict, init=False)
    _open: Counter[_Item] = field(factory=Counter, init=False)
    _left: Counter[_Cash] = field(factory=Counter, init=False)
    _condensed: tuple[tuple[date, bool], tuple[Entry, ...]] | None = field(default=None, init=False)

    def take(self, row: Entry) -> None:
        """One row more. Raises `Invalid` CURRENCY_MISMATCH for one of another currency."""
        if row.amount.currency != self.currency:
            raise Invalid.one("CURRENCY_MISMATCH", f"a row in {row.amount.currency} among {self.currency}")
        self.latest, self._condensed = max(self.latest, row.day), None
        self._moved[row.kind, row.day] += row.amount.minor
        if row.kind in DEBIT:
            self._take_item(row)
        if row.kind in CASH:
            self._take_receipt(row)

    @property
    def control(self) -> Money:
        """The control account: what all items together still owe."""
        return self._money(sum(DEBIT.get(kind, 0) * minor for (kind, _), minor in self._moved.items()))

    @property
    def unapplied(self) -> Money:
        """Money received that closes nothing yet."""
        return self._money(sum(CASH.get(kind, 0) * minor for (kind, _), minor in self._moved.items()))

    def aging(self, as_of: date, spec: AgingSpec = DUE_DATE_AGING) -> Aging:
        """The aging by customer, as `kpi.aging.aging` has it."""
        self._reached(as_of)
        found = aging_of(self._aged(as_of, spec), as_of, self.currency, spec)
        rows = tuple(evolve(row, items=self._items_open[row.customer]) for row in found.rows)
        return evolve(found, rows=rows, total=evolve(found.total, items=self._items_open.total()))

    def figure(
        self,
        of: Callable[Concatenate[tuple[Entry, ...], date, str, P], R],
        as_of: date,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Any figure of all customers together: `figure(dso, day)`, `figure(countback, day, spec)`.

        For every function of rows, day and currency that asks what is open as of the day, and of earlier days nothing
        but the control account, sales and cash (`condensed`): not average receivables of best possible DSO.
        """
        return of(self.rows(as_of), as_of, self.currency, *args, **kwargs)

    def rows(self, as_of: date, by_customer: bool = False) -> tuple[Entry, ...]:
        """The state as a few rows of the same meaning; all customers together, under no name, unless told."""
        self._reached(as_of)
        asked = as_of, by_customer
        if self._condensed is None or self._condensed[0] != asked:
            items, cash = Counter[_Item](), Counter[_Cash]()
            for (name, day, due, owed), minor in self._open.items():
                items[name if by_customer else "", day, due, owed] += minor
            for (name, day), minor in self._left.items():
                cash[name if by_customer else "", day] += minor
            opened = (Open(name, day, due, minor) for (name, day, due, _), minor in items.items())
            left = (Left(name, day, minor) for (name, day), minor in cash.items())
            self._condensed = asked, condensed(self._moved, opened, left, as_of, self.currency, by_customer)
        return self._condensed[1]

    def _reached(self, as_of: date) -> None:
        if as_of < self.latest:
            text = f"{as_of} is before the latest day seen, {self.latest}: ask that of the rows"
            raise Invalid.one("AS_OF_BEHIND", text, as_of=as_of, latest=self.latest)

    def _take_item(self, row: Entry) -> None:
        item = self._items.setdefault(row.item, RunningItem())
        self._count(item, -1)
        item.take(row)
        self._count(item, 1)

    def _count(self, item: RunningItem, times: int) -> None:
        for part in item.open:
            _add(self._open, (part.customer, part.day, part.due, part.minor > 0), times * part.minor)
        if item.total:
            _add(self._items_open, item.customer, times)

    def _take_receipt(self, row: Entry) -> None:
        receipt = self._receipts.setdefault(row.receipt, RunningReceipt())
        before = receipt.left
        receipt.take(row)
        after = receipt.left
        _add(self._left, (before.customer, before.day), -before.minor)
        _add(self._left, (after.customer, after.day), after.minor)

    def _aged(self, as_of: date, spec: AgingSpec) -> Iterator[Aged]:
        for (name, day, due, _), minor in self._open.items():
            part = OpenItem(name, name, self._money(minor), day, due)
            yield Aged(name, part, spec.bucket_of(part, as_of))
        for (name, day), minor in self._left.items():
            part = OpenItem(name, name, self._money(-minor), day)
            yield Aged(name, part, spec.bucket_of(part, as_of), True)

    def _money(self, minor: int) -> Money:
        return Money.from_minor(minor, self.currency)


def _known(currency: str) -> None:
    digits(currency)


def _add(sums: Counter[K], key: K, minor: int) -> None:
    """Nothing is kept of what comes to nothing, so that a state grows with what is open."""
    sums[key] += minor
    if not sums[key]:
        del sums[key]
