"""An item is owed again by as much as was closed, and only where it was closed."""

from datetime import date

import pytest

from otcore.receivables.adjustment import Adjustment, Why
from otcore.receivables.events import ItemFellOverdue, ItemOpened
from otcore.receivables.item import Receivable, credit, evolve, pay
from otcore.receivables.reopening import closed_by, release, reopen
from otcore.receivables.writing_off import WriteOff, write_off
from otcore.values.faults import Rejected
from tests.payments.bank_rows import eur

DAY, DUE, LATER = date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 20)


def item(amount: str = "100.00") -> Receivable:
    return evolve(None, ItemOpened("INV-1", "C1", "INV1", DAY, DUE, eur(amount)))


def paid(before: Receivable, receipt: str, amount: str, discount: str = "") -> Receivable:
    less = (Adjustment(Why.DISCOUNT, eur(discount)),) if discount else ()
    (fact,) = pay(before, receipt, eur(amount), LATER, less)
    return evolve(before, fact)


def test_all_that_a_receipt_closed_is_owed_again_and_what_others_closed_is_not():
    closed = paid(paid(item(), "R1", "50.00", "2.00"), "R2", "48.00")
    assert closed_by(closed, "R1") == eur("52.00")
    (fact,) = reopen(closed, "R1", LATER, "wrong")
    after = evolve(closed, fact)
    assert (after.open, [each.receipt for each in after.applied], after.adjusted) == (eur("52.00"), ["R2"], ())


def test_it_is_overdue_again_where_it_was():
    late = evolve(item(), ItemFellOverdue(LATER))
    closed = paid(late, "R1", "100.00")
    assert not closed.overdue
    assert evolve(closed, *reopen(closed, "R1", LATER, "no funds")) == late


def test_it_is_not_overdue_where_nobody_had_noticed():
    closed = paid(item(), "R1", "100.00")
    assert evolve(closed, *reopen(closed, "R1", LATER, "no funds")) == item()


def test_what_was_not_closed_is_not_owed_again():
    with pytest.raises(Rejected, match="NOTHING_APPLIED: item=INV-1, receipt=R9"):
        reopen(item(), "R9", LATER, "wrong")


def test_the_latest_use_of_a_credit_is_undone():
    after = item()
    for day in (DAY, LATER):
        (fact,) = credit(after, "CN-1", eur("10.00"), day)
        after = evolve(after, fact)
    (undone,) = release(after, "CN-1", eur("10.00"), LATER)
    left = evolve(after, undone)
    assert ([each.day for each in left.credited], left.open) == ([DAY], eur("90.00"))


def test_a_use_that_never_was_is_not_undone():
    with pytest.raises(Rejected, match="NOTHING_APPLIED"):
        release(item(), "CN-1", eur("10.00"), LATER)


def test_what_was_given_up_stays_when_a_receipt_of_the_same_id_is_taken_off():
    command = WriteOff(item="INV-1", write_off="R1", day=LATER, why=Why.WRITE_OFF, reason="old", amount=eur("5.00"))
    closed = evolve(item(), *write_off(item(), command))
    both = paid(closed, "R1", "90.00", "5.00")
    after = evolve(both, *reopen(both, "R1", LATER, "wrong"))
    assert after == closed
