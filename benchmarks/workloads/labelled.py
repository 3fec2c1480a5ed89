"""A labelled workload as rows: read from a folder's four files (plain or gzipped), or made from a style."""

import gzip
import json
from pathlib import Path
from typing import Any

from attrs import frozen

from benchmarks.workloads.generating import generate
from benchmarks.workloads.records import lines
from benchmarks.workloads.style import Style

Row = dict[str, Any]


@frozen
class Labelled:
    """Rows as in the files; payments in the order in which they are booked, truth by the payment's id."""

    name: str
    customers: list[Row]
    invoices: list[Row]
    payments: list[Row]
    truth: dict[str, Row]


def read(folder: Path) -> Labelled:
    """The workload of a folder, by the folder's name."""
    return _labelled(folder.name, *(_rows(folder, name) for name in ("customers", "invoices", "payments", "truth")))


def made(style: Style, seed: int, items: int = 10_000, payments: int = 3_000) -> Labelled:
    """A workload of a style."""
    work = generate(style, seed, items, payments)
    parts = (work.customers, work.invoices, work.payments, work.truth)
    return _labelled(style.name, *([json.loads(line) for line in lines(part)] for part in parts))


def _labelled(name: str, customers: list[Row], invoices: list[Row], payments: list[Row], truth: list[Row]) -> Labelled:
    booked = sorted(payments, key=lambda row: (row["booked"], row["id"]))
    return Labelled(name, customers, invoices, booked, {row["payment"]: row for row in truth})


def _rows(folder: Path, name: str) -> list[Row]:
    plain = folder / f"{name}.jsonl"
    packed = folder / f"{name}.jsonl.gz"
    text = plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())
    return [json.loads(line) for line in text.splitlines()]
