"""The payment is what is owed, in the items' currency or by what the payer ordered in it."""

import pytest

from otcore.reconciliation.relations import Relation, exact, relate
from tests.reconciliation.relations.owing import STRICT, closed, euros, item, paid, sure


def test_one_item():
    found = sure(exact([item("A", 500)], paid(500), STRICT))
    assert (found.relation, found.allowed, found.on_account) == (Relation.EXACT, True, euros(0))
    assert closed(found) == {"A": (500, 500)}


def test_items_and_a_credit_that_is_a_source():
    assert closed(exact([item("A", 500), item("B", -120)], paid(380), STRICT)) == {"A": (500, 500), "B": (-120, -120)}


def test_an_exact_payment_has_no_other_relation():
    assert [each.relation for each in relate([item("A", 500, ("2", 3))], paid(500), STRICT)] == [Relation.EXACT]


@pytest.mark.parametrize("amount", [499, 501])
def test_a_cent_is_a_difference(amount: int):
    assert exact([item("A", 500)], paid(amount), STRICT) is None


def test_another_currency_by_the_amount_that_was_ordered():
    found = sure(
        exact(
            [item("A", 1000, currency="USD"), item("B", 500, currency="USD")],
            paid(1399, original=euros(1500, "USD")),
            STRICT,
        )
    )
    assert found.relation is Relation.FX
    assert [(each.amount, each.exchanged, each.closes) for each in found.allocations] == [
        (euros(933), euros(1000, "USD"), euros(1000, "USD")),
        (euros(466), euros(500, "USD"), euros(500, "USD")),
    ]


def test_a_policy_may_forbid_other_currencies():
    items, payment = [item("A", 1000, currency="USD")], paid(940, original=euros(1000, "USD"))
    found = sure(exact(items, payment, type(STRICT)(cross_currency=False)))
    assert not found.allowed


@pytest.mark.parametrize(
    ("items", "original"),
    [
        ([], None),
        ([item("A", 500), item("B", 500, currency="USD")], None),
        ([item("A", 500, currency="USD")], None),
        ([item("A", 500, currency="USD")], euros(500, "GBP")),
        ([item("A", 500, currency="USD")], euros(0, "USD")),
    ],
)
def test_what_cannot_be_compared_has_no_relation(items, original):
    payment = paid(500, original=original)
    assert exact(items, payment, STRICT) is None
    assert relate(items, payment, STRICT) == ()
