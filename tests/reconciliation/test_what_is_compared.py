"""What a payment is compared with, and how far a policy lets it differ."""

from decimal import Decimal
from typing import Any

import pytest

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy, Policies
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms import DiscountOffer
from tests.reconciliation.hostile import ANNA, TODAY, eur, item, paid

NUMBER = "INV-2026-004711"
BOOK = [item(NUMBER, 35_417)]


def given(payment: Payment, policy: MatchingPolicy) -> Allocation:
    """The one allocation of what is posted."""
    posted = decide(payment, Book(BOOK, [ANNA]), Policies(policy)).posted
    assert posted is not None
    (allocation,) = posted.allocations
    assert allocation.amount + posted.on_account == payment.amount
    return allocation


def test_what_was_ordered_in_the_same_currency_is_not_what_came():
    """A bank on the way kept 15.00: 354.17 was ordered, and 339.17 is all that there is to post."""
    allocation = given(paid(33_917, NUMBER, original=eur(35_417)), MatchingPolicy())
    assert (allocation.amount, allocation.closes) == (eur(33_917), eur(33_917))


def test_a_rounding_difference_is_small_as_an_amount_and_as_a_percentage():
    lenient = MatchingPolicy(tolerance=(eur(50),), tolerance_percent=Decimal("0.1"))
    assert [each.why for each in given(paid(35_382, NUMBER), lenient).adjustments] == [Why.ROUNDING]
    assert given(paid(35_381, NUMBER), lenient).adjustments == ()


def test_what_closes_without_cash_does_so_in_the_currency_of_the_item():
    dollars, ordered = Money("354.17", "USD"), Money("301.04", "USD")
    book = Book([item(NUMBER, 0, amount=dollars, open=dollars)], [ANNA])
    policies = Policies(MatchingPolicy(withholding=(Decimal(15),)))
    posted = decide(paid(28_000, NUMBER, original=ordered), book, policies).posted
    assert posted is not None
    kept = (Adjustment(Why.WITHHOLDING, dollars - ordered),)
    assert posted.allocations == (Allocation(NUMBER, eur(28_000), kept, "", ordered),)
    assert posted.allocations[0].closes == dollars


OFFER = DiscountOffer(TODAY, Percentage(Decimal(2)), eur(35_417), eur(708))
LENIENT: dict[str, Any] = {"tolerance": (eur(50),), "withholding": (Decimal(15),)}


@pytest.mark.parametrize(
    ("missing", "why"),
    [(708, Why.DISCOUNT), (5_313, Why.WITHHOLDING), (30, Why.ROUNDING), (1_500, Why.FEE), (631, Why.WRITE_OFF)],
)
def test_a_limit_by_reason_bounds_what_is_closed_without_a_person(missing: int, why: Why):
    """Up to the limit it is closed; with a limit of one cent less it stays owed."""
    book = Book([item(NUMBER, 35_417, discounts=(OFFER,))], [ANNA])
    for limit, expected in ((missing, [why]), (missing - 1, [])):
        policy = MatchingPolicy(**LENIENT, write_off={why: (eur(limit),)})
        posted = decide(paid(35_417 - missing, NUMBER), book, Policies(policy)).posted
        assert posted is not None
        assert [each.why for each in posted.allocations[0].adjustments] == expected


def test_a_limit_bounds_what_is_taken_off_a_list():
    book = Book([item(NUMBER, 35_417), item("INV-2026-004712", 20_000)], [ANNA])
    for limit, posted in ((1_000, True), (999, False)):
        policy = MatchingPolicy(write_off={Why.FEE: (eur(limit),), Why.ROUNDING: (eur(1),)})
        decision = decide(paid(54_417, f"{NUMBER} INV-2026-004712"), book, Policies(policy))
        assert (decision.posted is not None) == posted


def test_the_oldest_are_not_closed_by_what_states_a_reference_that_nobody_knows():
    payment = paid(10_000, reference="RF18539007547034")
    decision = decide(payment, Book(BOOK, [ANNA]), Policies(MatchingPolicy(oldest_first=True)))
    assert (decision.posted, decision.reasons) == (None, ("UNKNOWN_REFERENCE",))
