"""Whose money it is that closes nothing yet."""

from otcore.kpi.unapplied import UnappliedReceipt, unapplied_receipts
from otcore.receivables.ledger import Entry, EntryKind
from tests.kpi.ledgers import day, euros, received


def test_a_payer_who_is_found_out_later_takes_the_receipt_over():
    rows = (
        received("R", "10", day(9), party="ACME"),
        received("R", "-10", day(5), party="ACME"),
        received("R", "10", day(5), party="BOLT"),
    )
    assert unapplied_receipts(rows, "EUR") == (UnappliedReceipt("R", "BOLT", euros("10"), day(9)),)


def test_what_was_refunded_in_part_is_still_the_payers():
    rows = (
        received("R", "10", day(9), party="ACME"),
        Entry(EntryKind.REFUNDED, day(5), euros("4"), "ACME", receipt="R"),
        Entry(EntryKind.REFUNDED, day(4), euros("1"), receipt="S"),
    )
    assert unapplied_receipts(rows, "EUR") == (
        UnappliedReceipt("R", "ACME", euros("6"), day(9)),
        UnappliedReceipt("S", "", euros("-1"), None),
    )
