"""Each rule of the suggestions by itself: what it finds, whether or not anything would be posted for it."""

import pytest

from otcore.reconciliation.open_item import OpenItem
from tests.reconciliation.suggesting.weekly import CENTS, ids, item, meant, paid, weekly

LIST = "RK-2026-01000, RK-2026-01037, RK-2026-01074"


def daily(count: int) -> tuple[OpenItem, ...]:
    """An invoice a day, of amounts of which few sums are equal."""
    return tuple(item(3000 + at, 10_000 + 1_000_003 * at**3 % 999_983, at - 40) for at in range(1, count + 1))


def days(*places: int) -> set[str]:
    return {f"I{3000 + at}" for at in places}


def cost(items: tuple[OpenItem, ...], *places: int) -> int:
    return sum(items[at - 1].open.minor for at in places)


@pytest.mark.parametrize("places", [(3, 17), (30, 45, 52), (60, 61, 63, 64, 66)], ids=str)
def test_few_and_neighbours_of_a_long_account_are_found(places: tuple[int, ...]):
    items = daily(90)
    assert days(*places) in meant(cost(items, *places), items)


def test_neighbours_are_found_beside_items_that_are_larger_than_the_payment():
    items = (*daily(30), item(1, 99_000_000, 0))
    assert days(11, 12, 14) in meant(cost(items, 11, 12, 14), items)


@pytest.mark.parametrize("gone", [(), (4,), (2, 9), (1, 5, 12), (6, 7, 8, 9, 10)], ids=str)
def test_the_oldest_are_found_but_for_a_few_or_a_block(gone: tuple[int, ...]):
    items, places = daily(40), [at for at in range(1, 20) if at not in gone]
    assert days(*places) in meant(cost(items, *places), items)


def test_a_cut_list_goes_on_by_due_day_though_a_few_are_left_out():
    items, places = daily(60), [at for at in range(1, 40) if at not in (9, 20, 31)]
    assert days(*places) in meant(cost(items, *places), items, "RK-2026-03001, RK-2026-03002, RK-2026-03003 ...")


@pytest.mark.parametrize("more", [(), (7,), (5, 9), (3, 4, 5)], ids=str)
def test_a_credit_is_taken_off_a_list_and_what_it_leaves(more: tuple[int, ...]):
    credits = [item(100 + at, -5431 - 11 * at, at - 60) for at in range(3)]
    minor = paid(0, 1, 2, *more) + credits[2].open.minor
    assert {*ids(0, 1, 2, *more), "I102"} in meant(minor, weekly(*credits), LIST)


def test_a_list_in_no_order_goes_on_near_its_end():
    said = "RK-2026-01111, RK-2026-01000, RK-2026-01074 ..."
    assert ids(3, 0, 2, 4) in meant(paid(3, 0, 2, 4), weekly(), said)


def test_members_of_a_range_that_add_up_are_found_and_others_are_not():
    said = "RK-2026-01000 to RK-2026-01259"
    assert ids(0, 2, 5, 7) in meant(paid(0, 2, 5, 7), weekly(), said)
    assert ids(0, 2, 7) in meant(paid(0, 2, 7), weekly(), said)


def test_members_that_fall_due_with_the_ends_come_first():
    items = (item(10, 31_100, 0), item(20, 5000, 40), item(30, 5000, 1), item(40, 5000, -40), item(50, 47_300, 1))
    found = meant(31_100 + 5000 + 47_300, items, "RK-2026-00010 - RK-2026-00050")
    parts = [each for each in found if {"I10", "I50"} < each and len(each) == 3]
    assert parts.index({"I10", "I30", "I50"}) < parts.index({"I10", "I20", "I50"})


def test_sums_of_accounts_of_thousands_are_not_looked_for_among_neighbours():
    items = daily(700)
    assert days(300, 301, 303, 304, 305) not in meant(cost(items, 300, 301, 303, 304, 305), items)


def test_an_amount_that_nothing_comes_to_is_not_explained():
    assert meant(CENTS[0] - 1, weekly()) == []


def test_one_name_alone_is_no_list():
    assert meant(paid(0, 4), weekly(), "RK-2026-01000 ...") == []
