"""All up to one but for a few: what is left out adds up to what is too much, and few that do so are overlooked."""

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.suggesting.but_few import but_few
from otcore.reconciliation.suggesting.line import Line

AMOUNTS = st.lists(st.integers(1, 40), min_size=1, max_size=10)
TARGETS = st.integers(1, 120)
PRIMES = [101, 211, 307, 401, 503, 601, 701, 809, 907, 1009, 1103, 1201]


def without(*places: int) -> int:
    """The sum of all but these."""
    return sum(PRIMES) - sum(PRIMES[at] for at in places)


def left_out(target: int, wide: bool = True) -> list[tuple[int, ...]]:
    """What is left out of all of them."""
    last = len(PRIMES) - 1
    return [gone for _, gone in but_few(Line(PRIMES), target, range(last, last + 1), [last] if wide else [])]


@given(AMOUNTS, TARGETS)
def test_what_is_left_out_comes_before_the_end_and_adds_up(amounts: list[int], target: int):
    ends = range(len(amounts))
    for last, gone in but_few(Line(amounts), target, ends, ends):
        assert len(set(gone)) == len(gone)
        assert all(at < last for at in gone)
        assert sum(amounts[: last + 1]) - sum(amounts[at] for at in gone) == target


def test_nothing_is_left_out_where_all_add_up():
    assert left_out(without()) == [()]


def test_up_to_three_are_found():
    assert (4,) in left_out(without(4))
    assert (1, 8) in left_out(without(1, 8))
    assert (0, 5, 9) in left_out(without(0, 5, 9))


def test_several_that_follow_each_other_are_found():
    assert (2, 3, 4, 5, 6) in left_out(without(2, 3, 4, 5, 6))


def test_four_apart_are_not_looked_for():
    assert (0, 3, 6, 10) not in left_out(without(0, 3, 6, 10))


def test_only_one_is_left_out_where_no_more_may_be():
    assert left_out(without(4), wide=False) == [(4,)]
    assert left_out(without(1, 8), wide=False) == []
