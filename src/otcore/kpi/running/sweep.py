"""One pass over the rows of a ledger: what is open, added up by customer, age and the first day that knows it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from sys import maxsize

from otcore.kpi.buckets import Anchor
from otcore.kpi.running.ages import Ages
from otcore.kpi.running.item import RunningItem
from otcore.kpi.running.sold import Spans
from otcore.kpi.running.standing import StandingSpec
from otcore.receivables.ledger import DEBIT, Entry, EntryKind

Cell = list[int]
"""Issued less closed, by the first day asked for that knows it; and last, which day first knows the invoices."""

_ISSUED, _ALLOCATED, _CREDITED = EntryKind.ISSUED, EntryKind.ALLOCATED, EntryKind.CREDITED
_UNKNOWN: Cell = [maxsize]
"""Of an item without an invoice: no day knows that."""


class Sweep:
    """The sums. Every row is looked at twice: first the invoices, then what closes them.

    `odd` are the items that do not add up with others: parts that age apart or belong to two customers, or payments
    that a day asked for knows before it knows the invoice. Their rows are taken back, and each is computed by itself.
    """

    def __init__(self, days: Sequence[date], currency: str, spec: StandingSpec, spans: Spans) -> None:
        self._days, self._currency, self._spec = days, currency, spec
        self._ages = Ages(days, spec.aging.edges)
        self._spans = spans
        self._dates: dict[date, tuple[int, int]] = {}
        self._classes: dict[date, int] = {}
        self._cells: defaultdict[str, dict[int, Cell]] = defaultdict(dict)
        self._items: dict[str, Cell] = {}
        self._apart: defaultdict[str, list[list[int]]] = defaultdict(self._nothing)
        self.sales: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self.odd: set[str] = set()

    def take(self, entries: Iterable[Entry]) -> None:
        """All rows; those of other currencies are passed over."""
        self._invoices(entries)
        self._closings(entries)
        if self.odd:
            self._one_by_one(entries)

    def buckets(self) -> Iterator[tuple[str, list[list[int]]]]:
        """Each customer, by name, with the buckets of every day."""
        for customer in sorted({*self._cells, *self._apart, *self.sales}):
            sums = [*map(list, self._apart[customer])]
            for key, cell in self._cells.get(customer, {}).items():
                self._add(sums, self._ages.buckets[key // (len(self._days) + 1)], cell)
            yield customer, sums

    def _add(self, sums: list[list[int]], places: Sequence[int], cell: Cell) -> None:
        open_ = 0
        for at in range(cell[-1], len(self._days)):
            open_ += cell[at]
            sums[at][places[at]] += open_

    def _invoices(self, entries: Iterable[Entry]) -> None:
        # The lines below run a million times: names are local, and what is found at the first try costs no call.
        currency, by_invoice, dates, classes = self._currency, self._by_invoice, self._dates, self._classes
        customers, sales, find = self._cells, self.sales, self._items.setdefault
        for row in entries:
            if row.kind is not _ISSUED or (amount := row.amount).currency != currency:
                continue
            minor, party, day = amount.minor, row.party, row.day
            anchor = day if by_invoice else row.due or day
            try:
                known, span = dates[day]
                cell = customers[party][classes[anchor] + known]
            except KeyError:
                known, span = self._dated(day)
                cell = self._cell(party, anchor, known)
            cell[known] += minor
            sold = sales[party]
            try:
                sold[span] += minor
            except KeyError:
                sold[span] = minor
            if find(row.item, cell) is not cell:
                self.odd.add(row.item)

    def _dated(self, day: date) -> tuple[int, int]:
        """The first day asked for that knows a day, and the span of its sales."""
        if day not in self._dates:
            self._dates[day] = bisect_left(self._days, day), self._spans.number(day)
        return self._dates[day]

    def _cell(self, party: str, anchor: date, known: int) -> Cell:
        """Where the amounts of invoices go: by their customer, their age and the first day that knows them."""
        width = len(self._days) + 1
        self._classes.setdefault(anchor, self._ages.number(anchor) * width)
        return self._cells[party].setdefault(self._classes[anchor] + known, [0] * width + [known])

    def _closings(self, entries: Iterable[Entry]) -> None:
        currency, dates, items, odd = self._currency, self._dates, self._items, self.odd
        for row in entries:
            kind = row.kind
            if kind is _ISSUED or (amount := row.amount).currency != currency:
                continue
            if kind is not _ALLOCATED:
                if kind not in DEBIT:
                    continue
                if kind is _CREDITED:
                    sold, span = self.sales[row.party], self._dated(row.day)[1]
                    sold[span] = sold.get(span, 0) - amount.minor
            try:
                known, cell = dates[row.day][0], items[row.item]
            except KeyError:
                known, cell = self._dated(row.day)[0], items.get(row.item, _UNKNOWN)
            if known < cell[-1]:
                odd.add(row.item)
            else:
                cell[known] -= amount.minor

    def _one_by_one(self, entries: Iterable[Entry]) -> None:
        rows = defaultdict[str, list[Entry]](list)
        for row in entries:
            if row.item in self.odd and row.amount.currency == self._currency and row.kind in DEBIT:
                rows[row.item].append(row)
        for of_item in rows.values():
            self._take_back(of_item)
            self._age(sorted(of_item, key=lambda row: row.day))

    def _take_back(self, rows: Iterable[Entry]) -> None:
        for row in rows:
            known = self._dated(row.day)[0]
            cell = self._items.get(row.item, _UNKNOWN)
            if row.kind is _ISSUED:
                cell = self._cell(row.party, row.day if self._by_invoice else row.due or row.day, known)
            if known >= cell[-1]:
                cell[known] -= DEBIT[row.kind] * row.amount.minor

    def _age(self, rows: Sequence[Entry]) -> None:
        """One item by itself, from its rows in the order of days."""
        item, taken = RunningItem(), 0
        for at, day in enumerate(self._days):
            while taken < len(rows) and rows[taken].day <= day:
                item.take(rows[taken])
                taken += 1
            for part in item.open:
                anchor = part.day if self._by_invoice else part.due or part.day
                place = 0 if anchor is None else self._ages.buckets[self._ages.number(anchor)][at]
                self._apart[part.customer][at][place] += part.minor

    @property
    def _by_invoice(self) -> bool:
        return self._spec.aging.anchor is Anchor.INVOICE

    def _nothing(self) -> list[list[int]]:
        return [[0] * (len(self._spec.aging.edges) + 1) for _ in self._days]
