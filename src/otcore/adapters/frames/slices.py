"""What closed each part of each item, in the engine: `kpi.settling.settled` as sums and windows."""

from collections.abc import Sequence

import narwhals as nw

from otcore.adapters.frames.items import ISSUED, debits
from otcore.adapters.frames.table import Frame
from otcore.kpi.settling.closings import WITH_CASH

_CASH = [kind.value for kind in WITH_CASH]


def slices(rows: Frame, by: Sequence[str]) -> Frame:
    """So much (`minor`) of a part of an item closed on a day: issued, due (none: not said), part, whole, cash.

    What closes an item closes its first due first, in the order of days; what was taken back is taken off the same
    receipt, the latest first. Items of which that cannot be told are not in it.
    """
    key = [*by, "item"]
    counted = debits(rows)
    parts, closings = _parts(counted, key), _closings(counted, key)
    overlap = nw.min_horizontal("until", "closed_until") - nw.max_horizontal("since", "closed_since")
    found = parts.join(closings, on=key, how="inner").with_columns(minor=overlap).filter(nw.col("minor") > 0)
    due = nw.when(nw.col("told") > 0).then("part")
    return found.select(*key, "issued", due.alias("due"), "part", "whole", "day", "cash", "minor")


def _parts(rows: Frame, key: list[str]) -> Frame:
    """The parts of each item, from where to where they lie in what was invoiced, the first due first."""
    issued = rows.filter(nw.col("kind") == ISSUED).with_columns(
        dated=nw.when(nw.col("due").is_null()).then(nw.lit(0)).otherwise(nw.lit(1))
    )
    items = issued.group_by(key).agg(nw.col("day").min().alias("issued"), nw.col("dated").sum().alias("told"))
    parts = issued.join(items, on=key, how="inner").with_columns(part=nw.coalesce("due", "issued"))
    owed = parts.group_by(*key, "part", "issued", "told").agg(nw.col("signed").sum().alias("whole"))
    owed = owed.with_columns(nw.col("whole").cast(nw.Int64))
    owed = owed.with_columns(
        until=nw.col("whole").cum_sum().over(key, order_by="part").cast(nw.Int64), least=nw.col("whole").min().over(key)
    )
    return owed.filter(nw.col("least") >= 0).with_columns(since=nw.col("until") - nw.col("whole"))


def _closings(rows: Frame, key: list[str]) -> Frame:
    """What closed each item and was not taken back, from where to where, the first day first."""
    source, amount = [*key, "cash", "receipt"], nw.col("amount_minor")
    closing = rows.filter(nw.col("kind") != ISSUED).with_columns(
        cash=nw.when(nw.col("kind").is_in(_CASH)).then(nw.lit(1)).otherwise(nw.lit(0)), least=0 - amount
    )
    closing = closing.with_columns(upto=amount.cum_sum().over(source, order_by=["day", "least"]).cast(nw.Int64))
    again = nw.when(amount < 0).then(0 - nw.col("upto")).otherwise("upto")  # of rows alike, the order of their sums
    closing = closing.with_columns(again=again).with_columns(
        stays=nw.col("upto").cum_min(reverse=True).over(source, order_by=["day", "least", "again"])
    )
    kept = nw.min_horizontal("amount_minor", nw.col("stays") - nw.col("upto") + amount)
    closing = closing.with_columns(kept=kept, lowest=nw.col("upto").min().over(key))
    closing = closing.filter((nw.col("lowest") >= 0) & (nw.col("kept") > 0))
    until = nw.col("kept").cum_sum().over(key, order_by=["day", "cash", "kept"]).cast(nw.Int64)
    closing = closing.with_columns(closed_until=until)
    closing = closing.with_columns(closed_since=nw.col("closed_until") - nw.col("kept"))
    return closing.select(*key, "day", "cash", "closed_until", "closed_since")
