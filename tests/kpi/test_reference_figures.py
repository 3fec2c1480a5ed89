"""Figures of the case files: the textbook examples, and every month-end of a public ledger."""

from calendar import monthrange
from datetime import date, timedelta

import pytest

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance
from otcore.kpi.buckets import DUE_DATE_AGING, INVOICE_DATE_AGING
from otcore.kpi.dso import DsoSpec, dso
from tests.kpi.ledgers import TODAY, allocated, day, issued, received


def test_simple_dso_of_a_quarter_is_the_textbooks(reference):
    example = reference["worked_examples"]
    inputs = example["inputs"]
    rows = (
        issued("JAN", "70000", date(2025, 1, 31)),
        issued("FEB", "80000", date(2025, 2, 28)),
        issued("MAR", "100000", date(2025, 3, 31)),
        allocated("JAN", "R", str(inputs["quarter_sales"] - inputs["ending_ar"]), date(2025, 3, 31)),
    )
    measure = dso(rows, date.fromisoformat(inputs["asof"]), "EUR", DsoSpec(inputs["period_days"], places=2))
    assert measure.printed == example["dso_simple_ending_90"]


def test_unapplied_cash_in_a_column_of_its_own_is_the_textbooks(reference):
    (key,) = [name for name in reference["worked_examples"] if name.startswith("aging_with_unapplied")]
    expected = reference["worked_examples"][key]["separate_column"]
    rows = (
        issued("A", "100", day(75), due=day(45)),
        issued("B", "50", day(1), due=TODAY + timedelta(days=10)),
        received("R1", "30", day(10)),
        received("R2", "20", day(5)),  # the example's credit note: what closes nothing yet stands here as well
    )
    total = aging(rows, TODAY, "EUR").total
    found = [bucket.minor // 100 for bucket in total.buckets]
    assert found == [expected["current"], expected["1-30"], expected["31-60"], 0, 0]
    assert -(total.unapplied.minor // 100) == expected["unapplied"]
    assert (total.open - total.unapplied).minor // 100 == expected["total"]


def test_the_open_balance_of_every_month_end_is_the_references(month_ends, ledger):
    for as_of, row in month_ends:
        balance = open_balance(ledger, as_of, "USD")
        assert (balance.open.minor, len(balance.items)) == (row["ar"], row["open_count"])


@pytest.mark.parametrize(("spec", "column"), [(DUE_DATE_AGING, "aging_due"), (INVOICE_DATE_AGING, "aging_inv")])
def test_the_aging_of_every_month_end_is_the_references(month_ends, ledger, spec, column):
    for as_of, row in month_ends:
        buckets = aging(ledger, as_of, "USD", spec).total.buckets
        assert [bucket.minor for bucket in buckets] == list(row[column].values())


@pytest.mark.parametrize(("days", "column"), [(90, "dso_90"), (365, "dso_365")])
def test_the_dso_of_every_month_end_is_the_references(month_ends, ledger, days, column):
    for as_of, row in month_ends:
        assert dso(ledger, as_of, "USD", DsoSpec(days, places=6)).printed == row[column]


def test_the_dso_of_a_calendar_month_is_the_references(month_ends, ledger):
    for as_of, row in month_ends:
        spec = DsoSpec(monthrange(as_of.year, as_of.month)[1], places=6)
        assert dso(ledger, as_of, "USD", spec).printed == row["dso_month"]
