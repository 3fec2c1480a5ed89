from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.aging import AgingRow, aging
from otcore.kpi.balance import open_balance
from otcore.kpi.buckets import DUE_DATE_AGING, INVOICE_DATE_AGING, AgingSpec, Anchor, Bucket
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values import Invalid, Money, total
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, euros, issued, received


def sums(*rows, spec=DUE_DATE_AGING):
    """The total's buckets, in whole euros."""
    return [bucket.minor // 100 for bucket in aging(rows, TODAY, "EUR", spec).total.buckets]


@pytest.mark.parametrize(
    ("days_late", "bucket"),
    [(-30, 0), (0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4), (4000, 4)],
)
def test_each_bucket_takes_its_last_day(days_late, bucket):
    found = sums(issued("A", "7", day(5000), due=day(days_late)))
    assert found == [7 if place == bucket else 0 for place in range(5)]


def test_the_default_buckets_are_not_due_then_months():
    bounds = [(None, 0), (1, 30), (31, 60), (61, 90), (91, None)]
    assert DUE_DATE_AGING.buckets == tuple(Bucket(low, high) for low, high in bounds)


def test_by_invoice_date_the_due_date_plays_no_part():
    rows = (issued("A", "7", day(31), due=TODAY + timedelta(days=90)), issued("B", "5", day(30)))
    assert sums(*rows, spec=INVOICE_DATE_AGING) == [5, 7, 0, 0]


def test_an_item_without_a_due_date_ages_from_its_invoice_date():
    assert sums(Entry(EntryKind.ISSUED, day(45), euros("7"), "ACME", "A")) == [0, 0, 7, 0, 0]


@pytest.mark.parametrize("spec", [DUE_DATE_AGING, INVOICE_DATE_AGING])
def test_what_was_paid_before_it_was_issued_stands_in_the_first_bucket(spec):
    assert sums(allocated("A", "R", "7", day(100)), spec=spec)[0] == -7


def test_an_invoice_of_a_future_due_date_is_in_a_bucket_and_in_the_balance():
    row = issued("A", "7", TODAY, due=date(2099, 1, 1))
    assert sums(row) == [7, 0, 0, 0, 0]
    assert open_balance((row,), TODAY, "EUR").open == euros("7")


def test_a_credit_stands_with_its_sign_in_the_bucket_of_its_own_age():
    assert sums(issued("A", "7", day(50), due=day(40)), issued("C", "-2", day(10), due=day(10))) == [0, -2, 7, 0, 0]


def test_part_payments_leave_the_rest_in_the_items_bucket():
    assert sums(issued("A", "7", day(50), due=day(40)), allocated("A", "R", "3", day(1))) == [0, 0, 4, 0, 0]


def test_every_customer_has_a_row_in_the_order_of_ids():
    rows = (
        issued("A", "7", day(50), due=day(40), party="BOLT"),
        issued("B", "5", day(50), due=day(2), party="BOLT"),
        issued("C", "1", day(50), due=TODAY, party="ACME"),
    )
    zero = euros("0")
    report = aging(rows, TODAY, "EUR")
    assert report.rows == (
        AgingRow("ACME", 1, (euros("1"), zero, zero, zero, zero), euros("1"), zero),
        AgingRow("BOLT", 2, (zero, euros("5"), euros("7"), zero, zero), euros("12"), zero),
    )


def test_a_customer_who_owes_nothing_has_no_row():
    rows = (issued("A", "7", day(50)), allocated("A", "R", "7", day(1)), received("R", "7", day(1)))
    assert aging(rows, TODAY, "EUR").rows == ()


def test_a_customer_whose_items_cancel_out_keeps_a_row():
    rows = (issued("A", "7", day(50), due=day(40)), issued("C", "-7", day(10), due=day(10)))
    assert [(row.items, row.open) for row in aging(rows, TODAY, "EUR").rows] == [(2, euros("0"))]


def test_what_is_left_of_a_receipt_belongs_to_the_customer_it_was_applied_for():
    rows = (issued("A", "7", day(50)), received("R", "9", day(1)), allocated("A", "R", "7", day(1)))
    (row,) = aging(rows, TODAY, "EUR").rows
    assert (row.customer, row.unapplied, row.open) == ("ACME", euros("2"), euros("0"))


def test_cash_of_an_unknown_payer_has_a_row_without_a_name():
    (row,) = aging((received("R", "9", day(1)),), TODAY, "EUR").rows
    assert (row.customer, row.items, row.unapplied) == ("", 0, euros("9"))


@pytest.mark.parametrize("edges", [(), (30, 30), (30, 10), (0, 30, 60, 59)])
def test_edges_must_rise(edges):
    with pytest.raises(Invalid, match="AGING_EDGES"):
        AgingSpec(edges=edges)


specs = st.builds(
    AgingSpec,
    st.sampled_from(Anchor),
    st.sets(st.integers(-60, 400), min_size=1, max_size=8).map(lambda edges: tuple(sorted(edges))),
)


@given(ledgers.ledgers, ledgers.days, ledgers.currencies, specs)
def test_buckets_sum_to_the_open_balance(rows, as_of, currency, spec):
    report, balance = aging(rows, as_of, currency, spec), open_balance(rows, as_of, currency)
    assert total(report.total.buckets, currency) == report.total.open == balance.open
    assert report.total.unapplied == balance.unapplied
    assert report.total.items == len(balance.items)


@given(ledgers.ledgers, ledgers.days, ledgers.currencies, specs)
def test_customers_sum_to_the_total_in_every_column(rows, as_of, currency, spec):
    report = aging(rows, as_of, currency, spec)
    columns = zip(*(row.buckets for row in report.rows), strict=True)
    zero = (Money.zero(currency),) * len(spec.buckets)
    assert tuple(total(column, currency) for column in columns) == (report.total.buckets if report.rows else ())
    assert report.rows or report.total.buckets == zero
    assert total((row.unapplied for row in report.rows), currency) == report.total.unapplied
    assert all(total(row.buckets, currency) == row.open for row in report.rows)


@given(st.integers(-500, 500), specs)
def test_each_age_is_within_the_bounds_of_its_bucket(age, spec):
    row = Entry(EntryKind.ISSUED, day(age), euros("1"), "ACME", "A", due=day(age))
    report = aging((row,), max(TODAY, day(age)), "EUR", spec)
    (place,) = [place for place, bucket in enumerate(report.total.buckets) if bucket]
    bucket, days = spec.buckets[place], max(age, 0)
    assert bucket.low is None or bucket.low <= days
    assert bucket.high is None or days <= bucket.high
