"""A ledger of a million invoices and 1.2 million allocations, the same on every machine.

`python -m benchmarks.ledger_data FOLDER INVOICES` writes it.

Two thousand customers over two years. Four invoices of five are paid at once, one in two parts; one of fifty keeps a
tenth open. Every number is an integer, mixed from the row's own number by splitmix64.
"""

import sys
from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

FIRST = date(2023, 1, 1)
DAYS = 731
CUSTOMERS = 2_000
MONTH_ENDS = tuple(date(2024, month, monthrange(2024, month)[1]) for month in range(1, 13))
CURRENCY = "EUR"
_TERMS = np.array([14, 30, 30, 60], dtype=np.int64)

Numbers = Any  # a NumPy array of integers: its shape is in its name


def write_ledger(folder: Path, invoices: int) -> None:
    """`invoices.parquet` (item, party, day, due, amount_minor) and `allocations.parquet` (item, day, amount_minor)."""
    at = np.arange(invoices, dtype=np.uint64)
    day = np.sort(_mixed(at, 1, DAYS))
    due = day + _TERMS[_mixed(at, 2, 4)]
    amount = 100 + _mixed(at, 3, 1 << _mixed(at, 4, 10) + 10)
    party = _names("C", _mixed(at, 5, CUSTOMERS))
    _write(folder / "invoices.parquet", item=_names("INV", at), party=party, day=day, due=due, amount_minor=amount)
    _write(folder / "allocations.parquet", **_allocations(at, day, due, amount))


def _allocations(at: Numbers, day: Numbers, due: Numbers, amount: Numbers) -> dict[str, Numbers]:
    """What closes the invoices: around the due day, never before the invoice."""
    paid = np.where(at % 50 == 7, amount - amount // 10, amount)
    on = np.maximum(day, due - 10 + _mixed(at, 6, 45))
    half = np.where(at % 5 == 3, paid // 2, 0)
    second = half > 0
    item = np.concatenate([at, at[second]])
    days = np.concatenate([on, on[second] + 1 + _mixed(at, 7, 60)[second]])
    closes = np.concatenate([paid - half, half[second]])
    order = np.argsort(days, kind="stable")
    return {"item": _names("INV", item[order]), "day": days[order], "amount_minor": closes[order]}


def _mixed(at: Numbers, salt: int, below: Any) -> Numbers:
    """Numbers below a bound (one, or one a row), by splitmix64."""
    mixed = at * np.uint64(0x9E3779B97F4A7C15) + np.uint64(salt * 0xD1342543DE82EF95 % 2**64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return ((mixed >> np.uint64(33)) % np.asarray(below, dtype=np.uint64)).astype(np.int64)


def _names(prefix: str, numbers: Numbers) -> Any:
    return pa.array([f"{prefix}{number:07d}" for number in numbers.tolist()])


def _write(path: Path, **columns: Any) -> None:
    for name in {"day", "due"} & set(columns):
        days = columns[name] + (FIRST - date(1970, 1, 1)).days
        columns[name] = pa.array(days.astype(np.int32)).cast(pa.date32())
    pq.write_table(pa.table(columns), path)


if __name__ == "__main__":
    write_ledger(Path(sys.argv[1]), int(sys.argv[2]))
