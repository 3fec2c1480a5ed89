"""How much of what is owed is owed by few."""

from fractions import Fraction

from hypothesis import given

from otcore.kpi.grouping import by_customers_group
from otcore.kpi.population import LeftOut
from otcore.kpi.risk.concentration import (
    HerfindahlSpec,
    TopShareSpec,
    herfindahl,
    largest,
    top_share,
)
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, day, issued

ROWS = (
    issued("A", "50", day(10), party="ACME"),
    issued("B", "30", day(10), party="BOLT"),
    issued("C", "20", day(10), party="CRANE"),
    issued("D", "-5", day(10), party="DORA"),
)


def test_the_largest_share_of_what_is_owed():
    measure = top_share(ROWS, TODAY, "EUR", TopShareSpec(2))
    assert measure.value == 80
    assert measure.population.left_out == (LeftOut("CREDIT_BALANCE", ("DORA",)),)


def test_the_index_is_the_sum_of_squared_shares():
    assert herfindahl(ROWS, TODAY, "EUR").value == 10_000 * (Fraction(1, 4) + Fraction(9, 100) + Fraction(1, 25))


def test_one_customer_who_owes_all_is_ten_thousand_points():
    assert herfindahl(ROWS[:1], TODAY, "EUR").value == 10_000


def test_groups_count_as_one():
    by = by_customers_group({"ACME": "north", "BOLT": "north", "CRANE": "south"})
    assert top_share(ROWS[:3], TODAY, "EUR", TopShareSpec(1, by)).value == 80
    assert herfindahl(ROWS[:3], TODAY, "EUR", HerfindahlSpec(by)).value == 6800


def test_the_largest_are_listed_first():
    assert largest(ROWS, TODAY, "EUR")[:2] == (("ACME", 50_00), ("BOLT", 30_00))


def test_where_nothing_is_owed_there_is_none():
    assert top_share((), TODAY, "EUR").reason == herfindahl((), TODAY, "EUR").reason == "NOTHING_OPEN"


@given(ledgers.books, ledgers.days)
def test_no_share_is_above_all_and_the_index_is_between_its_bounds(rows, as_of):
    share, index = top_share(rows, as_of, "EUR").value, herfindahl(rows, as_of, "EUR").value
    customers = len(largest(rows, as_of, "EUR"))
    if share is not None and index is not None:
        assert 0 < share <= 100
        assert Fraction(10_000, customers) <= index <= 10_000
