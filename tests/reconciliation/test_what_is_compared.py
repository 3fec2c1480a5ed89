"""What a payment is compared with, and how far a policy lets it differ."""

from decimal import Decimal

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy, Policies
from otcore.values.money import Money
from tests.reconciliation.hostile import ANNA, eur, item, paid

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
