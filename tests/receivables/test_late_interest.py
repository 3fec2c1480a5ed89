"""Interest on late payment, piece by piece."""

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.receivables.late_interest import (
    InterestDays,
    InterestRate,
    LateInterestSpec,
    RateRule,
    late_interest,
)
from otcore.values import Invalid, Money, Percentage
from otcore.values.rounding import round_ratio

DUE, PAID = date(2024, 6, 15), date(2024, 7, 31)
RATES = (InterestRate(date(2024, 1, 1), Percentage("12.50")), InterestRate(date(2024, 7, 1), Percentage("12.25")))
THOUSAND = Money("1000", "EUR")


@pytest.fixture(scope="module")
def late_example(cases):
    text = (cases / "kpi" / "reference.json").read_text(encoding="utf-8")
    examples = json.loads(text, parse_float=Decimal)["worked_examples"]
    return next(value for name, value in examples.items() if name.startswith("late_interest_EU"))


def interest(days=InterestDays.ACTUAL_365, rule=RateRule.PIECEWISE, due=DUE, paid=PAID, fixed=None):
    return late_interest(THOUSAND, due, paid, LateInterestSpec(RATES, days, rule, fixed))


def four_places(found):
    ten_thousandths = found.exact * 100
    return Decimal(round_ratio(ten_thousandths.numerator, ten_thousandths.denominator)).scaleb(-4)


@pytest.mark.parametrize(
    ("name", "days", "rule"),
    [
        ("piecewise_act365", InterestDays.ACTUAL_365, RateRule.PIECEWISE),
        ("rate_at_payment_act365", InterestDays.ACTUAL_365, RateRule.AT_PAYMENT),
        ("piecewise_act366", InterestDays.ACTUAL_ACTUAL, RateRule.PIECEWISE),
        ("piecewise_30_360", InterestDays.THIRTY_360, RateRule.PIECEWISE),
    ],
)
def test_it_is_the_references(name, days, rule, late_example):
    assert four_places(interest(days, rule)) == late_example[name]


def test_the_days_of_each_rate_are_the_references(late_example):
    fixed = Money(str(late_example["plus_fixed_sum"]), "EUR")
    found = interest(fixed=fixed)
    assert [part.days for part in found.parts] == late_example["days"]
    assert (found.interest, found.fixed) == (Money("15.54", "EUR"), fixed)


@pytest.mark.parametrize("paid", [DUE, date(2024, 6, 1)])
def test_what_was_paid_in_time_owes_nothing(paid):
    found = interest(paid=paid, fixed=Money("40", "EUR"))
    assert (found.interest, found.fixed, found.parts) == (Money("0", "EUR"), Money("0", "EUR"), ())


def test_a_leap_year_has_its_own_days():
    found = interest(InterestDays.ACTUAL_ACTUAL, RateRule.AT_PAYMENT, paid=date(2025, 1, 31))
    assert [(part.start, part.end) for part in found.parts] == [
        (DUE, date(2024, 12, 31)),
        (date(2024, 12, 31), date(2025, 1, 31)),
    ]
    assert [part.amount for part in found.parts] == [
        Fraction(100_000 * 1225 * 199, 10_000 * 366),
        Fraction(100_000 * 1225 * 31, 10_000 * 365),
    ]


def test_the_first_rate_counts_from_before_it():
    found = interest(due=date(2023, 12, 1), paid=date(2023, 12, 11))
    assert [(part.days, part.rate) for part in found.parts] == [(10, RATES[0].rate)]


def test_interest_needs_a_rate():
    with pytest.raises(Invalid, match="INTEREST_RATES"):
        LateInterestSpec(())


@given(st.dates(date(2023, 1, 1), date(2026, 1, 1)), st.integers(0, 900), st.sampled_from(InterestDays))
def test_the_days_of_the_parts_are_the_days_it_was_late(due, late, days):
    paid = date.fromordinal(due.toordinal() + late)
    parts = interest(days, due=due, paid=paid).parts
    if days is not InterestDays.THIRTY_360:
        assert sum(part.days for part in parts) == late
    assert all(before.end == after.start for before, after in pairwise(parts))
