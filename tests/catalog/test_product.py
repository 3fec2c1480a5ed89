"""A product is listed once, and may be something else later; its unit stays."""

import pytest
from attrs import evolve as changed

from otcore.catalog.product import (
    ChangeProduct,
    ListProduct,
    ProductChanged,
    ProductListed,
    change,
    decide,
    evolve,
    facets,
)
from otcore.values.faults import Rejected
from otcore.values.party import Identifier
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory
from tests.orders.examples import product


def test_a_product_is_listed():
    listed = product()
    (event,) = decide(None, ListProduct(listed))
    assert event == ProductListed(listed)
    assert evolve(None, event) == listed


def test_a_product_is_listed_once():
    with pytest.raises(Rejected, match="PRODUCT_EXISTS: product=P1"):
        decide(product(), ListProduct(product()))


def test_a_product_is_found_by_its_standard_number():
    assert facets(product(standard_item=Identifier("07300010000001", "0160"))).reference == "07300010000001"


def test_a_product_without_a_standard_number_is_not_found_by_one():
    assert facets(product()).reference == ""


@pytest.mark.parametrize(
    "said",
    [
        {"name": "Screw"},
        {"price": UnitPrice("12", "EUR")},
        {"price": UnitPrice("130", "SEK")},
        {"tax": TaxCategory("S", "6")},
        {"standard_item": Identifier("07300010000001", "0160")},
        {"sold": False},
        {"drop_shipped": True},
        {"over_delivery": Percentage(5), "under_delivery": Percentage(2)},
    ],
)
@pytest.mark.parametrize("on_shelves", [False, True])
def test_what_a_product_is_may_change(said, on_shelves):
    stated = changed(product(), **said)
    (event,) = change(product(), ChangeProduct(stated), on_shelves)
    assert event == ProductChanged(stated)
    assert evolve(product(), event) == stated


def test_saying_the_same_again_changes_nothing():
    assert change(product(), ChangeProduct(product()), True) == ()


def test_a_product_keeps_its_unit():
    with pytest.raises(Rejected, match="UNIT_FIXED: product=P1, unit=C62, stated=KGM"):
        change(product(), ChangeProduct(changed(product(), unit="KGM")), False)


def test_a_product_is_stocked_while_its_shelves_are_used():
    service = ChangeProduct(changed(product(), stocked=False))
    with pytest.raises(Rejected, match="STOCKED_FIXED: product=P1"):
        change(product(), service, True)
    assert change(product(), service, False) == (ProductChanged(service.product),)


@pytest.mark.parametrize("on_shelves", [False, True])
def test_a_service_may_become_goods(on_shelves):
    service = changed(product(), stocked=False)
    assert change(service, ChangeProduct(product()), on_shelves) == (ProductChanged(product()),)
