"""What is owed and what is unapplied follow from the ledger's rows alone, one currency at a time."""

from datetime import date

from otcore.receivables.ledger import Entry, EntryKind, control, unapplied
from otcore.values.money import Money
from tests.payments.bank_rows import eur

DAY = date(2026, 3, 1)
ROWS = (
    Entry(EntryKind.ISSUED, DAY, eur("100.00"), "C1", "INV-1"),
    Entry(EntryKind.ISSUED, DAY, eur("50.00"), "C2", "INV-2"),
    Entry(EntryKind.ISSUED, DAY, Money("7", "JPY"), "C3", "INV-3"),
    Entry(EntryKind.RECEIVED, DAY, eur("120.00"), receipt="R1"),
    Entry(EntryKind.ALLOCATED, DAY, eur("80.00"), "C1", "INV-1", "R1"),
    Entry(EntryKind.RECEIVED, DAY, Money("5", "JPY"), receipt="R2"),
)


def test_the_control_account_is_what_was_issued_less_what_was_allocated():
    assert control(ROWS, "EUR") == eur("70.00")
    assert control(ROWS, "JPY") == Money("7", "JPY")


def test_unapplied_is_what_was_received_less_what_was_allocated():
    assert unapplied(ROWS, "EUR") == eur("40.00")
    assert unapplied(ROWS, "JPY") == Money("5", "JPY")


def test_without_rows_nothing_is_owed():
    assert control((), "EUR") == unapplied((), "EUR") == Money.zero("EUR")
