"""Whose row of an aging an item, or money that closes nothing, belongs to."""

from hypothesis import given

from otcore.kpi.aging import aging
from otcore.kpi.buckets import AgingSpec, Treatment
from otcore.kpi.grouping import BY_CUSTOMER, Grouping, by_currency, by_customers_group, by_items_group
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values import Money
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, day, euros, issued, received

ROWS = (
    issued("A", "10", day(50), party="ACME"),
    issued("B", "20", day(50), party="BOLT"),
    issued("C", "40", day(50), party="CRANE"),
    received("R", "5", day(1), party="ACME"),
)


def rows(by):
    return [(row.customer, row.items, row.open, row.unapplied) for row in aging(ROWS, TODAY, "EUR", by=by).rows]


def test_by_the_customers_group_others_stand_without_a_name():
    by = by_customers_group({"ACME": "north", "BOLT": "north"})
    assert rows(by) == [("", 1, euros("40"), euros("0")), ("north", 2, euros("30"), euros("5"))]


def test_by_what_is_known_of_items_cash_stands_without_a_name():
    by = by_items_group({"A": "ann", "B": "bob", "C": "ann"})
    assert rows(by) == [
        ("", 0, euros("0"), euros("5")),
        ("ann", 2, euros("50"), euros("0")),
        ("bob", 1, euros("20"), euros("0")),
    ]


def test_any_grouping_may_be_given():
    by = Grouping("desk", items={"A": "x"}, receipts={"R": "x"}, customers={"BOLT": "y"}, rest=None)
    assert [(name, items) for name, items, _, _ in rows(by)] == [("CRANE", 1), ("x", 1), ("y", 1)]


def test_cash_taken_off_the_oldest_stays_within_a_row():
    spec = AgingSpec(cash=Treatment.OLDEST_FIRST)
    by_item = aging(ROWS, TODAY, "EUR", spec, by_items_group({"A": "ann", "B": "ann", "C": "ann"}))
    assert by_item.total.apart == euros("-5")
    assert aging(ROWS, TODAY, "EUR", spec).total.apart == euros("0")


def test_the_currency_of_an_item_and_of_cash_that_pays_in_another():
    exchanged = Entry(EntryKind.EXCHANGED_TO, day(1), Money("1", "JPY"), "ACME", "J", "R")
    by = by_currency((*ROWS, issued("J", "5", day(9), currency="JPY"), exchanged))
    assert (by.of_item("J", "ACME"), by.of_receipt("R", "ACME"), by.of_item("A", "")) == ("JPY", "EUR", "EUR")


def test_groupings_can_be_compared_and_hashed():
    one, other = by_customers_group({"A": "x"}), by_customers_group({"A": "x"})
    assert (one, hash(one)) == (other, hash(other))
    assert one != BY_CUSTOMER


@given(ledgers.books, ledgers.days)
def test_any_grouping_has_the_same_total(rows, as_of):
    by = Grouping("any", items={"INV1": "x"}, customers={"ACME": "x", "BOLT": "y"})
    assert aging(rows, as_of, "EUR", by=by).total == aging(rows, as_of, "EUR").total
