"""What users of other systems reported of their agings, with the figures of the report: none of it happens here."""

from datetime import date, timedelta

import pytest

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance
from otcore.kpi.buckets import DUE_DATE_AGING, INVOICE_DATE_AGING, AgingSpec, Treatment
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values import total
from tests.kpi.ledgers import allocated, credited, euros, issued, received

YEAR_END = date(2025, 12, 30)
FINE = AgingSpec(edges=(0, 30, 60, 90, 120))


def sums(rows, as_of, spec=DUE_DATE_AGING):
    """The total's buckets in whole euros."""
    return [bucket.minor // 100 for bucket in aging(rows, as_of, "EUR", spec).total.buckets]


@pytest.mark.parametrize("spec", [FINE, DUE_DATE_AGING, INVOICE_DATE_AGING])
def test_what_is_due_in_the_future_is_in_a_column_and_the_columns_are_the_balance(spec):
    """ERPNext: future due dates were in the outstanding amount, and in none of the ranges 0, 30, 60, 90, 120."""
    rows = (
        issued("LATE", "100", date(2025, 10, 1), due=date(2025, 11, 1)),
        issued("FUTURE", "900", date(2025, 12, 20), due=date(2026, 2, 18)),
    )
    row = aging(rows, YEAR_END, "EUR", spec).total
    assert total(row.buckets, "EUR") == row.open == open_balance(rows, YEAR_END, "EUR").open == euros("1000")


def test_three_terms_age_by_three_due_dates_and_a_payment_closes_the_first():
    """ERPNext: of an invoice with three due dates the report showed the last one, or the invoice's."""
    dues = (date(2025, 10, 31), date(2025, 11, 30), date(2025, 12, 31))
    rows = tuple(issued("SI-1", "100", date(2025, 10, 1), due=due) for due in dues)
    assert sums(rows, YEAR_END) == [100, 100, 100, 0, 0]
    assert sums((*rows, allocated("SI-1", "PE-1", "130", date(2025, 11, 5))), YEAR_END) == [100, 70, 0, 0, 0]


def test_an_item_without_a_due_date_is_not_left_out_of_an_aging_by_due_date():
    """ERPNext: entries without a due date were missing from the default view, so the total was wrong."""
    rows = (Entry(EntryKind.ISSUED, date(2025, 11, 15), euros("70"), "ACME", "JV-1"), issued("A", "30", YEAR_END))
    assert sums(rows, YEAR_END) == [30, 0, 70, 0, 0]


def test_a_credit_note_of_its_own_is_a_credit_and_no_payment():
    """ERPNext: a credit note that names no invoice was shown as paid."""
    rows = (credited("CN-1", "CN-1", "100", date(2025, 12, 1)),)
    row = aging(rows, YEAR_END, "EUR").total
    assert (row.open, row.unapplied, row.items) == (euros("-100"), euros("0"), 1)


@pytest.mark.parametrize("treatment", Treatment)
def test_unapplied_cash_and_credit_notes_are_in_every_total_once(treatment):
    """Odoo, ERPNext: money that is not matched raised one bucket and lowered another, or was in none."""
    rows = (
        issued("A", "1000", date(2025, 6, 1), due=date(2025, 7, 1)),
        received("R", "300", date(2025, 12, 1), party="ACME"),
        credited("CN-1", "CN-1", "100", date(2025, 12, 5)),
    )
    row = aging(rows, YEAR_END, "EUR", AgingSpec(cash=treatment, credits=treatment)).total
    assert total(row.buckets, "EUR") + row.apart == euros("600")


def test_an_invoice_that_was_paid_later_is_open_on_the_day_before():
    """The OCA's aged balance, and others: paid on 30 June, it was missing from the report as of 31 May."""
    rows = (
        issued("BILL", "500", date(2020, 4, 30), due=date(2020, 5, 15)),
        received("R", "500", date(2020, 6, 30), party="ACME"),
        allocated("BILL", "R", "500", date(2020, 6, 30)),
    )
    before = date(2020, 5, 31)
    assert aging(rows, before, "EUR") == aging(rows[:1], before, "EUR")
    assert sums(rows, before) == [0, 500, 0, 0, 0]
    assert aging(rows, date(2020, 6, 30), "EUR").rows == ()


def test_what_is_matched_later_stands_where_it_was_until_then():
    """The OCA: invoice in June, refund in July, payment in August, all matched on 1 September."""
    rows = (
        issued("INV", "1000", date(2019, 6, 1), due=date(2019, 6, 1)),
        credited("RF", "RF", "500", date(2019, 7, 1)),
        received("PAY", "500", date(2019, 8, 1), party="ACME"),
        credited("RF", "RF", "-500", date(2019, 9, 1)),
        credited("INV", "RF", "500", date(2019, 9, 1)),
        allocated("INV", "PAY", "500", date(2019, 9, 1)),
    )
    shown = [
        (row.open.minor // 100, row.unapplied.minor // 100)
        for month in (6, 7, 8, 9)
        for row in [aging(rows, date(2019, month, 1), "EUR").total]
    ]
    assert shown == [(1000, 0), (500, 0), (500, 500), (0, 0)]


def test_ages_are_counted_to_the_day_asked_for_and_not_to_today():
    """ERPNext: with a date in the future, ages were still those of today."""
    row = issued("A", "10", YEAR_END, due=YEAR_END)
    assert sums((row,), YEAR_END + timedelta(days=400)) == [0, 0, 0, 0, 10]
