"""What is open of each item, in the engine: `kpi.open_items` as sums and windows."""

from collections.abc import Sequence

import narwhals as nw

from otcore.adapters.frames.table import Frame
from otcore.receivables.ledger import DEBIT, EntryKind

ISSUED, CREDITED = EntryKind.ISSUED.value, EntryKind.CREDITED.value
_DEBITS = [kind.value for kind in DEBIT]
_OPENINGS = {"issued": ISSUED, "credited": CREDITED}


def debits(rows: Frame) -> Frame:
    """The rows that the control account counts; `signed` as it counts them."""
    amount = nw.col("amount_minor")
    signed = nw.when(nw.col("kind") == ISSUED).then(amount).otherwise(0 - amount)
    return rows.filter(nw.col("kind").is_in(_DEBITS)).with_columns(signed=signed)


def items(rows: Frame, by: Sequence[str]) -> Frame:
    """Every item that is not settled: total, customer, day, due, `single` (one due day, or none) and `issued`.

    The invoice's own rows say whose it is and when it falls due; of a credit note that waits its own; else payments.
    """
    found = debits(rows).with_columns(issuer=nw.when(nw.col("kind") == ISSUED).then("party"))
    sums, least, most = ["signed"], ["issuer", "party"], list[str]()
    for name, kind in _OPENINGS.items():
        opens, due = nw.col("kind") == kind, nw.col("due")
        found = found.with_columns(
            nw.when(opens).then("day").alias(f"{name}_day"),
            nw.when(opens).then("due").alias(f"{name}_due"),
            nw.when(opens).then(1).otherwise(0).alias(f"{name}_rows"),
            nw.when(opens & ~due.is_null()).then(1).otherwise(0).alias(f"{name}_dues"),
        )
        sums += [f"{name}_rows", f"{name}_dues"]
        least += [f"{name}_day", f"{name}_due"]
        most += [f"{name}_due"]
    last = [nw.col(name).max().alias(f"{name}_last") for name in most]
    found = found.group_by(*by, "item").agg(nw.col(*sums).sum(), nw.col(*least).min(), *last)
    return _opened(found).filter(nw.col("total") != 0).select(*by, "item", *_COLUMNS)


_COLUMNS = ("total", "customer", "day", "due", "single", "issued")


def _opened(found: Frame) -> Frame:
    issued = nw.col("issued_rows") > 0

    def own(name: str) -> nw.Expr:
        return nw.when(issued).then(f"issued_{name}").otherwise(f"credited_{name}")

    found = found.with_columns(
        total=nw.col("signed").cast(nw.Int64),
        customer=nw.coalesce("issuer", "party"),
        issued=issued,
        day=own("day"),
        due=own("due"),
        due_last=own("due_last"),
        rows=own("rows"),
        dues=own("dues"),
    )
    one = (nw.col("dues") == nw.col("rows")) & (nw.col("due") == nw.col("due_last"))
    return found.with_columns(single=(nw.col("dues") == 0) | one.fill_null(False))


def pieces(rows: Frame, by: Sequence[str]) -> Frame:
    """What is open by item and due day: minor, customer, day, due; nothing open is no piece."""
    found = items(rows, by)
    single = found.filter("single").with_columns(minor=nw.col("total"))
    columns = [*by, "item", "customer", "day", "due", "minor"]
    return nw.concat([single.select(columns), _spread(rows, found.filter(~nw.col("single")), by).select(columns)])


def _spread(rows: Frame, several: Frame, by: Sequence[str]) -> Frame:
    """`kpi.pieces.spread`: all that closes an item closes what is due first."""
    kept = several.select(*by, "item", "total", "customer", "issued", nw.col("day").alias("since"))
    opening = debits(rows).join(kept, on=[*by, "item"], how="inner")
    kind = nw.when(nw.col("issued")).then(nw.lit(ISSUED)).otherwise(nw.lit(CREDITED))
    opening = opening.filter(nw.col("kind") == kind).with_columns(due=nw.coalesce("due", "since"))
    owed = opening.group_by(*by, "item", "customer", "since", "total", "due").agg(nw.col("signed").sum())
    key = [*by, "item"]
    owed = owed.with_columns(nw.col("signed").cast(nw.Int64)).with_columns(
        upto=nw.col("signed").cum_sum().over(key, order_by="due").cast(nw.Int64),
        whole=nw.col("signed").sum().over(key).cast(nw.Int64),
        first=nw.col("due").min().over(key),
        last=nw.col("due").max().over(key),
    )
    return _left(owed).filter(nw.col("minor") != 0).with_columns(nw.col("since").alias("day"))


def _left(owed: Frame) -> Frame:
    closed = nw.col("whole") - nw.col("total")
    still = _bound(nw.col("upto") - closed)
    before = _bound(nw.col("upto") - nw.col("signed") - closed)
    return owed.with_columns(
        still=nw.when(nw.col("due") == nw.col("last")).then("total").otherwise(still),
        before=nw.when(nw.col("due") == nw.col("first")).then(nw.lit(0)).otherwise(before),
    ).with_columns(minor=nw.col("still") - nw.col("before"))


def _bound(open_: nw.Expr) -> nw.Expr:
    """Nothing open is not less than nothing; of what is owed to the customer, not more."""
    wrong = ((nw.col("whole") >= 0) & (open_ < 0)) | ((nw.col("whole") < 0) & (open_ > 0))
    return nw.when(wrong).then(nw.lit(0)).otherwise(open_)
