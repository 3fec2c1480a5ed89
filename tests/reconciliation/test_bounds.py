"""The lower confidence bound is the exact one, rounded down."""

from decimal import Decimal
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.bounds import lower_bound


# n of n right: the bound is the n-th root of 1/20.
@pytest.mark.parametrize(("of", "bound"), [(1, "0.05000"), (2, "0.22360"), (10, "0.74113"), (10_000, "0.99970")])
def test_all_right(of: int, bound: str):
    assert lower_bound(of, of) == Decimal(bound)


def test_nothing_right():
    assert lower_bound(0, 5) == 0


# The 5 % quantiles of Beta(8, 3) and Beta(99, 2), as statistical tables have them: 0.4931 and 0.9534.
@pytest.mark.parametrize(("right", "of", "bound"), [(8, 10, "0.49309"), (99, 100, "0.95344")])
def test_some_wrong(right: int, of: int, bound: str):
    assert lower_bound(right, of) == Decimal(bound)


@given(st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(1, of), st.just(of))))
def test_at_the_bound_as_many_right_ones_are_seen_at_most_once_in_twenty_times(counted: tuple[int, int]):
    right, of = counted
    at, above = lower_bound(right, of), lower_bound(right, of) + Decimal("0.00001")

    def chance(share: Decimal) -> Decimal:
        return sum((comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(right, of + 1)), Decimal(0))

    assert chance(at) <= Decimal("0.05") < chance(above)
