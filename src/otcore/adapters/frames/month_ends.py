"""Aging, DSO and countback of every customer at several days, in the engine: `kpi.running.month_ends`.

Items that add up go together (see `kpi.running.sweep`): the engine adds their rows up by customer, age and the first
day that knows them, then by bucket and day. Only an item whose parts do not add up is computed by itself, day by day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

import narwhals as nw

from otcore.adapters.frames.items import CREDITED, ISSUED, debits, pieces
from otcore.adapters.frames.ledger import FrameLedger
from otcore.adapters.frames.table import Frame, Values, collected, literals, placed
from otcore.kpi.buckets import Anchor
from otcore.kpi.running.ages import Ages
from otcore.kpi.running.month_ends import BY_DEFAULT, standings
from otcore.kpi.running.sold import Spans, spans
from otcore.kpi.running.standing import MonthEnd, StandingSpec

Sums = defaultdict[str, list[list[int]]]


def month_ends(
    ledger: FrameLedger, days: Iterable[date], currency: str, spec: StandingSpec = BY_DEFAULT
) -> tuple[MonthEnd, ...]:
    """The figures of each day, in the order of days, equal to those of `kpi.running.month_ends` over the same rows.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    ends = sorted(set(days))
    if not ends:
        return ()
    rows, cut = ledger.known(ends[-1], currency), spans(spec, ends)
    sums, sales = _Engine(rows, ends, spec).buckets(), _sales(rows, cut)
    names = sorted({*sums, *sales})
    return standings(((name, sums[name]) for name in names), sales, ends, cut, spec)


def _sales(rows: Frame, cut: Spans) -> dict[str, dict[int, int]]:
    sold = debits(rows.filter(nw.col("kind").is_in([ISSUED, CREDITED])))
    month = nw.col("day").dt.year().cast(nw.Int64) * 12 + nw.col("day").dt.month()
    within = placed(rows, "day", [day + timedelta(days=1) for day in cut.cuts])
    sold = sold.with_columns(span=month * (len(cut.cuts) + 1) + within)
    found = collected(sold.group_by("party", "span").agg(nw.col("signed").sum()))
    sales = defaultdict[str, dict[int, int]](dict)
    for party, span, minor in zip(found["party"], found["span"], found["signed"], strict=True):
        sales[party][int(span)] = int(minor)
    return sales


