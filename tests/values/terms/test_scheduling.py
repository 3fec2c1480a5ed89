"""Instalments sum to the debt whatever the shares; discounts are off what was agreed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.values import Invalid, Money, Percentage, Rounding, total
from otcore.values.terms import (
    DiscountOffer,
    DiscountTerms,
    DueRule,
    DueStep,
    Instalment,
    InstalmentTerms,
    PaymentTerms,
    discounts,
    schedule,
)
from tests.values.terms.laws import hold
from tests.values.terms.strategies import payment_terms

DAY = date(2026, 3, 2)
SOON = DueRule((DueStep(days=10),))
debts = st.integers(-(10**9), 10**9).map(lambda minor: Money.from_minor(minor, "EUR"))
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def shares(*percentages: str | int, rest: bool = False, **said: Any) -> PaymentTerms:
    parts = [InstalmentTerms(DueRule((DueStep(months=at),)), Percentage(each)) for at, each in enumerate(percentages)]
    last = [InstalmentTerms(DueRule((DueStep(months=12),)))] if rest else []
    return PaymentTerms(instalments=(*parts, *last), **said)


def amounts(terms: PaymentTerms, owed: str) -> list[str]:
    return [str(each.amount.amount) for each in schedule(terms, eur(owed), DAY)]


@pytest.mark.slow
@settings(max_examples=2_000)
@given(payment_terms(), debts, days)
def test_the_instalments_sum_to_the_debt(terms: PaymentTerms, owed: Money, day: date):
    assert total((each.amount for each in schedule(terms, owed, day)), "EUR") == owed


@given(payment_terms(), debts, days)
def test_a_credit_is_scheduled_as_the_negated_debt(terms: PaymentTerms, owed: Money, day: date):
    mirrored = tuple(Instalment(each.due, -each.amount) for each in schedule(terms, owed, day))
    assert schedule(terms, -owed, day) == mirrored


@given(payment_terms(), debts, days)
def test_every_instalment_is_on_the_side_of_the_debt(terms: PaymentTerms, owed: Money, day: date):
    found = schedule(terms, owed, day)
    assert all(each.amount.minor * owed.minor > 0 for each in found) if owed else len(found) == 1


@given(payment_terms(), debts, days)
def test_discounts_mirror_too_and_are_within_what_they_are_off(terms: PaymentTerms, owed: Money, day: date):
    offers = discounts(terms, owed, day)
    assert discounts(terms, -owed, day) == tuple(
        DiscountOffer(each.until, each.percent, -each.base, -each.amount) for each in offers
    )
    assert all(abs(each.amount.minor) <= abs(owed.minor) for each in offers)


@pytest.mark.slow
def test_the_laws_hold_for_a_hundred_thousand_schedules():
    assert hold(seed=1, count=100_000) == 100_000


def test_thirty_and_seventy_percent_of_an_odd_amount_are_all_of_it():
    assert amounts(shares(30, 70), "145.05") == ["43.52", "101.53"]


@pytest.mark.parametrize("owed", ["0.01", "0.05", "100.00", "334.99", "99999999.99"])
def test_percentages_of_a_hundred_leave_nothing(owed: str):
    found = amounts(shares("33.33", "33.33", "33.34"), owed)
    assert sum(map(Decimal, found)) == Decimal(owed)


def test_ten_tenths_of_five_cents_do_not_become_ten_cents():
    assert amounts(shares(*[10] * 10), "0.05") == ["0.01"] * 5


def test_a_credit_of_a_cent_after_a_full_down_payment_is_one_instalment():
    assert amounts(shares(100, rest=True), "-0.01") == ["-0.01"]


def test_nothing_owed_is_one_instalment_of_nothing_on_the_first_day():
    assert schedule(shares(50, 50), eur("0"), DAY) == (Instalment(DAY, eur("0")),)


def test_a_percentage_is_of_the_total_or_of_what_is_left():
    half = InstalmentTerms(percent=Percentage(50))
    of_rest = InstalmentTerms(percent=Percentage(50), of_balance=True)
    last = InstalmentTerms()
    assert amounts(PaymentTerms(instalments=(half, of_rest, last)), "100") == ["50.00", "25.00", "25.00"]


def test_a_fixed_amount_takes_no_more_than_there_is():
    fixed = PaymentTerms(instalments=(InstalmentTerms(amount=eur("80")), InstalmentTerms()))
    assert amounts(fixed, "100") == ["80.00", "20.00"]
    assert amounts(fixed, "50") == ["50.00"]
    assert amounts(fixed, "-100") == ["-80.00", "-20.00"]


def test_a_fixed_amount_in_another_currency_is_refused():
    fixed = PaymentTerms(instalments=(InstalmentTerms(amount=Money("80", "USD")), InstalmentTerms()))
    with pytest.raises(Invalid, match="CURRENCY_MISMATCH"):
        schedule(fixed, eur("100"), DAY)


@pytest.mark.parametrize(
    ("unit", "owed", "first"),
    [("1", "1000.10", "500.00"), ("0.05", "10.11", "5.05"), ("100", "1250", "600.00"), ("0.015", "1.00", "0.50")],
)
def test_a_percentage_is_rounded_to_a_multiple(unit: str, owed: str, first: str):
    rounded = InstalmentTerms(percent=Percentage(50), round_to=Decimal(unit))
    terms = PaymentTerms(instalments=(rounded, InstalmentTerms()), rounding=Rounding.HALF_EVEN)
    assert amounts(terms, owed)[0] == first


def test_the_rounding_is_the_one_that_is_named():
    assert amounts(shares(50, 50), "0.01") == ["0.01"]
    down = schedule(shares(50, 50, rounding=Rounding.DOWN), eur("0.01"), DAY)
    assert down == (Instalment(date(2026, 4, 2), eur("0.01")),)


def test_a_discount_is_off_the_whole_or_off_the_amount_without_tax():
    terms = PaymentTerms(
        discounts=(DiscountTerms(Percentage(3), SOON), DiscountTerms(Percentage(2), DueRule(), on_net=True))
    )
    found = discounts(terms, eur("1200"), DAY, net=eur("1000"))
    assert found == (
        DiscountOffer(date(2026, 3, 12), Percentage(3), eur("1200"), eur("36.00")),
        DiscountOffer(DAY, Percentage(2), eur("1000"), eur("20.00")),
    )


def test_a_discount_on_net_is_off_the_whole_where_no_net_is_known():
    terms = PaymentTerms(discounts=(DiscountTerms(Percentage(2), SOON, on_net=True),))
    assert [offer.base for offer in discounts(terms, eur("1200"), DAY)] == [eur("1200")]


def test_nothing_is_off_a_debt_of_nothing():
    assert discounts(PaymentTerms(discounts=(DiscountTerms(Percentage(2), SOON),)), eur("0"), DAY) == ()


def test_what_is_left_of_nothing_is_nothing_on_either_side():
    percent = InstalmentTerms(percent=Percentage("0.01"))
    terms = PaymentTerms(
        instalments=(InstalmentTerms(amount=eur("0.01")), percent, InstalmentTerms()), rounding=Rounding.UP
    )
    assert amounts(terms, "-0.01") == ["-0.01"]
