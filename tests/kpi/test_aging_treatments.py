"""Unapplied cash and credit notes in an aging: in a bucket of their own age, apart, or off the oldest debts."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance
from otcore.kpi.buckets import AgingSpec, Anchor, Treatment
from otcore.kpi.grouping import by_customers_group
from otcore.values import Money, total
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, credited, day, euros, issued, received

TEXTBOOK = (
    issued("A", "100", day(75), due=day(45)),
    issued("B", "50", day(1), due=TODAY + timedelta(days=10)),
    received("R", "30", day(10), party="ACME"),
    credited("CN", "CN", "20", day(5)),
)


def of(treatment):
    return AgingSpec(cash=treatment, credits=treatment)


def shown(rows, spec):
    """The total's buckets and what stands apart, in whole euros."""
    row = aging(rows, TODAY, "EUR", spec).total
    return [bucket.minor // 100 for bucket in row.buckets], row.apart.minor // 100


@pytest.mark.parametrize(
    ("treatment", "buckets", "apart"),
    [
        (Treatment.OWN_BUCKET, [50, -50, 100, 0, 0], 0),
        (Treatment.SEPARATE, [50, 0, 100, 0, 0], -50),
        (Treatment.OLDEST_FIRST, [50, 0, 50, 0, 0], 0),
    ],
)
def test_the_textbooks_three_ways(treatment, buckets, apart):
    assert shown(TEXTBOOK, of(treatment)) == (buckets, apart)


@pytest.mark.parametrize("name", ["as_negative_in_own_bucket", "separate_column", "fifo_offset_oldest"])
def test_they_are_the_references(name, worked):
    treatment = dict(zip(["as", "se", "fi"], Treatment, strict=True))[name[:2]]
    (expected,) = [value for key, value in worked("aging_with_unapplied").items() if key.partition("(")[0] == name]
    buckets, apart = shown(TEXTBOOK, of(treatment))
    names = ("current", "1-30", "31-60", "61-90", ">90")
    assert buckets == [expected.get(each, 0) for each in names]
    assert (apart, sum(buckets) + apart) == (expected.get("unapplied", 0), expected["total"])


def test_cash_and_credits_may_stand_in_different_places():
    spec = AgingSpec(cash=Treatment.OLDEST_FIRST, credits=Treatment.SEPARATE)
    assert shown(TEXTBOOK, spec) == ([50, 0, 70, 0, 0], -20)


def test_a_credit_note_with_a_due_day_ages_by_it():
    row = issued("CN", "-20", day(5), due=day(40))
    assert shown((row,), of(Treatment.OWN_BUCKET)) == ([0, 0, -20, 0, 0], 0)


def test_by_invoice_date_cash_ages_from_the_day_it_came_in():
    spec = AgingSpec(Anchor.INVOICE, (30, 60), Treatment.OWN_BUCKET)
    assert shown((received("R", "30", day(40), party="ACME"),), spec) == ([0, -30, 0], 0)


def test_cash_that_finds_no_debt_stands_apart():
    rows = (issued("A", "10", day(75), due=day(45)), received("R", "30", day(10), party="ACME"))
    assert shown(rows, of(Treatment.OLDEST_FIRST)) == ([0, 0, 0, 0, 0], -20)


def test_a_customers_cash_pays_nobody_elses_debt():
    rows = (issued("A", "10", day(75), due=day(45), party="BOLT"), received("R", "30", day(10), party="ACME"))
    assert shown(rows, of(Treatment.OLDEST_FIRST)) == ([0, 0, 10, 0, 0], -30)
    together = by_customers_group({"ACME": "north", "BOLT": "north"})
    assert aging(rows, TODAY, "EUR", of(Treatment.OLDEST_FIRST), together).total.apart == euros("-30")


def test_an_item_paid_too_much_is_a_credit():
    paid = (received("R", "12", day(1)), allocated("A", "R", "12", day(1)))
    rows = (issued("A", "10", day(75), due=day(45)), *paid)
    assert shown(rows, of(Treatment.SEPARATE)) == ([0, 0, 0, 0, 0], -2)


def test_receipts_that_cancel_out_make_no_row():
    rows = (received("R", "7", day(1), party="ACME"), received("S", "-7", day(1), party="ACME"))
    assert aging(rows, TODAY, "EUR").rows == ()


specs = st.builds(
    AgingSpec,
    st.sampled_from(Anchor),
    st.sets(st.integers(-60, 400), min_size=1, max_size=5).map(lambda edges: tuple(sorted(edges))),
    st.sampled_from(Treatment),
    st.sampled_from(Treatment),
)


@given(ledgers.books, ledgers.days, ledgers.currencies, specs)
def test_buckets_and_what_stands_apart_sum_to_the_balance_less_cash(rows, as_of, currency, spec):
    report, balance = aging(rows, as_of, currency, spec), open_balance(rows, as_of, currency)
    assert report.total.open == balance.open == balance.control
    assert report.total.unapplied == balance.unapplied
    inside = total(report.total.buckets, currency)
    assert inside + report.total.apart == balance.open - balance.unapplied


@given(ledgers.books, ledgers.days, ledgers.currencies, specs)
def test_what_stands_apart_is_what_the_treatments_say(rows, as_of, currency, spec):
    row, parts = aging(rows, as_of, currency, spec).total, open_balance(rows, as_of, currency).items
    credits = total((part.open for item in parts for part in item.parts if part.open.minor < 0), currency)
    zero = Money.zero(currency)
    if Treatment.OLDEST_FIRST not in (spec.cash, spec.credits):
        cash_apart = zero if spec.cash is Treatment.OWN_BUCKET else row.unapplied
        assert row.apart == (zero if spec.credits is Treatment.OWN_BUCKET else credits) - cash_apart


@given(ledgers.books, ledgers.days, ledgers.currencies, st.sampled_from(Treatment))
def test_off_the_oldest_debts_no_bucket_falls_below_zero_and_the_oldest_falls_first(rows, as_of, currency, cash):
    fifo = aging(rows, as_of, currency, AgingSpec(cash=cash, credits=Treatment.OLDEST_FIRST))
    gross = aging(rows, as_of, currency, of(Treatment.SEPARATE))
    if cash is Treatment.OWN_BUCKET:
        return
    named = {row.customer: row for row in gross.rows}
    for row in fifo.rows:
        both = list(zip(row.buckets, named[row.customer].buckets, strict=True))
        assert all(0 <= now.minor <= was.minor for now, was in both)
        lowered = [place for place, (now, was) in enumerate(both) if now < was]
        assert not lowered or not any(row.buckets[lowered[0] + 1 :])


@given(ledgers.books.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), ledgers.days, specs)
def test_the_order_of_the_rows_makes_no_difference(pair, as_of, spec):
    rows, shuffled = pair
    assert aging(rows, as_of, "EUR", spec) == aging(tuple(shuffled), as_of, "EUR", spec)


@given(ledgers.books, ledgers.books, ledgers.days, specs)
def test_rows_of_later_days_change_no_earlier_day(rows, more, as_of, spec):
    later = tuple(row for row in more if row.day > as_of)
    assert aging(rows + later, as_of, "EUR", spec) == aging(rows, as_of, "EUR", spec)
