"""Rows by customer or group: any figure can be asked of each."""

from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance
from otcore.kpi.dso import dso
from otcore.kpi.grouping import BY_CUSTOMER, Grouping, by_items_group
from otcore.kpi.parted import parted
from otcore.values import total
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, euros, issued, received


def test_dso_of_each_customer():
    rows = (
        issued("A", "100", day(60), party="ACME"),
        issued("B", "100", day(60), party="BOLT"),
        received("R", "50", day(9), party="BOLT"),
        allocated("B", "R", "50", day(9), party="BOLT"),
    )
    found = {name: dso(own, TODAY, "EUR").value for name, own in parted(rows, TODAY, "EUR").items()}
    assert found == {"ACME": 90, "BOLT": 45}


def test_money_of_one_group_that_closes_an_item_of_another_counts_in_both():
    rows = (
        issued("A", "100", day(60), party="ACME"),
        received("R", "80", day(9), party="BOLT"),
        allocated("A", "R", "50", day(9)),
    )
    found = parted(rows, TODAY, "EUR")
    assert open_balance(found["ACME"], TODAY, "EUR").open == euros("50")
    assert open_balance(found["BOLT"], TODAY, "EUR").unapplied == euros("30")
    assert open_balance(found["BOLT"], TODAY, "EUR").open == euros("0")


groupings = st.sampled_from([BY_CUSTOMER, by_items_group({"INV1": "x"}), Grouping("any", customers={"BOLT": "y"})])


@given(ledgers.books, ledgers.days, groupings)
def test_the_groups_sum_to_all(rows, as_of, by):
    whole = open_balance(rows, as_of, "EUR")
    parts = [open_balance(own, as_of, "EUR") for own in parted(rows, as_of, "EUR", by).values()]
    assert total((part.open for part in parts), "EUR") == whole.open
    assert total((part.unapplied for part in parts), "EUR") == whole.unapplied


@given(ledgers.books, ledgers.days, groupings)
def test_a_groups_own_balance_is_its_row_of_the_aging(rows, as_of, by):
    found = parted(rows, as_of, "EUR", by)
    for row in aging(rows, as_of, "EUR", by=by).rows:
        own = open_balance(found[row.customer], as_of, "EUR")
        assert (own.open, own.unapplied, len(own.items)) == (row.open, row.unapplied, row.items)
