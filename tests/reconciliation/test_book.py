"""The book: items opened, closed and opened again; who pays, learned and unlearned."""

from datetime import date

import pytest

from otcore.reconciliation.book import Book
from otcore.reconciliation.payer import Payer
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.reconciliation.hostile import ANNA, BERT, eur, item


def book() -> Book:
    return Book([item("R-1", 10_000), item("R-2", 5_000, due=date(2026, 9, 1)), item("C-1", -2_000)], [ANNA, BERT])


def test_the_oldest_debt_comes_first():
    standing = book().standing("ANNA", "EUR")
    assert [entry.id for entry in standing.debts] == ["R-2", "R-1"]
    assert [entry.id for entry in standing.credits] == ["C-1"]


def test_a_closed_item_leaves_the_standing_and_stays_known():
    now = book()
    now.close("R-1", eur(10_000))
    assert not now.standing("ANNA", "EUR").of(10_000)
    assert now.item("R-1").open == eur(0)
    assert now.entries["R-1"].paid == (10_000,)


def test_an_item_closed_in_part_is_open_for_the_rest():
    now = book()
    now.close("R-1", eur(4_000))
    assert [entry.id for entry in now.standing("ANNA", "EUR").of(6_000)] == ["R-1"]


def test_closing_and_opening_again_is_as_before():
    now = book()
    now.close("C-1", eur(-2_000))
    now.close("C-1", eur(2_000))
    assert now.item("C-1") == book().item("C-1")
    assert now.size == book().size


def test_an_item_is_taken_once():
    with pytest.raises(Rejected, match="ITEM_KNOWN"):
        book().open(item("R-1", 1))


def test_an_item_that_is_not_there_cannot_be_closed():
    with pytest.raises(Rejected, match="ITEM_UNKNOWN"):
        book().close("R-9", eur(1))


def test_an_item_is_closed_in_its_own_currency():
    with pytest.raises(Rejected, match="CURRENCY_DIFFERS"):
        book().close("R-1", Money(1, "USD"))


@pytest.mark.parametrize(("item_id", "minor"), [("R-1", 10_001), ("R-1", -1), ("C-1", 1), ("C-1", -2_001)])
def test_no_more_is_closed_than_is_open_nor_opened_than_came_in(item_id: str, minor: int):
    now = book()
    with pytest.raises(Rejected, match="OVER_ALLOCATED"):
        now.close(item_id, eur(minor))
    assert now.item(item_id) == book().item(item_id)


def test_an_account_is_learned_and_unlearned():
    now = book()
    now.learn("DE 77", "BERT")
    now.learn("DE77", "BERT")
    now.unlearn("DE77", "BERT")
    assert now.accounts.learned("de77") == ("BERT",)
    now.unlearn("DE77", "BERT")
    assert now.accounts.learned("DE77") == ()


def test_a_payment_without_an_account_teaches_nothing():
    now = book()
    now.learn("", "BERT")
    assert now.accounts.learned("") == ()


def test_amounts_of_a_grain_are_counted_within_bounds():
    standing = Book([item(f"R-{at}", at * 100 + at % 2) for at in range(1, 10)]).standing("ANNA", "EUR")
    assert standing.within(200, 600, 1) == 5
    assert standing.within(200, 600, 100) == 3


def test_a_payer_without_a_name_that_can_be_read_is_known_by_account():
    now = Book([], [Payer("NOBODY", ("...",), ("DE1",))])
    assert now.names.same("...") == []
    assert now.accounts.known("DE1") == ("NOBODY",)


def test_what_is_open_of_each_debt_stands_beside_it():
    now = book()
    now.close("R-2", eur(1_000))
    now.open(item("R-3", 7_000, due=date(2026, 9, 15)))
    standing = now.standing("ANNA", "EUR")
    assert standing.opens == [entry.open for entry in standing.debts] == [4_000, 7_000, 10_000]


def test_debts_without_some_items_keep_their_order_and_the_book_keeps_them():
    now = book()
    standing = now.standing("ANNA", "EUR")
    left = standing.without([now.entries["R-1"], now.entries["C-1"]])
    assert ([entry.id for entry in left], len(standing.debts)) == (["R-2"], 2)


def test_whether_two_amounts_come_to_another_is_told_by_the_amounts():
    standing = Book([item("R-1", 300), item("R-2", 200), item("C-1", -50)]).standing("ANNA", "EUR")
    assert all(standing.halves(amount) for amount in (500, 250, 600, 150))
    assert not any(standing.halves(amount) for amount in (501, 700, 50))
