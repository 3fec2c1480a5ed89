"""In a large account three items of one day are found, and a list that was cut short goes on with a credit."""

from datetime import date, timedelta

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Outcome
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import read
from otcore.reconciliation.suggesting.falling_due import falling_due
from otcore.reconciliation.suggesting.few_items import few_items
from otcore.reconciliation.suggesting.oldest_items import cuts
from otcore.values.money import Money

DAY = date(2026, 10, 20)
AMOUNTS = [10_000 + 1_000_003 * at**3 % 999_983 for at in range(1, 701)]


def eur(minor: int) -> Money:
    return Money.from_minor(minor, "EUR")


def book_of(amounts: list[int], credits: tuple[int, ...] = ()) -> Book:
    """Seven items a day, and credits of the first day."""
    debts = [
        OpenItem(f"I{at}", "ANNA", f"R-{at + 1000}", eur(minor), eur(minor), DAY, DAY + timedelta(at // 7 - 50))
        for at, minor in enumerate(amounts)
    ]
    taken = [
        OpenItem(f"C{at}", "ANNA", f"C-{at}", eur(-minor), eur(-minor), DAY, DAY) for at, minor in enumerate(credits)
    ]
    return Book([*debts, *taken], [Payer("ANNA", ("Anna AG",))])


def shown(minor: int, text: str, book: Book) -> list[set[str]]:
    decision = decide(Payment("P", eur(minor), DAY, "Anna AG", "", text=(text,)), book)
    assert decision.outcome is not Outcome.POSTED
    return [{each.item for each in proposal.allocations} for proposal in decision.rivals]


def test_what_would_fit_by_chance_is_not_looked_for():
    book = book_of([100 * (at % 9 + 1) for at in range(700)])
    payment = Payment("P", eur(2_200), DAY, "Anna AG", "", text=("payment run",))
    assert list(falling_due(read(payment, book, Policies()), book, Policies())) == []


def test_of_twins_in_a_large_account_those_that_stand_nearest_are_paid():
    book = book_of([*AMOUNTS[:100], 77, *AMOUNTS[100:180], 77, *AMOUNTS[180:300], 88, *AMOUNTS[300:400]])
    assert {"I181", "I302"} in shown(77 + 88, "payment run", book)


def test_a_credit_is_no_second_item():
    book = book_of(AMOUNTS[:60], (AMOUNTS[3] - 77,))
    payment = Payment("P", eur(77), DAY, "Anna AG", "", text=("payment run",))
    assert list(few_items(read(payment, book, Policies()), book, Policies())) == []


def test_one_item_alone_is_no_settlement_of_an_account():
    book = book_of(AMOUNTS[:60])
    assert list(cuts(book.standing("ANNA", "EUR"), AMOUNTS[0], DAY.toordinal())) == []


def test_of_many_credits_alike_few_are_tried():
    book = book_of(AMOUNTS[:120], (5_555,) * 9)
    found = shown(sum(AMOUNTS[70:73]) - 5_555, "R-1070, R-1071, R-1072", book)
    assert len(found) == 4
    assert all(each > {"I70", "I71", "I72"} for each in found)


def test_no_item_is_paid_twice():
    book = book_of([*AMOUNTS[:100], 77, *AMOUNTS[100:180]])
    assert shown(77 + 77, "payment run", book) == []


def test_a_cut_list_goes_on_less_any_of_many_credits():
    credits = tuple(1_117 * at for at in range(1, 40))
    book = book_of(AMOUNTS[:120], credits)
    paid = sum(AMOUNTS[70:74]) - credits[30]
    assert shown(paid, "R-1070, R-1071, 10", book)[0] == {"I70", "I71", "I72", "I73", "C30"}
