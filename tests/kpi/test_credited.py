"""What credit notes take off counts in every figure: what is open, what is old, and what was sold."""

from datetime import date

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance
from otcore.kpi.buckets import AgingSpec
from otcore.kpi.dso import dso
from otcore.kpi.open_items import open_items
from otcore.kpi.unapplied import unapplied_by_customer
from otcore.receivables.ledger import Entry, EntryKind, control
from otcore.values.money import Money

DAY = date(2026, 3, 2)


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


ROWS = (
    Entry(EntryKind.ISSUED, DAY, eur("120.00"), "C1", "INV-1", due=date(2026, 4, 1)),
    Entry(EntryKind.RECEIVED, DAY, eur("100.00"), "C1", receipt="R1"),
    Entry(EntryKind.ALLOCATED, DAY, eur("100.00"), "C1", "INV-1", "R1"),
    Entry(EntryKind.CREDITED, date(2026, 3, 9), eur("20.00"), "C1", "INV-1", "CN-1"),
    Entry(EntryKind.CREDITED, date(2026, 3, 9), eur("16.00"), "C1", "CN-1", "CN-1"),
)
USED = (
    Entry(EntryKind.ISSUED, date(2026, 3, 10), eur("60.00"), "C1", "INV-2", due=date(2026, 4, 9)),
    Entry(EntryKind.CREDITED, date(2026, 3, 11), eur("-16.00"), "C1", "CN-1", "CN-1"),
    Entry(EntryKind.CREDITED, date(2026, 3, 11), eur("16.00"), "C1", "INV-2", "CN-1"),
)
LATER = date(2026, 3, 31)


def test_a_credit_that_waits_is_an_open_item_below_zero():
    found = open_items(ROWS, LATER, "EUR")
    assert [(item.id, item.open, item.customer) for item in found] == [("CN-1", eur("-16.00"), "C1")]
    assert sum(item.open.minor for item in found) == control(ROWS, "EUR").minor


def test_a_used_credit_is_open_no_more():
    found = open_items((*ROWS, *USED), LATER, "EUR")
    assert [(item.id, item.open) for item in found] == [("INV-2", eur("44.00"))]
    balance = open_balance((*ROWS, *USED), LATER, "EUR")
    assert balance.open == balance.control == eur("44.00")


def test_before_its_day_a_credit_counts_in_nothing():
    assert open_items(ROWS, date(2026, 3, 8), "EUR")[0].open == eur("20.00")


def test_aging_shows_the_credit_in_the_bucket_of_the_day_it_was_posted():
    report = aging(ROWS, LATER, "EUR", AgingSpec())
    assert (report.total.open, report.total.buckets[1]) == (eur("-16.00"), eur("-16.00"))


def test_sales_are_less_what_was_credited_in_the_period():
    found = dso((*ROWS, *USED), LATER, "EUR")
    assert found.denominator == eur("144.00")


def test_credit_notes_are_no_cash():
    assert unapplied_by_customer((*ROWS, *USED), "EUR") == {}
