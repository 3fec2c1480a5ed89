"""Runs of items that fall due together: every one that adds up is found, held to trying each."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.book import Book
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.rules.due_runs import due_runs
from tests.reconciliation.hostile import TODAY, item

ITEMS = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 5)), max_size=12)


def owed(given_: list[tuple[int, int]]) -> list[Entry]:
    """Debts of so much, due so many days from now."""
    due = [item(f"R-{at}", minor, due=TODAY + timedelta(days=day)) for at, (minor, day) in enumerate(given_)]
    return Book(due).standing("ANNA", "EUR").debts


def runs(debts: list[Entry], target: int) -> set[tuple[str, ...]]:
    return {tuple(entry.id for entry in run.entries) for run in due_runs(debts, target, TODAY.toordinal())}


@given(ITEMS, st.integers(1, 90))
def test_all_of_a_run_and_all_but_one_in_its_midst_are_found(books: list[tuple[int, int]], target: int):
    debts = owed(books)
    count = len(debts)
    windows = [debts[first:last] for first in range(count) for last in range(first + 3, min(first + 9, count) + 1)]
    longer = [each for each in windows if len(each) > 3]
    sets = windows + [[*each[:at], *each[at + 1 :]] for each in longer for at in range(1, len(each) - 1)]
    wanted = {tuple(entry.id for entry in each) for each in sets if sum(entry.open for entry in each) == target}
    found = runs(debts, target)
    assert wanted <= found
    of = {entry.id: entry.open for entry in debts}
    assert all(sum(of[id] for id in run) == target for run in found)


def test_three_and_four_of_one_day_are_found_wherever_they_stand():
    debts = owed([(100, 3), (1, 3), (1, 3), (10, 3), (1, 3), (1_000, 3), (1, 3), (10_000, 3)])
    assert ("R-0", "R-3", "R-5") in runs(debts, 1_110)
    assert ("R-0", "R-3", "R-5", "R-7") in runs(debts, 11_110)


def test_more_than_nine_of_the_largest_is_no_run():
    assert runs(owed([(5, 0)] * 12), 46) == runs([], 5) == set()


def test_of_many_twins_those_due_nearest_to_the_day_are_compared():
    twins = owed([(500, day) for day in range(14)] + [(700, 0)])
    assert runs(twins, 1_200) >= {("R-0", "R-14")}
