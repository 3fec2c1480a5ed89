"""An open item: paid in parts, never more than is open, overdue once its day has passed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.receivables.item import (
    Applied,
    ItemFellOverdue,
    ItemOpened,
    ItemPaid,
    Receivable,
    evolve,
    facets,
    fall_overdue,
    pay,
)
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.payments.bank_rows import eur

ISSUED, DUE, PAID = date(2026, 3, 1), date(2026, 3, 31), date(2026, 3, 20)


def item(amount: str = "100.00") -> Receivable:
    return evolve(None, ItemOpened("INV-1", "C1", "INV1", ISSUED, DUE, eur(amount)))


def paid(before: Receivable, amount: str) -> Receivable:
    (fact,) = pay(before, "R1", eur(amount), PAID)
    return evolve(before, fact)


def test_an_item_opens_with_all_of_it_owed():
    assert (item().open, item().amount, item().applied) == (eur("100.00"), eur("100.00"), ())


def test_a_part_that_is_paid_is_not_open_any_more():
    after = paid(item(), "30.00")
    assert after.open == eur("70.00")
    assert after.applied == (Applied("R1", eur("30.00"), PAID),)


def test_more_than_is_open_is_not_taken():
    with pytest.raises(Rejected, match=r"MORE_THAN_OPEN: item=INV-1, amount=70.01 EUR, open=70.00 EUR"):
        pay(paid(item(), "30.00"), "R2", eur("70.01"), PAID)


@pytest.mark.parametrize("amount", ["0.00", "-0.01"])
def test_nothing_or_less_pays_nothing(amount: str):
    with pytest.raises(Rejected, match="AMOUNT_NOT_POSITIVE"):
        pay(item(), "R1", eur(amount), PAID)


def test_an_item_is_paid_in_its_own_currency():
    with pytest.raises(Rejected, match="CURRENCY_DIFFERS: item=INV-1, paid=USD, open=EUR"):
        pay(item(), "R1", Money("1.00", "USD"), PAID)


@pytest.mark.parametrize(("day", "falls"), [(DUE, False), (date(2026, 4, 1), True)])
def test_an_item_falls_overdue_the_day_after_it_was_due(day: date, falls: bool):
    assert fall_overdue(item(), day) == ((ItemFellOverdue(day),) if falls else ())


def test_an_item_falls_overdue_once():
    late = evolve(item(), ItemFellOverdue(date(2026, 4, 1)))
    assert fall_overdue(late, date(2026, 5, 1)) == ()


def test_an_item_that_is_paid_does_not_fall_overdue():
    assert fall_overdue(paid(item(), "100.00"), date(2026, 5, 1)) == ()


def test_an_overdue_item_stays_overdue_until_it_is_paid_in_full():
    late = evolve(item(), ItemFellOverdue(date(2026, 4, 1)))
    assert paid(late, "99.99").overdue
    assert not paid(late, "100.00").overdue


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (item(), "open"),
        (paid(item(), "30.00"), "open"),
        (evolve(item(), ItemFellOverdue(DUE)), "overdue"),
        (paid(item(), "100.00"), "closed"),
        (item("0.00"), "closed"),
    ],
)
def test_an_item_is_found_by_where_it_stands(state: Receivable, status: str):
    found = facets(state)
    assert (found.party, found.reference, found.status, found.day) == ("C1", "INV1", status, DUE)


def test_a_debt_is_opened_before_it_is_paid():
    with pytest.raises(AssertionError):
        evolve(None, ItemPaid(Applied("R1", eur("1.00"), PAID)))


@given(st.lists(st.integers(1, 5_000), max_size=8))
def test_open_is_the_amount_less_everything_applied(payments: list[int]):
    after = item("100.00")
    for minor in payments:
        try:
            (fact,) = pay(after, "R", Money.from_minor(minor, "EUR"), PAID)
        except Rejected:
            assert minor > after.open.minor
            continue
        after = evolve(after, fact)
        assert after.open.minor == 10_000 - sum(each.amount.minor for each in after.applied) >= 0
