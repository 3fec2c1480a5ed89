"""A price list keeps its currency; what stands on it is kept by product."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.catalog import listed_price, price_list
from otcore.catalog.listed_price import ListedPrice, PriceBreak, PricesSet, SetPrices, price_id
from otcore.catalog.price_list import PriceList, PriceListPublished, PublishPriceList
from otcore.catalog.validity import Validity
from otcore.testing.strategies import identifiers
from otcore.values.faults import Invalid, Rejected
from tests.catalog.lists import eur
from tests.orders.examples import product

SPRING = Validity(date(2026, 3, 1), date(2026, 5, 31))
SUMMER = Validity(date(2026, 6, 1), date(2026, 8, 31))
LIST = PriceList("VIP", "EUR")


# the list


def test_a_list_is_published():
    (event,) = price_list.decide(None, PublishPriceList(LIST))
    assert event == PriceListPublished(LIST)
    assert price_list.evolve(None, event) == LIST
    assert price_list.facets(LIST).reference == "EUR"


def test_a_list_published_again_counts_as_stated_last():
    ended = PriceList("VIP", "EUR", SPRING, "ended")
    (event,) = price_list.decide(LIST, PublishPriceList(ended))
    assert price_list.evolve(LIST, event) == ended


def test_a_list_keeps_its_currency():
    with pytest.raises(Rejected, match="LIST_CURRENCY: price_list=VIP, currency=EUR, stated=USD"):
        price_list.decide(LIST, PublishPriceList(PriceList("VIP", "USD")))


def test_a_list_is_in_a_known_currency():
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        price_list.decide(None, PublishPriceList(PriceList("VIP", "EURO")))


# its prices


def setting(*breaks: PriceBreak, unit: str = "C62") -> SetPrices:
    return SetPrices(price_list="VIP", product="P1", unit=unit, breaks=breaks)


def test_prices_are_set():
    breaks = (PriceBreak(eur("9.00")), PriceBreak(eur("8.00"), Decimal(100)))
    (event,) = listed_price.decide(LIST, product(), setting(*breaks))
    assert event == PricesSet("VIP", "P1", "C62", breaks)
    listed = listed_price.evolve(None, event)
    assert listed == ListedPrice("VIP", "P1", "C62", breaks)
    assert (listed_price.facets(listed).party, listed_price.facets(listed).reference) == ("VIP", "P1")


def test_a_product_is_taken_off_a_list():
    (event,) = listed_price.decide(LIST, product(), setting())
    assert listed_price.evolve(None, event).breaks == ()


@pytest.mark.parametrize(
    ("known", "sold", "unit", "refusal"),
    [
        (None, product(), "C62", "LIST_UNKNOWN: price_list=VIP"),
        (LIST, None, "C62", "PRODUCT_UNKNOWN: product=P1"),
        (LIST, product(), "KGM", "UNIT_DIFFERS: product=P1, stated=KGM, unit=C62"),
    ],
)
def test_prices_are_of_a_known_product_in_its_unit_on_a_known_list(known, sold, unit, refusal):
    with pytest.raises(Rejected, match=refusal):
        listed_price.decide(known, sold, setting(unit=unit))


def faults(*breaks: PriceBreak) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        listed_price.decide(LIST, product(), setting(*breaks))
    return [(fault.code, fault.path) for fault in caught.value.faults]


def test_every_price_is_in_the_lists_currency_and_from_a_quantity():
    assert faults(PriceBreak(eur("1")), PriceBreak(eur("1", "USD"), Decimal(-5))) == [
        ("CURRENCY_MISMATCH", "/breaks/1/price"),
        ("QUANTITY_NEGATIVE", "/breaks/1/from_quantity"),
    ]


def test_two_prices_from_one_quantity_are_never_valid_on_one_day():
    always, spring = PriceBreak(eur("9")), PriceBreak(eur("8"), valid=SPRING)
    assert faults(always, PriceBreak(eur("7"), Decimal(10)), spring) == [("PRICES_OVERLAP", "/breaks/2")]


def test_one_price_may_follow_another():
    follow = PriceBreak(eur("9"), valid=SPRING), PriceBreak(eur("8"), valid=SUMMER)
    assert listed_price.decide(LIST, product(), setting(*follow))


days = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 20))


@st.composite
def validities(draw: st.DrawFn) -> Validity:
    since, until = draw(days), draw(days)
    return Validity(until, since) if since and until and until < since else Validity(since, until)


@given(st.lists(st.builds(PriceBreak, st.just(eur("1")), st.sampled_from([Decimal(0), Decimal(5)]), validities())))
def test_what_is_set_has_one_price_at_most_from_a_quantity_on_a_day(breaks: list[PriceBreak]):
    same = [(one, other) for one, other in combinations(breaks, 2) if one.from_quantity == other.from_quantity]
    if any(one.valid.overlaps(other.valid) for one, other in same):
        with pytest.raises(Invalid, match="PRICES_OVERLAP"):
            listed_price.decide(LIST, product(), setting(*breaks))
    else:
        assert listed_price.decide(LIST, product(), setting(*breaks))


# keys


@given(st.tuples(identifiers(), identifiers()), st.tuples(identifiers(), identifiers()))
def test_two_keys_are_equal_only_for_one_list_and_product(one, other):
    assert (price_id(*one) == price_id(*other)) == (one == other)


def test_a_key_is_escaped():
    assert price_id("2026/A%", "P/1") == "2026%2FA%25/P/1"


# validity


def test_a_validity_does_not_end_before_it_starts():
    with pytest.raises(Invalid, match="PERIOD_ORDER"):
        Validity(date(2026, 3, 2), date(2026, 3, 1))


@given(validities(), validities())
def test_validities_overlap_when_some_day_is_in_both(one: Validity, other: Validity):
    around = (date(2026, 1, 1) + timedelta(days=each) for each in range(-1, 22))
    assert one.overlaps(other) == any(day in one and day in other for day in around)


def test_a_validity_is_written_like_a_period():
    assert (str(SPRING), str(Validity())) == ("2026-03-01/2026-05-31", "/")
