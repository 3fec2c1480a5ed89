"""Early-payment discount: in its dates, on all items or some, rounded item by item or once."""

import pytest

from otcore.reconciliation.relations import Relation, discount, relate
from tests.reconciliation.relations.owing import (
    STRICT,
    closed,
    euros,
    item,
    lenient,
    paid,
    partly_paid,
    sure,
    taken_off,
)


def test_within_its_dates_it_is_allowed():
    found = sure(discount([item("A", 10_000, ("2", 0))], paid(9_800), STRICT))
    assert (found.allowed, found.detail) == (True, "2 %")
    assert closed(found) == {"A": (9_800, 10_000)}


def test_a_day_late_it_is_found_and_not_allowed():
    found = sure(discount([item("A", 10_000, ("2", -1))], paid(9_800), STRICT))
    assert (found.allowed, found.detail) == (False, "2 %, 1 days late")


def test_days_of_grace_count_as_in_time():
    found = sure(discount([item("A", 10_000, ("2", -3))], paid(9_800), lenient(grace_days=3)))
    assert (found.allowed, found.detail) == (True, "2 %")


def test_of_several_offers_in_time_the_best_is_taken_and_a_better_one_is_late():
    items = [item("A", 10_000, ("3", -1), ("2", 5), ("1", 20))]
    assert [sure(discount(items, paid(amount), STRICT)).detail for amount in (9_800, 9_700, 9_900)] == [
        "2 %",
        "3 %, 1 days late",
        "1 %",
    ]


# 2 % of 33.37 is 0.6674: three times 0.67 is 2.01, and of the sum 2.0022.
@pytest.mark.parametrize(("off", "each"), [(201, [67, 67, 67]), (200, [66, 67, 67]), (199, [66, 66, 67])])
def test_it_may_be_rounded_item_by_item_or_once(off: int, each: list[int]):
    found = sure(discount([item(name, 3_337, ("2", 3)) for name in "ABC"], paid(3 * 3_337 - off), STRICT))
    assert taken_off(found.allocations) == each


def test_an_item_without_an_offer_is_paid_whole():
    found = discount([item("A", 10_000, ("2", 3)), item("B", 5_000)], paid(14_800), STRICT)
    assert closed(found) == {"A": (9_800, 10_000), "B": (5_000, 5_000)}


def test_it_may_be_taken_on_some_items_only():
    found = sure(discount([item("A", 10_000, ("2", 3)), item("B", 7_000, ("2", 3))], paid(16_860), STRICT))
    assert found.allowed
    assert closed(found) == {"A": (10_000, 10_000), "B": (6_860, 7_000)}


def test_if_it_cannot_be_told_on_which_it_is_not_allowed():
    found = sure(discount([item("A", 10_000, ("2", 3)), item("B", 10_000, ("2", 3))], paid(19_800), STRICT))
    assert not found.allowed


def test_a_partly_paid_item_has_it_of_what_is_open():
    found = discount([partly_paid(item("A", 10_000, ("2", 3)), 4_000)], paid(3_920), STRICT)
    assert closed(found) == {"A": (3_920, 4_000)}


def test_a_credit_note_has_it_too():
    found = discount([item("A", 10_000, ("2", 3)), item("B", -1_000, ("2", 3))], paid(8_820), STRICT)
    assert closed(found) == {"A": (9_800, 10_000), "B": (-980, -1_000)}


def test_in_another_currency_it_is_of_what_was_ordered():
    found = sure(
        discount([item("A", 10_000, ("2", 3), currency="USD")], paid(9_000, original=euros(9_800, "USD")), STRICT)
    )
    assert (found.allocations[0].amount, found.allocations[0].closes) == (euros(9_000), euros(10_000, "USD"))


@pytest.mark.parametrize("amount", [10_000, 9_900, 9_798, 10_200])
def test_another_shortage_is_no_discount(amount: int):
    assert discount([item("A", 10_000, ("2", 3))], paid(amount), STRICT) is None


def test_items_that_cannot_be_compared_have_none():
    assert discount([], paid(5), STRICT) is None


def test_an_item_that_came_in_with_nothing_has_none():
    assert discount([item("A", 0, ("2", 3)), item("B", 100, ("2", 3))], paid(97), STRICT) is None


def test_in_time_it_comes_before_a_part_payment():
    found = relate([item("A", 10_000, ("2", 3))], paid(9_800), STRICT)
    assert [each.relation for each in found] == [Relation.DISCOUNT, Relation.WITHHOLDING, Relation.SHORT, Relation.FEE]
