"""A bank's fee, tax withheld, a rounding difference."""

from decimal import Decimal

import pytest

from otcore.reconciliation.relations import fee, rounding, withholding
from tests.reconciliation.relations.owing import STRICT, closed, item, lenient, paid, sure, taken_off


def test_a_round_fee_within_the_limit_is_allowed_and_is_off_the_largest_item():
    found = sure(fee([item("A", 9_000), item("B", 20_000)], paid(27_500), lenient()))
    assert found.allowed
    assert taken_off(found.allocations) == [0, 1_500]


def test_a_fee_that_is_not_round_is_found_and_not_allowed():
    found = sure(fee([item("A", 20_000)], paid(18_613), lenient()))
    assert not found.allowed


def test_without_a_limit_a_round_fee_is_found_and_not_allowed():
    found = sure(fee([item("A", 20_000)], paid(18_500), STRICT))
    assert not found.allowed


# Not round without a limit; beyond the limit; more than a fifth of what is owed; nothing missing.
@pytest.mark.parametrize(
    ("amount", "policy"), [(18_613, STRICT), (16_950, lenient()), (20_000, STRICT), (20_100, STRICT)]
)
def test_no_fee(amount: int, policy):
    assert fee([item("A", 20_000)], paid(amount), policy) is None


def test_a_fee_of_more_than_a_fifth_is_none():
    assert fee([item("A", 5_000)], paid(3_500), lenient()) is None


def test_fees_in_a_currency_without_cents_are_whole():
    assert fee([item("A", 20_000, currency="JPY")], paid(19_999, "JPY"), STRICT) is not None


def test_a_listed_rate_is_withheld_and_allowed():
    found = sure(withholding([item("A", 59_437)], paid(53_493), lenient()))
    assert (found.allowed, found.detail) == (True, "10 %")
    assert closed(found) == {"A": (53_493, 59_437)}


def test_a_usual_rate_that_is_not_listed_is_found_and_not_allowed():
    found = sure(withholding([item("A", 59_437)], paid(56_465), lenient()))
    assert (found.allowed, found.detail) == (False, "5 %")


def test_one_rate_of_all_items_rounded_once_or_each():
    items = [item("A", 3_335), item("B", 3_335)]
    assert [
        taken_off(sure(withholding(items, paid(6_670 - off), lenient())).allocations) for off in (666, 667, 668)
    ] == [
        [333, 333],
        [333, 334],
        [334, 334],
    ]


def test_a_listed_rate_comes_before_a_usual_one():
    found = sure(withholding([item("A", 100)], paid(95), lenient(withholding=(Decimal("5.2"),))))
    assert found.detail == "5.2 %"


@pytest.mark.parametrize("amount", [59_437, 60_000, 53_400])
def test_another_difference_is_no_rate(amount: int):
    assert withholding([item("A", 59_437)], paid(amount), lenient()) is None


@pytest.mark.parametrize("short", [1, 5])
def test_a_few_cents_within_the_tolerance_are_a_rounding_difference(short: int):
    found = sure(rounding([item("A", 700), item("B", 900)], paid(1_600 - short), lenient()))
    assert found.allowed
    assert taken_off(found.allocations) == [0, short]


def test_the_tolerance_in_percent_bounds_it_too():
    policy = lenient(tolerance_percent=Decimal("0.1"))
    found = [rounding([item("A", 2_000)], paid(2_000 - short), policy) for short in (2, 3)]
    assert [each.allowed for each in found if each] == [True, False]


def test_without_a_tolerance_a_few_cents_are_found_and_not_allowed():
    found = sure(rounding([item("A", 900)], paid(895), STRICT))
    assert not found.allowed


@pytest.mark.parametrize("amount", [894, 900, 901])
def test_more_than_that_or_too_much_is_no_rounding(amount: int):
    assert rounding([item("A", 900)], paid(amount), lenient()) is None


@pytest.mark.parametrize("relation", [fee, withholding, rounding])
def test_what_cannot_be_compared(relation):
    assert relation([], paid(100), STRICT) is None


def test_a_chance_amount_is_oftener_a_fee_than_a_listed_rate():
    items, payment = [item("A", 20_000)], paid(18_000)
    by_fee, by_rate = sure(fee(items, payment, lenient())), sure(withholding(items, payment, lenient()))
    assert by_fee.density.share > by_rate.density.share
