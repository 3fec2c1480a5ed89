"""Allocations and the review list as CSV."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from otcore.formats.cash_application import allocations_csv, review_csv
from otcore.formats.cash_application.tables import ALLOCATIONS, REVIEW
from otcore.payments.allocation import Allocation, Why
from otcore.values.money import Money
from tests.formats.cash_application.decisions import discounted, eur, finding, left, matching, posted, proposal


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_a_line_is_an_allocation_with_its_adjustments_and_what_stays_open():
    partial = Allocation("I2", eur("20.00"), (), Why.PARTIAL)
    said = rows(allocations_csv(matching(posted(proposal(discounted(), partial), amount="118.00"))))
    assert [list(row) for row in said] == [list(ALLOCATIONS)] * 2
    assert [(row["number"], row["cash"], row["closes"], row["adjustments"], row["reason"]) for row in said] == [
        ("INV-I1", "98.00", "100.00", "discount=2.00", ""),
        ("INV-I2", "20.00", "20.00", "", "partial"),
    ]


def test_what_is_left_on_account_is_a_line_too_so_that_the_cash_adds_up():
    said = rows(allocations_csv(matching(posted(proposal(on_account=eur("5.00")), amount="105.00"))))
    assert [(row["item"], row["cash"], row["reason"]) for row in said] == [
        ("I1", "100.00", ""),
        ("", "5.00", "on_account"),
    ]


@given(parts=st.lists(st.integers(-999, 999), min_size=1), over=st.integers(0, 99))
def test_the_cash_of_the_lines_is_the_payment(parts: list[int], over: int):
    paid = Money.from_minor(sum(parts) + over, "EUR")
    allocations = [Allocation(f"I{at}", Money.from_minor(part, "EUR")) for at, part in enumerate(parts)]
    best = proposal(*allocations, on_account=Money.from_minor(over, "EUR"))
    said = rows(allocations_csv(matching(posted(best, amount=str(paid.amount)))))
    assert sum(Money(row["cash"], "EUR").minor for row in said) == paid.minor


def test_what_was_not_posted_is_no_allocation():
    assert rows(allocations_csv(matching(left(proposal())))) == []


def test_the_review_list_has_a_line_a_rival_and_one_for_what_has_none():
    first, second = proposal(findings=(finding(said="INV 1"), finding("PAYER_NAME", "C1"))), proposal(weight=5)
    said = rows(review_csv(matching(left(first, second, text=("INV 1", "thanks")), left(id="P2"), posted(id="P3"))))
    assert [list(row) for row in said] == [list(REVIEW)] * 3
    assert [(row["payment"], row["rank"], row["pays"]) for row in said] == [
        ("P1", "1", "INV-I1=100.00"),
        ("P1", "2", "INV-I1=100.00"),
        ("P2", "", ""),
    ]
    assert (said[0]["evidence"], said[0]["customer_name"], said[0]["text"]) == (
        "NUMBER INV 1; PAYER_NAME C1",
        "Acupuncture Clinic North",
        "INV 1 thanks",
    )


def test_no_cell_is_a_formula_to_a_spreadsheet():
    said = rows(review_csv(matching(left(payer_name="=HYPERLINK(1)", text=("@SUM(A1)",)))))
    assert (said[0]["payer"], said[0]["text"]) == ("'=HYPERLINK(1)", "'@SUM(A1)")


def test_what_is_special_about_a_payment_that_was_posted_stands_in_its_lines():
    suspicious = posted(reasons=("SHORT_PAYMENT", "PAYER_MISMATCH"))
    assert [row["flags"] for row in rows(allocations_csv(matching(suspicious, posted(id="P2"))))] == [
        "SHORT_PAYMENT PAYER_MISMATCH",
        "",
    ]
