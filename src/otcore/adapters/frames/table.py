"""A table of any engine as the rows of a ledger: one set of columns, of one type each; and what is wrong with them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import narwhals as nw

from otcore.receivables.ledger import EntryKind
from otcore.values.faults import Fault, Invalid

Frame = nw.LazyFrame[Any]
Values = dict[str, list[Any]]

KINDS = [kind.value for kind in EntryKind]
NEEDED = ("kind", "day", "amount_minor", "currency")
NAMES = ("party", "item", "receipt")


COLUMNS = ("kind", "day", "amount_minor", "currency", "party", "item", "receipt", "due")
"""Those of a ledger; what else a table has comes after them."""


def ledger_rows(table: Any) -> Frame:
    """The table with the columns of a ledger, one type each: party, item, receipt and due may be absent.

    What has no name has the empty one; a moment counts as its day. Raises `Invalid` COLUMN_MISSING for each column
    that must be there and is not, VALUE_MISSING, KIND_UNKNOWN, AMOUNTS_TOO_LARGE.
    """
    rows = stated(table, NEEDED)
    looked_over(rows)
    return rows.select(*COLUMNS, nw.exclude(*COLUMNS))


def stated(table: Any, needed: Sequence[str]) -> Frame:
    """The table with a party, an item, a receipt and a due day in every row, and days and amounts of one type.

    Raises `Invalid` COLUMN_MISSING for each of the needed columns that is not there.
    """
    frame: Frame = nw.from_native(table).lazy()
    schema = frame.collect_schema()
    missing = [name for name in needed if name not in schema]
    if missing:
        raise Invalid(*(Fault("COLUMN_MISSING", f"the table has no column {name}", name) for name in missing))
    names = [nw.col(name).fill_null(nw.lit("")) if name in schema else nw.lit("").alias(name) for name in NAMES]
    day = _day("day", schema)
    due = _day("due", schema) if "due" in schema else nw.when(nw.col("amount_minor").is_null()).then(day)
    return frame.with_columns(nw.col("amount_minor").cast(nw.Int64), *names, due.alias("due"), day=day)


def of_kind(rows: Frame, kind: EntryKind, currency: str) -> Frame:
    """Rows of one kind and currency; what was received is no item's, and is its item's where no receipt is named."""
    receipt = nw.when(nw.col("receipt") == "").then("item").otherwise("receipt")
    item = nw.lit("") if kind is EntryKind.RECEIVED else nw.col("item")
    rows = rows.with_columns(nw.lit(kind.value).alias("kind"), nw.lit(currency).alias("currency"))
    return rows.with_columns(receipt=receipt, item=item).select(*COLUMNS)


def literals(frame: Frame, days: Iterable[date]) -> list[nw.Expr]:
    """Days as the frame's own days are compared with."""
    dated = frame.collect_schema()["day"] == nw.Date
    return [nw.lit(day if dated else datetime(day.year, day.month, day.day)) for day in days]


def placed(frame: Frame, column: str, starts: Sequence[date]) -> nw.Expr:
    """How many of these days, in order, a column's day has reached: few comparisons a row, however many there are."""
    return _searched(nw.col(column), literals(frame, starts), 0).cast(nw.Int64)


def collected(frame: Frame) -> Values:
    """The rows that an engine has made sums of, by column."""
    return frame.collect().to_dict(as_series=False)


def day_of(value: Any) -> date | None:
    """A day as an engine hands it over: a date, a moment at midnight, or one of the ways to say nothing."""
    if value is None or value != value:
        return None
    return value.date() if isinstance(value, datetime) else value


def known_day(value: Any) -> date:
    """A day that every row has: the table was looked over."""
    day = day_of(value)
    assert day is not None
    return day


def looked_over(rows: Frame) -> None:
    """Raises `Invalid` VALUE_MISSING for rows without day or amount (kind, currency, where these are columns),
    KIND_UNKNOWN for those of no known kind, AMOUNTS_TOO_LARGE where sums might not fit into 64 bits.
    """
    needed = [nw.col(name).is_null() for name in NEEDED if name in rows.collect_schema()]
    kinds = nw.col("kind").is_in(KINDS) if "kind" in rows.collect_schema() else nw.lit(True)
    looked = rows.select(
        high=nw.col("amount_minor").fill_null(0).abs() // _WORD,
        missing=nw.when(nw.any_horizontal(*needed, ignore_nulls=True)).then(1).otherwise(0),
        unknown=nw.when(kinds).then(0).otherwise(1),
    )
    found = collected(looked.select(nw.all().sum(), nw.len().alias("rows")))
    high, missing, unknown, count = (int(found[name][0] or 0) for name in ("high", "missing", "unknown", "rows"))
    if missing:
        raise Invalid.one("VALUE_MISSING", f"{missing} rows lack kind, day, amount or currency", rows=missing)
    if unknown:
        raise Invalid.one("KIND_UNKNOWN", f"{unknown} rows are of no known kind", rows=unknown)
    if (high + count) * _WORD >= _LIMIT:
        raise Invalid.one("AMOUNTS_TOO_LARGE", "the sums might not fit into 64 bits", rows=count)


_WORD = 2**20  # amounts are looked at in words, so that the look itself does not overflow
_LIMIT = 2**63


def _searched(column: nw.Expr, starts: Sequence[nw.Expr], before: int) -> nw.Expr:
    if not starts:
        return nw.lit(before)
    middle = len(starts) // 2
    later = _searched(column, starts[middle + 1 :], before + middle + 1)
    return nw.when(column >= starts[middle]).then(later).otherwise(_searched(column, starts[:middle], before))


def _day(name: str, schema: nw.Schema) -> nw.Expr:
    if schema[name] == nw.Date:
        return nw.col(name)
    moment = nw.col(name) if isinstance(schema[name], nw.Datetime) else nw.col(name).cast(nw.Datetime("us"))
    return moment.dt.truncate("1d")


def parted(rows: Frame, by: Sequence[str]) -> tuple[Frame, tuple[str, ...]]:
    """The rows with the columns to group by under names of their own, for any may be meant, and these names.

    Raises `Invalid` COLUMN_MISSING.
    """
    schema = rows.collect_schema()
    missing = [name for name in by if name not in schema]
    if missing:
        raise Invalid(*(Fault("COLUMN_MISSING", f"the table has no column {name}", name) for name in missing))
    names = tuple(f"by {name}" for name in by)
    own = (nw.col(column).alias(name) for name, column in zip(names, by, strict=True))
    return rows.select(nw.all(), *own), names
