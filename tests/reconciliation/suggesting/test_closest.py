"""Of several items those first in line make up an amount; more of them, and later ones, weigh less."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.suggesting.closest import closest
from otcore.values.money import Money

CENTS = [10117, 20393, 30071, 40853, 51409, 60293, 70489, 80557, 91283, 100897, 110063, 121937]
DAY = date(2026, 10, 20)


def pool(amounts: list[int]) -> list[Entry]:
    opens = [Money.from_minor(amount, "EUR") for amount in amounts]
    items = [OpenItem(f"I{at}", "ANNA", f"R-{at}", each, each, DAY, DAY) for at, each in enumerate(opens)]
    return [Entry(item, at) for at, item in enumerate(items)]


def weights_of(amounts: list[int], target: int, running: bool = False) -> dict[tuple[int, ...], int]:
    """The sets that add up, by their places in line, and what they weigh at most."""
    found: dict[tuple[int, ...], int] = {}
    for weight, entries in closest(pool(amounts), target, running):
        places = tuple(entry.order for entry in entries)
        found[places] = max(weight, found.get(places, weight))
    return found


@given(st.lists(st.integers(1, 60), max_size=12), st.integers(-5, 200))
def test_every_set_that_is_shown_adds_up(amounts: list[int], target: int):
    for places in weights_of(amounts, target, running=True):
        assert sum(amounts[at] for at in places) == target


@pytest.mark.parametrize("places", [(3,), (0, 7), (2, 5, 9), (1, 4, 6, 11), (0, 1, 3, 4, 7)], ids=str)
def test_few_and_many_are_found(places: tuple[int, ...]):
    assert places in weights_of(CENTS, sum(CENTS[at] for at in places))


def test_four_are_found_beyond_those_of_which_any_number_is_tried():
    amounts = [10_000 + 1_000_003 * at**3 % 999_983 for at in range(1, 48)]
    places = (3, 21, 33, 44)
    assert places in weights_of(amounts, sum(amounts[at] for at in places))


def test_the_first_in_line_weigh_more_than_later_ones_of_the_same_amount():
    found = weights_of([500, *CENTS, 500], 500)
    assert found[(0,)] > found[(13,)]


def test_a_run_but_for_a_few_is_found_where_they_run():
    amounts = [10_000 + 1_000_003 * at**3 % 999_983 for at in range(1, 41)]
    places = tuple(at for at in range(36) if at not in (4, 17, 30))
    target = sum(amounts[at] for at in places)
    assert places in weights_of(amounts, target, running=True)
    assert places not in weights_of(amounts, target)


def test_nothing_adds_up_to_nothing():
    assert weights_of(CENTS, 0) == {}
