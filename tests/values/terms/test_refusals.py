"""Terms that contradict themselves are refused, each with its code and place."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from otcore.values import Invalid, Money, Percentage
from otcore.values.terms import DiscountTerms, DueRule, DueStep, InstalmentTerms, PaymentTerms

HALF, REST = InstalmentTerms(percent=Percentage(50)), InstalmentTerms()
FIXED = InstalmentTerms(amount=Money("1", "EUR"))


def fault(make: Callable[..., object], *args: Any, **said: Any) -> tuple[str, str]:
    with pytest.raises(Invalid) as caught:
        make(*args, **said)
    (found,) = caught.value.faults
    return found.code, found.path


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"months": 121}, "/months"),
        ({"weeks": -521}, "/weeks"),
        ({"days": 3651}, "/days"),
        ({"working_days": 2601}, "/working_days"),
        ({"day": 32}, "/day"),
        ({"day": -1}, "/day"),
        ({"weekday": 7}, "/weekday"),
        ({"weekday": -1}, "/weekday"),
    ],
)
def test_a_step_within_the_calendar(said: dict[str, int], path: str):
    assert fault(DueStep, **said) == ("TERMS_STEP", path)


@pytest.mark.parametrize("day", [-1, 32])
def test_a_cutoff_is_a_day_of_the_month(day: int):
    assert fault(DueRule, cutoff=day) == ("TERMS_CUTOFF", "/cutoff")


@pytest.mark.parametrize("days", [(0,), (32,), (5, 5)])
def test_payment_days_are_different_days_of_the_month(days: tuple[int, ...]):
    assert fault(DueRule, payment_days=days) == ("TERMS_PAYMENT_DAYS", "/payment_days")


def test_a_rule_of_a_sane_length():
    assert fault(DueRule, (DueStep(),) * 13) == ("TERMS_TOO_MANY", "/steps")


@pytest.mark.parametrize(
    "said",
    [
        {"percent": Percentage(50), "amount": Money("1", "EUR")},
        {"of_balance": True},
        {"round_to": Decimal(1)},
        {"percent": Percentage(0)},
        {"percent": Percentage("100.01")},
        {"amount": Money("0", "EUR")},
        {"amount": Money("-1", "EUR")},
        {"percent": Percentage(50), "round_to": Decimal(0)},
        {"percent": Percentage(50), "round_to": Decimal("NaN")},
    ],
)
def test_a_share_says_one_thing(said: dict[str, Any]):
    assert fault(InstalmentTerms, **said) == ("TERMS_SHARE", "")


@pytest.mark.parametrize("percent", [0, "100.01"])
def test_a_discount_is_above_zero_and_at_most_all(percent: int | str):
    assert fault(DiscountTerms, Percentage(percent)) == ("TERMS_DISCOUNT", "/percent")


@pytest.mark.parametrize("said", [{"days": 14}, {"end_of_month": True}])
def test_days_are_said_once(said: dict[str, Any]):
    assert fault(PaymentTerms, instalments=(HALF, REST), **said) == ("TERMS_TWICE", "/days")


@pytest.mark.parametrize(
    "parts", [(HALF,), (FIXED,), (HALF, FIXED), (HALF, InstalmentTerms(percent=Percentage("49.99")))]
)
def test_instalments_cover_the_debt(parts: tuple[InstalmentTerms, ...]):
    assert fault(PaymentTerms, instalments=parts) == ("TERMS_INCOMPLETE", "/instalments")


def test_a_percentage_of_the_rest_does_not_cover_it():
    rest = InstalmentTerms(percent=Percentage(50), of_balance=True)
    assert fault(PaymentTerms, instalments=(HALF, rest)) == ("TERMS_INCOMPLETE", "/instalments")


def test_nothing_follows_what_takes_the_rest():
    assert fault(PaymentTerms, instalments=(HALF, REST, HALF)) == ("TERMS_NOTHING_LEFT", "/instalments/1")


def test_percentages_of_more_than_all_are_refused():
    more = (HALF, InstalmentTerms(percent=Percentage(60)), REST)
    assert fault(PaymentTerms, instalments=more) == ("TERMS_OVER_WHOLE", "/instalments")


@pytest.mark.parametrize(
    "said", [{"instalments": (FIXED,) * 120 + (REST,)}, {"discounts": (DiscountTerms(Percentage(1)),) * 121}]
)
def test_terms_of_a_sane_length(said: dict[str, Any]):
    assert fault(PaymentTerms, **said) == ("TERMS_TOO_MANY", "")
