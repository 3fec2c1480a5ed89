"""Days on which three items come to a sum are found among what is open now."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.book import Book
from otcore.reconciliation.open_item import OpenItem
from otcore.values.money import Money

DAY = date(2026, 10, 20)


def eur(minor: int) -> Money:
    return Money.from_minor(minor, "EUR")


def book_of(owed: list[tuple[int, int]]) -> Book:
    """Items of a day and an amount each."""
    items = [
        OpenItem(f"I{at}", "ANNA", f"R-{at}", eur(minor), eur(minor), DAY, DAY + timedelta(day))
        for at, (day, minor) in enumerate(owed)
    ]
    return Book(items)


def expected(book: Book, target: int) -> set[int]:
    """The days on which three different items come to it."""
    debts = book.standing("ANNA", "EUR").debts
    of = {entry.due: [other.open for other in debts if other.due == entry.due] for entry in debts}
    return {due for due, amounts in of.items() if any(sum(each) == target for each in combinations(amounts, 3))}


def told(book: Book, target: int) -> set[int]:
    standing = book.standing("ANNA", "EUR")
    places = list(standing.threes(target))
    for first, end in places:
        assert len({entry.due for entry in standing.debts[first:end]}) == 1
    return {standing.debts[first].due for first, _ in places}


OWED = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 15)), min_size=1, max_size=14)


@given(OWED, st.integers(3, 40), st.data())
def test_no_day_is_overlooked_after_items_were_paid_and_opened_again(
    owed: list[tuple[int, int]], target: int, data: st.DataObject
):
    book = book_of(owed)
    assert told(book, target) >= expected(book, target)
    at = data.draw(st.integers(0, len(owed) - 1))
    book.close(f"I{at}", eur(owed[at][1]))
    assert told(book, target) >= expected(book, target)
    book.close(f"I{at}", eur(-owed[at][1]))
    assert told(book, target) >= expected(book, target)


def test_a_day_without_three_and_a_day_with_too_many_are_left_out():
    assert told(book_of([(0, 5), (0, 6), (1, 7)]), 18) == set()
    assert told(book_of([(0, 5), (0, 6), (0, 7)]), 18) == {DAY.toordinal()}
    crowded = book_of([(0, 5)] * 41)
    assert told(crowded, 15) == set()
    crowded.close("I7", eur(5))
    assert told(crowded, 15) == {DAY.toordinal()}


def test_a_day_of_which_one_was_paid_is_looked_at_again():
    book = book_of([(0, 5), (0, 6), (0, 7), (0, 50)])
    assert told(book, 18) == {DAY.toordinal()}
    book.close("I1", eur(6))
    assert told(book, 18) == set()
