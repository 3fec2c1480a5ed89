"""Which price counts: by rank of the lists, then by the largest quantity that is reached; and why."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.catalog.price_list import PriceList
from otcore.catalog.pricing import Offer, Priced, price_for
from otcore.catalog.validity import Validity
from tests.catalog.lists import at, eur, offer
from tests.orders.examples import product

DAY = date(2026, 3, 2)
OVER = Validity(until=date(2026, 3, 1))


def price(*offers: Offer, quantity: str | int = 10, currency: str = "EUR", day: date = DAY) -> Priced | None:
    return price_for(offers, product(), Decimal(quantity), day, currency)


def chosen(*offers: Offer, **more) -> tuple[str, str]:
    found = price(*offers, **more)
    assert found is not None
    return found.price_list, str(found.price)


def test_without_a_list_the_products_list_price_counts():
    assert price() == Priced(eur("10.00"), "", "list price: 10.00 EUR")


def test_the_first_list_with_a_price_counts():
    assert chosen(offer("A", at("9")), offer("B", at("8"))) == ("A", "9 EUR")


@pytest.mark.parametrize(
    ("quantity", "expected"), [(1, "9 EUR"), ("9.999", "9 EUR"), (10, "8 EUR"), (99, "8 EUR"), (100, "7 EUR")]
)
def test_the_largest_quantity_that_is_reached_counts(quantity, expected):
    assert chosen(offer("A", at("9"), at("7", 100), at("8", 10)), quantity=quantity) == ("A", expected)


@pytest.mark.parametrize(
    ("first", "why"),
    [
        (offer("A", at("9", currency="USD"), currency="USD"), "A: in USD"),
        (offer("A", at("9"), valid=OVER), "A: not valid on 2026-03-02"),
        (offer("A"), "A: does not have it"),
        (Offer(PriceList("A", "EUR")), "A: does not have it"),
        (offer("A", at("9", 11)), "A: no price for 10 C62 on 2026-03-02"),
        (offer("A", at("9", valid=OVER)), "A: no price for 10 C62 on 2026-03-02"),
    ],
)
def test_a_list_without_a_price_is_passed_over_and_says_why(first, why):
    found = price(first, offer("B", at("8")))
    assert found == Priced(eur("8"), "B", f"B: 8 EUR from 0 C62 ({why}; before list price: 10.00 EUR)")


def test_every_rival_is_named():
    found = price(offer("A", at("9", 5)), offer("B", at("8")))
    assert found is not None
    assert found.why == "A: 9 EUR from 5 C62 (before B: 8 EUR from 0 C62; before list price: 10.00 EUR)"


def test_a_price_counts_on_the_days_it_is_valid():
    spring = offer(
        "A", at("9", valid=Validity(date(2026, 3, 1), date(2026, 3, 31))), at("8", 5, Validity(date(2026, 4, 1)))
    )
    assert [chosen(spring, day=date(2026, month, 31 if month == 3 else 1))[1] for month in (3, 4)] == ["9 EUR", "8 EUR"]


def test_in_a_currency_that_no_list_has_there_is_no_price():
    assert price(offer("A", at("9")), currency="SEK") is None


def test_a_list_may_price_what_the_catalogue_cannot():
    assert chosen(offer("A", at("9", currency="SEK"), currency="SEK"), currency="SEK") == ("A", "9 SEK")


prices = st.builds(at, st.sampled_from(["1", "2", "3"]), st.integers(0, 30))
some = st.lists(prices, max_size=4, unique_by=lambda each: each.from_quantity)


@given(some, some, st.integers(1, 30))
def test_a_list_of_lower_rank_never_changes_a_price_that_was_found(first, second, quantity):
    alone = price(offer("A", *first), quantity=quantity)
    both = price(offer("A", *first), offer("B", *second), quantity=quantity)
    assert alone is not None
    assert both is not None
    assert alone.price_list != "A" or (both.price_list, both.price) == (alone.price_list, alone.price)


@given(some, st.permutations(range(4)), st.integers(1, 30))
def test_the_order_of_the_prices_on_a_list_does_not_matter(listed, order, quantity):
    shuffled = [listed[index] for index in order if index < len(listed)]
    assert price(offer("A", *listed), quantity=quantity) == price(offer("A", *shuffled), quantity=quantity)
