"""Which effects a payout is of: the one run of days that comes to it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.payments.gateway.paying_out import Waiting, run_of
from otcore.payments.gateway.payout import PayoutLine
from otcore.values.money import Money

DAY = date(2026, 3, 2)


def taken(*amounts: tuple[int, int]) -> tuple[Waiting, ...]:
    """By day: how many days later, and so many cents less a fee of one."""
    return tuple(
        Waiting(
            DAY + timedelta(days),
            PayoutLine("P", str(at), Money.from_minor(cents, "EUR"), Money.from_minor(1, "EUR")),
        )
        for at, (days, cents) in enumerate(amounts)
    )


def found(amount: int, *amounts: tuple[int, int]) -> list[str]:
    return [each.line.effect for each in run_of(taken(*amounts), amount)]


@pytest.mark.parametrize(
    ("amount", "run"),
    [
        (99, ["0"]),
        (348, ["0", "1", "2"]),  # whole days, not parts of one
        (299, []),
        (249, ["1", "2"]),
        (49, ["3"]),
        (1, []),
    ],
)
def test_it_is_of_whole_days_one_after_the_other(amount: int, run: list[str]):
    assert found(amount, (0, 100), (1, 200), (1, 51), (5, 50)) == run


def test_all_until_some_day_goes_before_what_begins_later():
    assert found(99, (0, 100), (1, 100)) == ["0"]


def test_of_several_runs_none_is_taken():
    assert found(49, (0, 100), (1, 50), (2, 50)) == []
    assert found(99, (0, 100), (1, 51), (2, -49)) == []  # the last two days come to nothing


@given(amounts=st.lists(st.tuples(st.integers(0, 4), st.integers(-300, 300)), max_size=8), amount=st.integers(1, 600))
def test_a_run_comes_to_the_amount_and_has_whole_days(amounts: list[tuple[int, int]], amount: int):
    effects = taken(*sorted(amounts))
    run = run_of(effects, amount)
    if run:
        assert sum(each.net for each in run) == amount
        days = [each.day for each in run]
        assert run == tuple(each for each in effects if days[0] <= each.day <= days[-1])
