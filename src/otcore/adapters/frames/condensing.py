"""The sums of an engine as rows of the same meaning."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import narwhals as nw

from otcore.adapters.frames.items import pieces
from otcore.adapters.frames.receipts import receipts
from otcore.adapters.frames.table import Frame, collected, day_of, known_day
from otcore.kpi.running.condensed import Left, Open, condensed
from otcore.receivables.ledger import Entry, EntryKind

Group = tuple[str, ...]
T = TypeVar("T")


def condensed_groups(
    rows: Frame, as_of: date, currency: str, by: Sequence[str], by_customer: bool
) -> Mapping[Group, tuple[Entry, ...]]:
    """The rows of each group, a ledger by itself."""
    moved, opened, left = _moved(rows, by), _opened(rows, by, by_customer), _left(rows, by, by_customer)
    groups = sorted({*moved, *opened, *left})
    return {
        group: condensed(moved[group], opened[group], left[group], as_of, currency, by_customer) for group in groups
    }


def _moved(rows: Frame, by: Sequence[str]) -> defaultdict[Group, dict[tuple[EntryKind, date], int]]:
    sums = rows.group_by(*by, "kind", "day").agg(nw.col("amount_minor").sum())
    found = defaultdict[Group, dict[tuple[EntryKind, date], int]](dict)
    for group, (kind, day, minor) in grouped(sums, by, ("kind", "day", "amount_minor")):
        found[group][EntryKind(kind), known_day(day)] = int(minor)
    return found


def _opened(rows: Frame, by: Sequence[str], by_customer: bool) -> defaultdict[Group, list[Open]]:
    parts = pieces(rows, by).with_columns(owed=nw.col("minor") > 0, customer=_customer(by_customer))
    sums = parts.group_by(*by, "customer", "day", "due", "owed").agg(nw.col("minor").sum())
    found = defaultdict[Group, list[Open]](list)
    for group, (customer, day, due, minor) in grouped(sums, by, ("customer", "day", "due", "minor")):
        found[group].append(Open(customer, day_of(day), day_of(due), int(minor)))
    return found


def _left(rows: Frame, by: Sequence[str], by_customer: bool) -> defaultdict[Group, list[Left]]:
    kept = receipts(rows, by).with_columns(customer=_customer(by_customer))
    sums = kept.group_by(*by, "customer", "day").agg(nw.col("left").sum())
    found = defaultdict[Group, list[Left]](list)
    for group, (customer, day, minor) in grouped(sums, by, ("customer", "day", "left")):
        found[group].append(Left(customer, day_of(day), int(minor)))
    return found


def grouped(sums: Frame, by: Sequence[str], columns: Sequence[str]) -> Iterator[tuple[Group, tuple[Any, ...]]]:
    """Each row of sums: its group by name (of a value that is missing the empty one), and these columns."""
    found = collected(sums.select(*by, *columns))
    values = zip(*(found[name] for name in columns), strict=True)
    if not by:
        yield from (((), each) for each in values)
        return
    names = (map(_name, found[name]) for name in by)
    yield from zip(zip(*names, strict=True), values, strict=True)


def _name(value: Any) -> str:
    return "" if value is None or value != value else str(value)


def _customer(by_customer: bool) -> nw.Expr:
    return nw.col("customer") if by_customer else nw.lit("")
