"""Instalments and discounts become groups of terms, and groups become them again."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.payment_terms.stated import StatedTerms, discounts_of, instalments_of, note_of, stated_terms
from otcore.values import Percentage
from otcore.values.terms import DiscountOffer, Instalment
from tests.adapters.payment_terms.examples import eur, instalments, notes, offers

DUE = date(2026, 4, 1)
PAYABLE = eur("145.05")


@given(notes, st.lists(instalments, max_size=3).map(tuple), st.lists(offers, max_size=3).map(tuple))
def test_what_is_stated_is_found_again(note: str, parts: tuple[Instalment, ...], discounts: tuple[DiscountOffer, ...]):
    groups = stated_terms(note, parts, discounts)
    assert (note_of(groups), instalments_of(groups, PAYABLE), discounts_of(groups, PAYABLE)) == (note, parts, discounts)


def test_a_part_that_says_its_percentage_only_is_that_part_of_the_payable_amount():
    groups = (StatedTerms(due=DUE, percent=Percentage(30)),)
    assert instalments_of(groups, PAYABLE) == (Instalment(DUE, eur("43.52")),)


def test_a_part_that_says_both_is_the_amount():
    groups = (StatedTerms(due=DUE, percent=Percentage(30), amount=eur("43.51")),)
    assert instalments_of(groups, PAYABLE) == (Instalment(DUE, eur("43.51")),)


def test_a_due_day_without_an_amount_is_no_part():
    assert instalments_of((StatedTerms(due=DUE), StatedTerms(amount=eur("1"))), PAYABLE) == ()


def test_the_amount_of_a_discount_is_no_part():
    off = StatedTerms(due=DUE, amount=eur("1"), discount_percent=Percentage(2), discount_until=DUE)
    assert instalments_of((off,), PAYABLE) == ()


def test_a_discount_that_says_its_percentage_only_is_off_the_payable_amount():
    off = StatedTerms(discount_percent=Percentage(2), discount_until=DUE)
    assert discounts_of((off,), PAYABLE) == (DiscountOffer(DUE, Percentage(2), PAYABLE, eur("2.90")),)


def test_a_discount_without_a_last_day_is_none():
    assert discounts_of((StatedTerms(discount_percent=Percentage(2)),), PAYABLE) == ()
