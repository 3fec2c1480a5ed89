"""Many days and customers in one pass say what the functions over rows say of each."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.kpi.aging import aging
from otcore.kpi.buckets import INVOICE_DATE_AGING, AgingSpec, Treatment
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.dso_spec import NoSales, ReceivablesBasis
from otcore.kpi.measure import printed
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, countback
from otcore.kpi.running.month_ends import month_ends
from otcore.kpi.running.standing import StandingSpec
from otcore.values import Invalid
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, issued

specs = st.sampled_from(
    [
        StandingSpec(),
        StandingSpec(INVOICE_DATE_AGING, DsoSpec(months=2), CountbackSpec(CountbackUnit.THIRTY_DAY_MONTHS)),
        StandingSpec(AgingSpec(edges=(-5, 10)), DsoSpec(10**7)),
    ]
)
asked = st.lists(ledgers.days, min_size=1, max_size=4)


@given(ledgers.books, asked, ledgers.currencies, specs)
def test_buckets_are_those_of_the_aging_of_each_day(rows, days, currency, spec):
    for end in month_ends(rows, days, currency, spec):
        found = aging(rows, end.as_of, currency, spec.aging)
        assert end.total.buckets == minors(found.total)
        owing = {row.customer: minors(row) for row in found.rows if any(row.buckets)}
        assert {row.customer: row.buckets for row in end.rows if any(row.buckets)} == owing


@given(ledgers.books, asked, specs)
def test_days_of_sales_are_those_of_each_day(rows, days, spec):
    for end in month_ends(rows, days, "EUR", spec):
        as_functions_say(end.total, rows, end.as_of, spec)


@settings(max_examples=50)
@given(ledgers.books, asked, specs)
def test_each_customer_has_the_figures_of_its_own_rows(rows, days, spec):
    own = tuple(evolve(row, party=f"of {row.item}" if row.item else row.party) for row in rows)
    for end in month_ends(own, days, "EUR", spec):
        for standing in end.rows:
            of_customer = tuple(row for row in own if row.party == standing.customer)
            as_functions_say(standing, of_customer, end.as_of, spec)


@given(ledgers.books.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), asked)
def test_the_order_of_the_rows_makes_no_difference(pair, days):
    rows, shuffled = pair
    assert month_ends(rows, days, "EUR") == month_ends(shuffled, days, "EUR")


def test_the_public_ledgers_month_ends_are_the_references(ledger: Any, request: Any):
    spec = StandingSpec(countback=CountbackSpec(places=6), dso=DsoSpec(places=6))
    reference: Any = request.getfixturevalue("month_ends")
    found = month_ends(ledger, [as_of for as_of, _ in reference], "USD", spec)
    for end, (as_of, row) in zip(found, reference, strict=True):
        assert (end.as_of, list(end.total.buckets)) == (as_of, list(row["aging_due"].values()))
        assert shown(end.total.dso, spec.dso) == row["dso_90"]
        assert shown(end.total.countback, spec.countback) == row["countback_month"]


def test_instalments_age_apart():
    rows = (issued("A", "60", day(50), due=day(40)), issued("A", "40", day(50), due=day(-5)))
    paid = (*rows, allocated("A", "R", "50", day(1)))
    before, after = month_ends(paid, [day(2), TODAY], "EUR")
    assert before.total.buckets == (4000, 0, 6000, 0, 0)
    assert after.total.buckets == (4000, 0, 1000, 0, 0)


def test_a_payment_before_its_invoice_is_current_until_then():
    rows = (allocated("A", "R", "10", day(50)), issued("A", "60", day(45), due=day(40)))
    before, after = month_ends(rows, [day(48), TODAY], "EUR")
    assert (before.total.buckets, after.total.buckets) == ((-1000, 0, 0, 0, 0), (0, 0, 5000, 0, 0))


@pytest.mark.parametrize(
    ("changes", "figure"),
    [
        ({"aging": AgingSpec(cash=Treatment.OLDEST_FIRST)}, "aging"),
        ({"dso": DsoSpec(receivables=ReceivablesBasis.AVERAGE)}, "dso"),
        ({"dso": DsoSpec(no_sales=NoSales.ZERO)}, "dso"),
        ({"countback": CountbackSpec(CountbackUnit.DAYS)}, "countback"),
    ],
)
def test_what_does_not_add_up_is_left_to_the_rows(changes, figure):
    with pytest.raises(Invalid, match="SPEC_NEEDS_ROWS") as refused:
        StandingSpec(**changes)
    assert refused.value.faults[0].facts == {"field": figure}


def test_no_day_asked_for_has_no_figures():
    assert month_ends([issued("A", "60", day(50))], [], "EUR") == ()


def test_an_unknown_currency_is_refused():
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        month_ends((), [TODAY], "EURO")


def as_functions_say(standing, rows, as_of, spec):
    simple, counted = dso(rows, as_of, "EUR", spec.dso), countback(rows, as_of, "EUR", spec.countback)
    assert (standing.open, standing.sold) == (simple.numerator.minor, simple.denominator.minor)
    assert standing.dso == simple.value
    assert (standing.countback, standing.reason) == (counted.value, counted.reason)
    assert standing.unexplained == counted.unexplained.minor


def shown(figure, spec):
    return None if figure is None else printed(figure, spec)


def minors(row):
    return tuple(bucket.minor for bucket in row.buckets)
