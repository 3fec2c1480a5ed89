"""Nobody known paid: the accounts of which the oldest items, or neighbours by due day, add up to the amount."""

from datetime import date, timedelta

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Decision, Outcome
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.values.money import Money

DAY = date(2026, 10, 20)
CENTS = (10_117, 20_393, 30_071, 40_853, 51_409, 60_293, 70_489)


def eur(minor: int) -> Money:
    return Money.from_minor(minor, "EUR")


def account(customer: str, *amounts: int) -> list[OpenItem]:
    """An invoice a week; credits, if below zero, at their place."""
    return [
        OpenItem(f"{customer}{at}", customer, f"{customer}-{at}", eur(minor), eur(minor), DAY, DAY + timedelta(7 * at))
        for at, minor in enumerate(amounts)
    ]


def book_of(*amounts: int) -> Book:
    """Anna's account, and one of somebody else."""
    return Book([*account("ANNA", *amounts), *account("BODO", 777_700, 888_800, 999_900)])


def decided(minor: int, book: Book) -> Decision:
    return decide(Payment("P", eur(minor), DAY, "Factoring House", "", text=("all due items",)), book)


def shown(decision: Decision) -> list[set[str]]:
    return [{each.item for each in proposal.allocations} for proposal in decision.rivals]


def test_the_oldest_items_of_an_account_are_shown_and_not_posted():
    decision = decided(sum(CENTS[:5]), book_of(*CENTS))
    assert shown(decision) == [{f"ANNA{at}" for at in range(5)}]
    assert decision.outcome is Outcome.SUGGESTED


def test_neighbours_are_shown():
    assert shown(decided(sum(CENTS[2:5]), book_of(*CENTS))) == [{"ANNA2", "ANNA3", "ANNA4"}]


def test_the_oldest_are_shown_less_a_credit():
    assert shown(decided(sum(CENTS[:3]) - 777, book_of(*CENTS, -777))) == [{"ANNA0", "ANNA1", "ANNA2", "ANNA7"}]


def test_items_apart_are_not_looked_for():
    assert shown(decided(CENTS[0] + CENTS[3] + CENTS[6], book_of(*CENTS))) == []


def test_neighbours_in_a_large_account_are_not_looked_for():
    amounts = [10_000 + 1_000_003 * at**3 % 999_983 for at in range(1, 21)]
    assert shown(decided(sum(amounts[11:14]), book_of(*amounts))) == []
    assert shown(decided(sum(amounts[:14]), book_of(*amounts))) == [{f"ANNA{at}" for at in range(14)}]


def test_very_large_accounts_are_left_out():
    amounts = [10_000 + 1_000_003 * at**3 % 999_983 for at in range(1, 50)]
    assert shown(decided(sum(amounts[:14]), book_of(*amounts))) == []


def test_where_an_item_is_open_with_the_amount_no_sums_are_looked_for():
    book = Book([*account("ANNA", *CENTS), *account("BODO", sum(CENTS[:3]))])
    assert shown(decided(sum(CENTS[:3]), book)) == [{"BODO0"}]


def test_what_is_paid_in_the_meantime_counts_no_more():
    book = book_of(*CENTS)
    assert shown(decided(sum(CENTS[:4]), book)) != []
    book.close("ANNA1", eur(CENTS[1]))
    assert shown(decided(sum(CENTS[:4]), book)) == []
    assert shown(decided(sum(CENTS[:4]) - CENTS[1], book)) == [{"ANNA0", "ANNA2", "ANNA3"}]
    book.close("ANNA1", eur(-CENTS[1]))
    assert shown(decided(sum(CENTS[:4]), book)) == [{f"ANNA{at}" for at in range(4)}]


def test_accounts_that_fit_alike_are_all_shown_until_one_is_paid():
    book = Book([*account("ANNA", *CENTS), *account("BODO", *CENTS), *account("CARL", 99_999)])
    both = shown(decided(sum(CENTS[:4]), book))
    assert sorted(map(sorted, both)) == [[f"{name}{at}" for at in range(4)] for name in ("ANNA", "BODO")]
    book.close("BODO2", eur(CENTS[2]))
    assert shown(decided(sum(CENTS[:4]), book)) == [{f"ANNA{at}" for at in range(4)}]


def test_of_several_credits_the_oldest_are_taken_off():
    book = book_of(*CENTS, -777, -1313)
    expected = {"ANNA0", "ANNA1", "ANNA2", "ANNA3", "ANNA7", "ANNA8"}
    assert shown(decided(sum(CENTS[:4]) - 777 - 1313, book)) == [expected]
