"""Less than is owed, where the rest stays open; and more, where the rest stays on account."""

import pytest

from otcore.payments.allocation import Why
from otcore.reconciliation.relations import Relation, over, relate, short
from tests.reconciliation.relations.owing import STRICT, closed, euros, item, paid, sure


def reasons(found) -> list[str]:
    """Why something stays open of each item."""
    return [each.reason for each in found.allocations]


def test_a_part_payment_closes_the_items_in_their_order():
    found = short([item("A", 500), item("B", 700), item("C", 300)], paid(800), STRICT)
    assert closed(found) == {"A": (500, 500), "B": (300, 300)}
    assert reasons(found) == ["", "partial"]


def test_a_deduction_is_off_the_largest_item():
    found = short([item("A", 500), item("B", 700)], paid(1_100), STRICT, Why.DEDUCTION)
    assert closed(found) == {"A": (500, 500), "B": (600, 600)}
    assert reasons(found) == ["", "deduction"]


def test_a_deduction_of_more_than_the_largest_item_goes_in_order():
    found = short([item("A", 500), item("B", 700)], paid(400), STRICT, Why.DEDUCTION)
    assert closed(found) == {"A": (400, 400)}


def test_credits_are_used_whole():
    found = short([item("A", 500), item("B", -200), item("C", 400)], paid(450), STRICT)
    assert closed(found) == {"A": (500, 500), "B": (-200, -200), "C": (150, 150)}


@pytest.mark.parametrize("amount", [500, 600, -10])
def test_what_is_not_short(amount: int):
    assert short([item("A", 500)], paid(amount), STRICT) is None


def test_the_rest_of_an_overpayment_stays_on_account():
    found = sure(over([item("A", 500)], paid(530), STRICT))
    assert closed(found) == {"A": (500, 500)}
    assert found.on_account == euros(30)


def test_the_rest_of_an_overpayment_in_another_currency_stays_in_its_own():
    found = sure(over([item("A", 500, currency="USD")], paid(900, original=euros(1_000, "USD")), STRICT))
    assert (found.allocations[0].amount, found.on_account) == (euros(450), euros(450))


@pytest.mark.parametrize(("open_now", "amount"), [(500, 500), (500, 400), (-500, 300)])
def test_what_is_not_over(open_now: int, amount: int):
    assert over([item("A", open_now)], paid(amount), STRICT) is None


@pytest.mark.parametrize("relation", [short, over])
def test_what_cannot_be_compared(relation):
    assert relation([], paid(100), STRICT) is None


# A half, a third to the euro, a round sum, less than two thirds; a round shortage, a small one.
@pytest.mark.parametrize(
    ("amount", "why"),
    [
        (43_700, "partial"),
        (29_133, "partial"),
        (80_000, "partial"),
        (56_713, "partial"),
        (77_399, "deduction"),
        (79_113, "deduction"),
    ],
)
def test_without_a_word_the_shares_say_whether_it_is_a_part_or_a_deduction(amount: int, why: str):
    found = next(each for each in relate([item("A", 87_399)], paid(amount), STRICT) if each.relation is Relation.SHORT)
    assert found.detail == why


@pytest.mark.parametrize("said", [Why.PARTIAL, Why.DEDUCTION])
def test_the_word_of_the_payer_decides(said: Why):
    first, *_ = relate([item("A", 10_000, ("2", 3))], paid(9_800), STRICT, said)
    assert (first.relation, first.detail) == (Relation.SHORT, said)


def test_the_word_of_the_payer_moves_a_relation_to_the_front():
    first, *_ = relate([item("A", 10_000, ("2", 3))], paid(9_800), STRICT, Why.WITHHOLDING)
    assert first.relation is Relation.WITHHOLDING


def test_what_many_amounts_would_have_comes_after_a_deduction():
    found = relate([item("A", 10_000)], paid(9_950), STRICT)
    assert [each.relation for each in found] == [Relation.SHORT, Relation.FEE]


def test_a_surplus_is_over():
    assert [each.relation for each in relate([item("A", 500)], paid(501), STRICT)] == [Relation.OVER]
