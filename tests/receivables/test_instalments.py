"""An open item in instalments: money closes what is due first, and it is overdue by instalment."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.receivables.exposure import item_exposure, overdue_exposure
from otcore.receivables.instalments import left_open
from otcore.receivables.item import ItemFellOverdue, ItemOpened, Receivable, evolve, facets, fall_overdue, pay
from otcore.values.money import Money, total
from otcore.values.terms import Instalment
from tests.payments.bank_rows import eur

ISSUED, FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 30)
PARTS = (Instalment(FIRST, eur("43.52")), Instalment(LAST, eur("101.53")))
AFTER_FIRST, AFTER_LAST = date(2026, 4, 1), date(2026, 5, 1)

amounts = st.lists(st.integers(1, 10_000), min_size=1, max_size=5)


def item(exposure: Money | None = None) -> Receivable:
    return evolve(None, ItemOpened("INV-1", "C1", "INV1", ISSUED, FIRST, eur("145.05"), exposure, PARTS))


def paid(before: Receivable, amount: str, day: date = ISSUED) -> Receivable:
    (fact,) = pay(before, "R1", eur(amount), day)
    return evolve(before, fact)


def late(before: Receivable, day: date) -> Receivable:
    (fact,) = fall_overdue(before, day)
    return evolve(before, fact)


def test_an_item_without_instalments_is_one():
    single = evolve(None, ItemOpened("INV-1", "C1", "INV1", ISSUED, FIRST, eur("10.00")))
    assert single.open_instalments == (Instalment(FIRST, eur("10.00")),)
    assert (single.next_due, single.overdue_on(AFTER_FIRST)) == (FIRST, eur("10.00"))


def test_money_closes_what_is_due_first():
    assert paid(item(), "43.51").open_instalments == (Instalment(FIRST, eur("0.01")), PARTS[1])
    assert paid(item(), "43.52").open_instalments == (PARTS[1],)
    assert paid(item(), "145.05").open_instalments == ()


@given(amounts, st.data())
def test_what_is_open_of_the_instalments_is_what_is_open(minors: list[int], data: st.DataObject):
    days = data.draw(st.lists(st.dates(ISSUED, LAST), min_size=len(minors), max_size=len(minors)))
    parts = [Instalment(day, Money.from_minor(minor, "EUR")) for day, minor in zip(days, minors, strict=True)]
    open_ = Money.from_minor(data.draw(st.integers(0, sum(minors))), "EUR")
    found = left_open(parts, open_)
    assert total((each.amount for each in found), "EUR") == open_
    assert [each.due for each in found] == sorted(each.due for each in found)
    negated = [Instalment(each.due, -each.amount) for each in parts]
    assert [each.amount for each in left_open(negated, -open_)] == [-each.amount for each in found]


def test_only_what_was_due_is_overdue():
    assert item().overdue_on(FIRST) == eur("0.00")
    assert item().overdue_on(AFTER_FIRST) == eur("43.52")
    assert item().overdue_on(AFTER_LAST) == eur("145.05")


def test_an_item_falls_overdue_with_its_first_open_instalment():
    assert fall_overdue(item(), FIRST) == ()
    assert fall_overdue(item(), AFTER_FIRST) == (ItemFellOverdue(AFTER_FIRST),)
    assert fall_overdue(paid(item(), "43.52"), AFTER_FIRST) == ()


def test_an_item_that_is_up_to_date_again_is_not_overdue_and_may_fall_overdue_again():
    owed = late(item(), AFTER_FIRST)
    assert paid(owed, "43.51", AFTER_FIRST).overdue
    up_to_date = paid(owed, "43.52", AFTER_FIRST)
    assert not up_to_date.overdue
    assert late(up_to_date, AFTER_LAST).overdue


def test_an_item_whose_next_instalment_is_late_too_stays_overdue():
    owed = late(item(), AFTER_FIRST)
    assert paid(owed, "43.52", AFTER_LAST).overdue
    assert not paid(owed, "145.05", AFTER_LAST).overdue


@pytest.mark.parametrize(
    ("state", "status", "day"),
    [
        (item(), "open", FIRST),
        (paid(item(), "43.52"), "open", LAST),
        (late(item(), AFTER_FIRST), "overdue", FIRST),
        (paid(item(), "145.05"), "closed", FIRST),
    ],
)
def test_an_item_is_found_by_the_day_its_next_instalment_is_due(state: Receivable, status: str, day: date):
    assert (facets(state).status, facets(state).day) == (status, day)


def test_only_the_overdue_share_counts_as_overdue_exposure():
    assert overdue_exposure(item(), AFTER_FIRST) == eur("43.52")
    dollars = item(Money("290.10", "USD"))
    assert overdue_exposure(dollars, AFTER_FIRST) == Money("87.04", "USD")
    assert overdue_exposure(dollars, AFTER_LAST) == item_exposure(dollars) == Money("290.10", "USD")