class _Engine:
    """The buckets of every customer and day."""

    def __init__(self, rows: Frame, ends: Sequence[date], spec: StandingSpec) -> None:
        self._ends, self._edges, self._ages = ends, spec.aging.edges, Ages(ends, spec.aging.edges)
        self._anchor = nw.col("day") if spec.aging.anchor is Anchor.INVOICE else nw.coalesce("due", "day")
        self._rows = self._with_places(debits(rows))

    def buckets(self) -> Sums:
        """In minor units, by customer."""
        issued = self._rows.filter(nw.col("kind") == ISSUED)
        found = collected(issued.select(nw.len().alias("rows"), nw.col("item").n_unique()))
        if found["rows"] == found["item"]:
            sums = collected(self._added(self._rows))
            if not any(sums["odd"]):
                return self._read(sums)
        odd = self._odd_items(issued)
        sums = collected(self._added(self._rows.join(odd, on="item", how="anti")))
        return self._one_by_one(self._read(sums), self._rows.join(odd, on="item", how="semi"))

    def _with_places(self, rows: Frame) -> Frame:
        """`age`: the class of the day that ages are counted from; `at`: the first day asked for that knows the row."""
        starts = [date.fromordinal(max(bound, 1)) for bound in self._ages.bounds]
        known = [day + timedelta(days=1) for day in self._ends[:-1]]
        rows = rows.with_columns(anchor=self._anchor)
        return rows.with_columns(at=placed(rows, "day", known), age=placed(rows, "anchor", starts))

    def _added(self, rows: Frame) -> Frame:
        """By customer and first day and age, then by customer alone, a column for each bucket of each day."""
        issued = rows.filter(nw.col("kind") == ISSUED).select(
            "at", "age", "signed", customer="party", odd=nw.lit(0).cast(nw.Int64)
        )
        invoices = rows.filter(nw.col("kind") == ISSUED).select("item", "age", customer="party", since="at")
        closing = _matched(rows, invoices)
        key = ["customer", "at", "age"]
        parts = nw.concat([issued.select(*key, "signed", "odd"), closing.select(*key, "signed", "odd")])
        sums = parts.group_by(key).agg(nw.col("signed", "odd").sum()).with_columns(nw.col("signed").cast(nw.Int64))
        columns = {f"{at} {place}": each for at, place, each in self._columns()}
        return sums.select("customer", "odd", **columns).group_by("customer").agg(nw.col("odd", *columns).sum())

    def _columns(self) -> Iterator[tuple[int, int, nw.Expr]]:
        for at in range(len(self._ends)):
            places = [buckets[at] for buckets in self._ages.buckets]
            for place in sorted(set(places)):
                low = places.index(place)
                within = nw.col("age").is_between(low, low + places.count(place) - 1)
                yield at, place, nw.when((nw.col("at") <= at) & within).then("signed").otherwise(0)

    def _read(self, sums: Values) -> Sums:
        found: Sums = defaultdict(lambda: [[0] * (len(self._edges) + 1) for _ in self._ends])
        places = [[place for at, place, _ in self._columns() if at == day] for day in range(len(self._ends))]
        names = [f"{at} {place}" for at, of_day in enumerate(places) for place in of_day]
        rows = zip(*(map(int, sums[name]) for name in names), strict=True)
        for customer, minors in zip(sums["customer"], rows, strict=True):
            left = iter(minors)
            found[customer] = [self._bucketed(of_day, islice(left, len(of_day))) for of_day in places]
        return found

    def _bucketed(self, places: Sequence[int], minors: Iterator[int]) -> list[int]:
        """Every bucket of a day, from those that the engine has summed."""
        if len(places) > len(self._edges):
            return list(minors)
        found = [0] * (len(self._edges) + 1)
        for place, minor in zip(places, minors, strict=True):
            found[place] = minor
        return found

    def _odd_items(self, issued: Frame) -> Frame:
        """Of more than one row of an invoice, or with a payment that a day asked for knows first."""
        key = nw.col("party").min().alias("customer"), nw.col("age").min(), nw.col("at").min().alias("since")
        invoices = issued.group_by("item").agg(*key, nw.len().alias("rows"))
        several = invoices.filter(nw.col("rows") > 1).select("item")
        early = _matched(self._rows, invoices.drop("rows")).filter(nw.col("odd") == 1).select("item")
        return nw.concat([several, early]).unique()

    def _one_by_one(self, sums: Sums, rows: Frame) -> Sums:
        for at, (end, last) in enumerate(zip(self._ends, literals(rows, self._ends), strict=True)):
            parts = pieces(rows.filter(nw.col("day") <= last), ()).with_columns(anchor=self._anchor)
            starts = [end - timedelta(days=edge) for edge in reversed(self._edges)]
            place = len(self._edges) - placed(parts, "anchor", starts)
            aged = parts.with_columns(place=nw.when(nw.col("anchor").is_null()).then(nw.lit(0)).otherwise(place))
            found = collected(aged.group_by("customer", "place").agg(nw.col("minor").sum()))
            for customer, bucket, minor in zip(found["customer"], found["place"], found["minor"], strict=True):
                sums[customer][at][int(bucket)] += int(minor)
        return sums


def _matched(rows: Frame, invoices: Frame) -> Frame:
    """What closes items, with customer and age of its invoice; `odd` where none is known by then."""
    closing = rows.filter(nw.col("kind") != ISSUED).select("item", "at", "signed")
    found = closing.join(invoices, on="item", how="left")
    early = nw.col("since").is_null() | (nw.col("at") < nw.col("since"))
    return found.with_columns(
        nw.col("customer").fill_null(nw.lit("")),
        nw.col("age").fill_null(0).cast(nw.Int64),
        odd=nw.when(early).then(1).otherwise(0).cast(nw.Int64),
    )
