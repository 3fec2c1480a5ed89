"""The ledger that a table holds, and its figures as of any day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

import narwhals as nw
from attrs import evolve, field, frozen

from otcore.adapters.frames.condensing import condensed_groups
from otcore.adapters.frames.items import items
from otcore.adapters.frames.table import (
    Frame,
    collected,
    ledger_rows,
    literals,
    looked_over,
    of_kind,
    parted,
    stated,
)
from otcore.kpi.aging import Aging, aging
from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.currencies import digits

P = ParamSpec("P")
R = TypeVar("R")


@frozen
class FrameLedger:
    """A ledger in a table of pandas, Polars, DuckDB or PySpark: `FrameLedger.of(table)`.

    Its columns: kind (`EntryKind`, as text), day (a date, or a moment of it), amount_minor (int64, minor units),
    currency; and where they are known party, item, receipt, due. More columns may be there to group by. The table
    is not changed, and read again for every question.
    """

    rows: Frame = field(repr=False)

    @classmethod
    def of(cls, table: Any) -> "FrameLedger":
        """The table's rows. Raises `Invalid` COLUMN_MISSING, VALUE_MISSING, KIND_UNKNOWN, AMOUNTS_TOO_LARGE."""
        return cls(ledger_rows(table))

    @classmethod
    def of_invoices(cls, invoices: Any, allocations: Any, currency: str) -> "FrameLedger":
        """The ledger of invoices (item, day, amount_minor; party, due) and what closed them (item, day, amount_minor;
        party, receipt), of one engine and currency. What was allocated was received on that day.

        Raises `Invalid` CURRENCY_UNKNOWN, COLUMN_MISSING, VALUE_MISSING, AMOUNTS_TOO_LARGE.
        """
        digits(currency)
        issued, closed = (stated(table, ("day", "amount_minor", "item")) for table in (invoices, allocations))
        for rows in (issued, closed):
            looked_over(rows)
        kinds = ((issued, EntryKind.ISSUED), (closed, EntryKind.RECEIVED), (closed, EntryKind.ALLOCATED))
        return cls(nw.concat([of_kind(rows, kind, currency) for rows, kind in kinds]))

    def figure(
        self,
        of: Callable[Concatenate[tuple[Entry, ...], date, str, P], R],
        as_of: date,
        currency: str,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Any figure of all customers together: `figure(dso, day, "EUR")`, `figure(countback, day, "EUR", spec)`."""
        rows = self.condensed(as_of, currency).get((), ())
        return of(rows, as_of, currency, *args, **kwargs)

    def aging(self, as_of: date, currency: str, spec: AgingSpec = DUE_DATE_AGING) -> Aging:
        """The aging by customer, as `kpi.aging.aging` has it. Raises `Invalid` CURRENCY_UNKNOWN."""
        rows = self.condensed(as_of, currency, by_customer=True).get((), ())
        found, counts = aging(rows, as_of, currency, spec), self._items(as_of, currency)
        counted = tuple(evolve(row, items=counts.get(row.customer, 0)) for row in found.rows)
        return evolve(found, rows=counted, total=evolve(found.total, items=sum(counts.values())))

    def condensed(
        self, as_of: date, currency: str, by: Sequence[str] = (), by_customer: bool = False
    ) -> Mapping[tuple[str, ...], tuple[Entry, ...]]:
        """The ledger as of a day as a few rows of the same meaning, for any figure of `kpi` that takes rows.

        by: columns whose values part the rows; each group is a ledger by itself, and has its own rows here. The
        customers of a group are together, under no name, unless told. What condensed rows do not tell is said in
        `kpi.running.condensed`. Raises `Invalid` COLUMN_MISSING, CURRENCY_UNKNOWN.
        """
        rows, key = parted(self.known(as_of, currency), by)
        return condensed_groups(rows, as_of, currency, key, by_customer)

    def known(self, as_of: date, currency: str) -> Frame:
        """The rows of a currency up to a day. Raises `Invalid` CURRENCY_UNKNOWN."""
        digits(currency)
        (last,) = literals(self.rows, [as_of])
        return self.rows.filter((nw.col("currency") == currency) & (nw.col("day") <= last))

    def _items(self, as_of: date, currency: str) -> Mapping[str, int]:
        found = collected(items(self.known(as_of, currency), ()).group_by("customer").agg(nw.len().alias("items")))
        return dict(zip(found["customer"], found["items"], strict=True))
