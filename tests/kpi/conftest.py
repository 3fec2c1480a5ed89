"""The reference figures of the case files, and the public ledger they were made from."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from otcore.receivables.ledger import Entry, EntryKind
from otcore.values import Money


@pytest.fixture(scope="session")
def reference(cases: Path) -> dict[str, Any]:
    """The file of worked examples and month-ends; its numbers are decimals, as they are printed there."""
    found: dict[str, Any] = json.loads(
        (cases / "kpi" / "reference.json").read_text(encoding="utf-8"), parse_float=Decimal
    )
    return found


@pytest.fixture(scope="session")
def worked(reference: dict[str, Any]) -> Callable[[str], Any]:
    """A worked example by the beginning of its name."""

    def found(name: str) -> Any:
        (value,) = [value for key, value in reference["worked_examples"].items() if key.startswith(name)]
        return value

    return found


@pytest.fixture(scope="session")
def month_ends(reference: dict[str, Any]) -> list[tuple[date, dict[str, Any]]]:
    """The public ledger's twelve month-ends: the day, and every figure of it."""
    rows = reference["ibm_accounts_receivable"]["month_ends"]
    return [(date.fromisoformat(row["asof"]), row) for row in rows]


@pytest.fixture(scope="session")
def records(cases: Path) -> list[dict[str, str]]:
    """The public ledger as it is: an invoice a line."""
    with (cases / "kpi" / "ibm_accounts_receivable.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def ledger(records: list[dict[str, str]]) -> tuple[Entry, ...]:
    """The public ledger as rows: an invoice, and its payment in full on the settlement day."""
    return tuple(entry for record in records for entry in _entries(record))


def _entries(record: dict[str, str]) -> Iterator[Entry]:
    issue, due, settled = (_day(record[name]) for name in ("InvoiceDate", "DueDate", "SettledDate"))
    item, party, amount = record["invoiceNumber"], record["customerID"], Money(record["InvoiceAmount"], "USD")
    yield Entry(EntryKind.ISSUED, issue, amount, party, item, due=due)
    yield Entry(EntryKind.RECEIVED, settled, amount, party, receipt=item)
    yield Entry(EntryKind.ALLOCATED, settled, amount, party, item, item)


def _day(text: str) -> date:
    return datetime.strptime(text, "%m/%d/%Y").date()
