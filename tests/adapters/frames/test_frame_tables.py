"""What a table must hold, and what it may."""

from datetime import datetime

import polars as pl
import pytest
from attrs import evolve

from otcore.adapters.frames.ledger import FrameLedger
from otcore.kpi.aging import aging
from otcore.kpi.dso import dso
from otcore.receivables.ledger import control
from otcore.values import Invalid
from tests.adapters.frames.engines import ENGINES, arrow, on_pandas
from tests.kpi.ledgers import TODAY, allocated, day, issued, received

ROWS = (
    issued("A", "100", day(50), due=day(20)),
    issued("B", "40", day(50), due=day(40)),
    issued("B", "60", day(50), due=day(10)),
    allocated("A", "R1", "30", day(5)),
    received("R1", "30", day(5), party="ACME"),
    allocated("B", "R2", "50", day(4)),
    received("R2", "50", day(4), party="ACME"),
)


@pytest.mark.parametrize("engine", ENGINES)
def test_invoices_and_what_closed_them_are_a_ledger(engine):
    rows = pl.DataFrame(arrow(ROWS))
    invoices = rows.filter(kind="issued").select("item", "party", "day", "due", "amount_minor")
    allocations = rows.filter(kind="allocated").select("item", "day", "amount_minor")
    make = ENGINES[engine]
    found = FrameLedger.of_invoices(make(invoices.to_arrow()), make(allocations.to_arrow()), "EUR")
    assert found.aging(TODAY, "EUR") == aging(ROWS, TODAY, "EUR")


def test_a_moment_counts_as_its_day():
    table = on_pandas(arrow(ROWS))
    table["day"] += datetime(2025, 1, 1, 23, 59) - datetime(2025, 1, 1)
    assert FrameLedger.of(table).aging(day(4), "EUR") == aging(ROWS, day(4), "EUR")


def test_names_and_due_days_may_be_absent():
    table = pl.DataFrame(arrow(ROWS)).select("kind", "day", "amount_minor", "currency")
    (rows,) = FrameLedger.of(table).condensed(TODAY, "EUR").values()
    assert control(rows, "EUR") == control(ROWS, "EUR")


def test_each_group_is_a_ledger_by_itself():
    table = pl.DataFrame(arrow(ROWS)).with_columns(region=pl.col("item").replace({"A": "north", "B": None}))
    groups = FrameLedger.of(table).condensed(TODAY, "EUR", by=["region"])
    assert set(groups) == {("north",), ("",)}
    assert control(groups["north",], "EUR") == control((ROWS[0], ROWS[3]), "EUR")


@pytest.mark.parametrize("by", [["party"], ["item"], ["receipt", "due"]])
def test_the_ledgers_own_columns_can_be_grouped_by(by):
    groups = FrameLedger.of(pl.DataFrame(arrow(ROWS))).condensed(TODAY, "EUR", by=by)
    assert sum(control(rows, "EUR").minor for rows in groups.values()) == control(ROWS, "EUR").minor


def test_a_group_is_asked_for_each_figure():
    found = FrameLedger.of(pl.DataFrame(arrow(ROWS)))
    assert found.figure(dso, TODAY, "EUR").value == dso(ROWS, TODAY, "EUR").value
    assert found.figure(dso, TODAY, "JPY").reason == "NO_SALES"
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        found.figure(dso, TODAY, "EURO")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": pl.lit("invoice")}, "KIND_UNKNOWN"),
        ({"day": None}, "VALUE_MISSING"),
        ({"currency": None}, "VALUE_MISSING"),
        ({"amount_minor": 2**62}, "AMOUNTS_TOO_LARGE"),
    ],
)
def test_a_table_that_is_no_ledger_is_refused(changes, code):
    table = pl.DataFrame(arrow(ROWS)).with_columns(**changes).with_columns(pl.col("day").cast(pl.Date))
    with pytest.raises(Invalid, match=code):
        FrameLedger.of(table)


def test_every_column_that_is_missing_is_named():
    table = pl.DataFrame(arrow(ROWS)).drop("kind", "currency")
    with pytest.raises(Invalid) as refused:
        FrameLedger.of(table)
    assert [(fault.code, fault.path) for fault in refused.value.faults] == [
        ("COLUMN_MISSING", "kind"),
        ("COLUMN_MISSING", "currency"),
    ]
    with pytest.raises(Invalid, match="COLUMN_MISSING"):
        FrameLedger.of(pl.DataFrame(arrow(ROWS))).condensed(TODAY, "EUR", by=["region"])


def test_amounts_of_other_whole_types_are_taken():
    table = pl.DataFrame(arrow(ROWS)).with_columns(pl.col("amount_minor").cast(pl.Int32))
    assert FrameLedger.of(table).aging(TODAY, "EUR").total == evolve(aging(ROWS, TODAY, "EUR").total)
