"""The public ledger through the command: every month-end is the reference's, to the last digit printed."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.typed import otcore

Json = dict[str, Any]
Run = Callable[..., list[Json]]


@pytest.fixture(scope="module")
def month_ends(cases: Path) -> list[Json]:
    reference = json.loads((cases / "kpi" / "reference.json").read_text(encoding="utf-8"), parse_float=Decimal)
    found: list[Json] = reference["ibm_accounts_receivable"]["month_ends"]
    return found


def asked(cases: Path, *options: str) -> list[Json]:
    """The month-ends that the command prints."""
    file = cases / "kpi" / "ibm_accounts_receivable.csv"
    done = otcore("kpi", file, "--as-of", "2012-12-31", "--currency", "USD", "--places", "6", "--json", *options)
    assert done.status == 0, done.err
    (board,) = json.loads(done.out)["currencies"]
    months: list[Json] = board["months"]
    return months


def minor(amount: str) -> int:
    return int(Decimal(amount) * 100)


def value(month: Json, code: str) -> Decimal | None:
    said = month["measures"][code].get("value")
    return None if said is None else Decimal(said)


@pytest.fixture(scope="module")
def quarterly(cases: Path) -> list[Json]:
    return asked(cases)


def test_amounts_and_counts(quarterly: list[Json], month_ends: list[Json]):
    for month, row in zip(quarterly, month_ends, strict=True):
        found = [month["as_of"], *(minor(month[name]) for name in ("invoiced", "collected", "open_balance"))]
        assert found == [row[name] for name in ("asof", "sales", "collections", "ar")]
        assert month["open_items"] == row["open_count"]
        assert [minor(each) for each in month["buckets"]] == list(row["aging_due"].values())
        assert minor(month["buckets"][0]) == row["ar_current"]


@pytest.mark.parametrize(
    ("code", "column"),
    [
        ("DSO", "dso_90"),
        ("BPDSO", "bpdso_90"),
        ("ADD", "add_90"),
        ("DSO_COUNTBACK", "countback_month"),
        ("DSO_COUNTBACK_DAYS", "countback_day"),
        ("CEI", "cei"),
        ("OPEN_AGE", "wavg_open_age"),
        ("OVERDUE_AGE", "wavg_open_overdue"),
        ("DSO_TRUE", "true_dso_crf"),
    ],
)
def test_quotients(quarterly: list[Json], month_ends: list[Json], code: str, column: str):
    assert [value(month, code) for month in quarterly] == [row[column] for row in month_ends]


def test_what_no_sales_explain(quarterly: list[Json], month_ends: list[Json]):
    for month, row in zip(quarterly, month_ends, strict=True):
        assert minor(month["measures"]["DSO_COUNTBACK"]["unexplained"]) == row["countback_month_unexplained"]
        assert minor(month["measures"]["DSO_COUNTBACK_DAYS"]["unexplained"]) == row["countback_day_unexplained"]


def test_other_windows_and_another_anchor(cases: Path, month_ends: list[Json]):
    months = asked(cases, "--dso-days", "365", "--anchor", "invoice")
    assert [value(month, "DSO") for month in months] == [row["dso_365"] for row in month_ends]
    assert [[minor(each) for each in month["buckets"]] for month in months] == [
        list(row["aging_inv"].values()) for row in month_ends
    ]


@pytest.mark.parametrize(
    ("receivables", "column"),
    [("ending", "dso_month"), pytest.param("average", "dso_month_avgAR", marks=pytest.mark.slow)],
)
def test_dso_of_the_calendar_month(cases: Path, month_ends: list[Json], receivables: str, column: str):
    months = asked(cases, "--dso-months", "1", "--receivables", receivables)
    assert [value(month, "DSO") for month in months] == [row[column] for row in month_ends]
