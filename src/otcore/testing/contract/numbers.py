"""Promises about gapless number series."""

from contextlib import suppress
from functools import partial
from random import Random

from otcore.ports.storage import Store, UnitOfWork, Where
from otcore.testing.tally import TALLY, opened
from otcore.testing.work import add, begun, committed, together, unit

THREADS, EACH = 4, 25
TURNS = 12


class Cancelled(Exception):
    """The work is given up after its number was taken."""


def _number(one: UnitOfWork, id: str, cancelled: bool) -> None:
    """A document that is labelled with its number, and maybe is given up."""
    kept = one.load(TALLY, id)
    one.save([opened(kept, label=str(one.number("invoice")))])
    if cancelled:
        raise Cancelled


def _documents(store: Store, thread: int) -> None:
    """Number documents, and give every tenth of them up."""
    chance = Random(thread)
    for turn in range(EACH):
        with suppress(Cancelled):
            committed(store, partial(_number, id=f"{thread}/{turn}", cancelled=chance.random() < 0.1))


def _both(one: UnitOfWork, first: str, second: str) -> None:
    one.number(first)
    one.number(second)


class Numbers:
    """1, 2, 3 ..."""

    def test_a_series_counts_from_1(self, store: Store) -> None:
        with unit(store) as one:
            assert [one.number("a"), one.number("a"), one.number("b")] == [1, 2, 1]
            one.commit()
        with unit(store) as one:
            assert [one.number("a"), one.number("b"), one.number("c")] == [3, 2, 1]

    def test_a_number_that_is_not_committed_is_given_again(self, store: Store) -> None:
        committed(store, lambda one: one.number("a"))
        with unit(store) as one:
            assert one.number("a") == 2
        with unit(store) as one:
            assert one.number("a") == 2, "a gap: the number of a unit that was not committed is lost"

    def test_what_is_saved_before_and_after_a_number_is_stored(self, store: Store) -> None:
        begun(store, "a", "b")
        with unit(store) as one:
            add(one, "a", "1.00")
            one.number("series")
            add(one, "a", "2.00")
            add(one, "b", "4.00")
            one.commit()
        with unit(store) as one:
            kept = one.load_many(TALLY, ["a", "b"])
            assert [(str(each.some.total), each.version) for each in kept] == [("3.00 EUR", 3), ("4.00 EUR", 2)]

    def test_numbers_have_no_gap_and_no_repeat_under_concurrency(self, store: Store) -> None:
        together(*(partial(_documents, store, thread) for thread in range(THREADS)))
        with unit(store) as one:
            numbers = sorted(int(kept.some.label) for kept in one.find(TALLY, Where()))
            assert len(set(numbers)) == len(numbers), "a number was given twice"
            assert numbers == list(range(1, len(numbers) + 1)), "the numbers have gaps"
            assert one.number("invoice") == len(numbers) + 1, "the series went on without a document"

    def test_two_series_in_different_order_do_not_block_for_ever(self, store: Store) -> None:
        def turns(first: str, second: str) -> None:
            for _ in range(TURNS):
                committed(store, partial(_both, first=first, second=second))

        together(partial(turns, "a", "b"), partial(turns, "b", "a"))
        with unit(store) as one:
            assert [one.number("a"), one.number("b")] == [2 * TURNS + 1] * 2, "a number was given twice, or lost"
