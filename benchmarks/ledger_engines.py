"""One engine, in a process of its own: `python -m benchmarks.ledger_engines ENGINE FOLDER`.

Prints what it took as JSON: seconds, the best of a few rounds; peak memory of the process in MiB, its data included,
but not the JVM of PySpark; and sums over all rows of what it found, so that engines can be compared: open, sales, days
of countback and DSO. The clock stops when every figure is there: by hand as a binary float, else as an exact quotient.
"""

import gc
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.ledger_data import CURRENCY, MONTH_ENDS

Work = Callable[[], Any]
ROUNDS = 5


def by_hand(folder: Path) -> Work:
    """pandas and NumPy, written for this ledger."""
    from benchmarks.ledger_numpy import figures

    tables = _pandas(folder)
    return lambda: figures(*tables, MONTH_ENDS)


def exact_core(folder: Path) -> Work:
    """`kpi.running.month_ends` over ledger rows."""
    from otcore.kpi.running.month_ends import month_ends

    rows = _entries(folder)
    gc.collect()
    gc.freeze()  # as in a host that has loaded its ledger
    return lambda: month_ends(rows, MONTH_ENDS, CURRENCY)


def frames(tables: tuple[Any, Any]) -> Work:
    """`adapters.frames.month_ends` over the engine's own tables."""
    from otcore.adapters.frames.ledger import FrameLedger
    from otcore.adapters.frames.month_ends import month_ends

    return lambda: month_ends(FrameLedger.of_invoices(*tables, CURRENCY), MONTH_ENDS, CURRENCY)


def _pandas(folder: Path) -> tuple[Any, Any]:
    import pandas as pd

    invoices, allocations = (pd.read_parquet(folder / f"{name}.parquet") for name in _NAMES)
    for table, name in ((invoices, "day"), (invoices, "due"), (allocations, "day")):
        table[name] = pd.to_datetime(table[name])
    return invoices, allocations


def _polars(folder: Path) -> tuple[Any, Any]:
    import polars as pl

    invoices, allocations = (pl.read_parquet(folder / f"{name}.parquet") for name in _NAMES)
    return invoices, allocations


def _duckdb(folder: Path) -> tuple[Any, Any]:
    import duckdb

    connection = duckdb.connect()
    for name in _NAMES:
        connection.execute(f"create table {name} as from '{folder}/{name}.parquet'")
    return connection.table("invoices"), connection.table("allocations")


def _pyspark(folder: Path) -> tuple[Any, Any]:
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    invoices, allocations = (session.read.parquet(f"{folder}/{name}.parquet").cache() for name in _NAMES)
    invoices.count(), allocations.count()
    return invoices, allocations


def _entries(folder: Path) -> tuple[Any, ...]:
    import pyarrow.parquet as pq

    from otcore.receivables.ledger import Entry, EntryKind
    from otcore.values.money import Money

    invoices, allocations = (pq.read_table(folder / f"{name}.parquet").to_pydict() for name in _NAMES)
    parties = dict(zip(invoices["item"], invoices["party"], strict=True))
    columns = (invoices[name] for name in ("item", "party", "day", "due", "amount_minor"))
    issued = [
        Entry(EntryKind.ISSUED, day, Money.from_minor(minor, CURRENCY), party, item, "", due)
        for item, party, day, due, minor in zip(*columns, strict=True)
    ]
    columns = (allocations[name] for name in ("item", "day", "amount_minor"))
    closed = [
        Entry(EntryKind.ALLOCATED, day, Money.from_minor(minor, CURRENCY), parties[item], item, item)
        for item, day, minor in zip(*columns, strict=True)
    ]
    return (*issued, *closed)


def _summed(found: Any) -> dict[str, float]:
    if not isinstance(found, tuple):
        sums = found[["open", "sales_90", "countback", "dso"]].sum().tolist()
        return dict(zip(("open", "sales", "countback", "dso"), sums, strict=True))
    rows = [row for end in found for row in end.rows]
    return {
        "open": sum(row.open for row in rows),
        "sales": sum(row.sold for row in rows),
        "countback": sum(float(row.countback or 0) for row in rows),
        "dso": sum(float(row.dso or 0) for row in rows),
    }


_NAMES = ("invoices", "allocations")
ENGINES: dict[str, Callable[[Path], Work]] = {
    "pandas and NumPy by hand": by_hand,
    "exact core": exact_core,
    "pandas": lambda folder: frames(_pandas(folder)),
    "Polars": lambda folder: frames(_polars(folder)),
    "DuckDB": lambda folder: frames(_duckdb(folder)),
    "PySpark": lambda folder: frames(_pyspark(folder)),
}


def main(engine: str, folder: Path) -> None:
    """Measure and print."""
    work, seconds, found = ENGINES[engine](folder), list[float](), None
    for _ in range(1 if engine == "PySpark" else ROUNDS):
        del found
        start = perf_counter()
        found = work()
        seconds.append(perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": min(seconds), "peak": peak, "found": _summed(found)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
