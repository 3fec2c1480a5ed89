"""A receipt gives what it has to the items it pays, once, and keeps the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.payments.allocation import Allocation
from otcore.payments.receipt import Receipt, ReceiptApplied, ReceiptLeft, apply, evolve, facets, standing
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.payments.bank_rows import DAY, eur, receipt


def gives(*parts: tuple[str, str]) -> tuple[Allocation, ...]:
    return tuple(Allocation(item, eur(amount)) for item, amount in parts)


def applied(before: Receipt, *parts: tuple[str, str], reason: str = "") -> Receipt:
    (fact,) = apply(before, "C1", gives(*parts), "RULE", reason)
    return evolve(before, fact)


def test_money_that_came_in_is_all_unapplied():
    fresh = receipt("100.00")
    assert (fresh.unapplied, fresh.amount, fresh.day) == (eur("100.00"), eur("100.00"), DAY)
    assert standing(fresh) == "unidentified"


def test_money_of_a_known_payer_is_unapplied():
    assert standing(receipt(customer="C1")) == "unapplied"


def test_what_a_rule_left_over_is_on_account():
    assert standing(applied(receipt("100.00"), ("INV-1", "60.00"))) == "on account"


def test_what_is_given_away_is_not_unapplied_any_more():
    after = applied(receipt("100.00"), ("INV-1", "60.00"), ("INV-2", "30.00"), reason="SHORT_PAYMENT")
    assert (after.unapplied, after.customer, after.rule, after.reason) == (eur("10.00"), "C1", "RULE", "SHORT_PAYMENT")
    assert after.allocations == gives(("INV-1", "60.00"), ("INV-2", "30.00"))


def test_all_of_it_given_away_is_applied():
    assert standing(applied(receipt("100.00"), ("INV-1", "100.00"))) == "applied"


def test_the_rest_can_be_given_later():
    after = applied(applied(receipt("100.00"), ("INV-1", "60.00")), ("INV-2", "40.00"))
    assert after.allocations == gives(("INV-1", "60.00"), ("INV-2", "40.00"))
    assert not after.unapplied


def test_more_than_came_in_cannot_be_given():
    with pytest.raises(Rejected, match=r"MORE_THAN_RECEIVED: receipt=R1, unapplied=100.00 EUR"):
        apply(receipt("100.00"), "C1", gives(("INV-1", "60.00"), ("INV-2", "40.01")), "", "")


def test_an_item_is_paid_once_by_one_decision():
    with pytest.raises(Rejected, match="ITEM_TWICE"):
        apply(receipt("100.00"), "C1", gives(("INV-1", "10.00"), ("INV-1", "10.00")), "", "")


@pytest.mark.parametrize("amount", ["0.00", "-0.01"])
def test_nothing_or_less_is_not_given(amount: str):
    with pytest.raises(Rejected, match="AMOUNT_NOT_POSITIVE"):
        apply(receipt("100.00"), "C1", gives(("INV-1", "50.00"), ("INV-2", amount)), "", "")


def test_money_pays_in_its_own_currency():
    with pytest.raises(Rejected, match="CURRENCY_DIFFERS: receipt=R1, received=EUR"):
        apply(receipt("100.00"), "C1", (Allocation("INV-1", Money("1.00", "USD")),), "", "")


def test_a_receipt_that_is_left_says_why_and_beside_which_items():
    left = evolve(receipt(), ReceiptLeft("C1", "SUM_DIFFERS", ("INV-1",)))
    assert (left.customer, left.reason, left.rivals) == ("C1", "SUM_DIFFERS", ("INV-1",))
    assert left.unapplied == eur("100.00")


def test_a_payer_once_known_stays_known():
    assert evolve(receipt(customer="C1"), ReceiptLeft("", "NO_REFERENCE", ())).customer == "C1"


def test_rivals_are_forgotten_when_the_money_is_applied():
    left = evolve(receipt(), ReceiptLeft("C1", "SUM_DIFFERS", ("INV-1",)))
    assert applied(left, ("INV-1", "100.00")).rivals == ()


def test_a_receipt_is_found_by_customer_statement_standing_and_day():
    found = facets(receipt(customer="C1"))
    assert (found.party, found.reference, found.status, found.day) == ("C1", "", "unapplied", DAY)


def test_nothing_happens_to_a_receipt_before_the_money_is_there():
    with pytest.raises(AssertionError):
        evolve(None, ReceiptLeft("", "", ()))


@given(st.lists(st.lists(st.integers(1, 6_000), max_size=3), max_size=5))
def test_unapplied_is_the_amount_less_everything_given(decisions: list[list[int]]):
    after = receipt("100.00")
    for number, parts in enumerate(decisions):
        allocations = tuple(
            Allocation(f"INV-{number}-{index}", Money.from_minor(part, "EUR")) for index, part in enumerate(parts)
        )
        try:
            (fact,) = apply(after, "C1", allocations, "RULE", "")
        except Rejected:
            assert sum(parts) > after.unapplied.minor
            continue
        assert isinstance(fact, ReceiptApplied)
        after = evolve(after, fact)
        assert after.unapplied.minor == 10_000 - sum(each.amount.minor for each in after.allocations) >= 0
