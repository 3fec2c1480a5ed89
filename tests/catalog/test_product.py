"""A product is listed once."""

import pytest

from otcore.catalog.product import ListProduct, ProductListed, decide, evolve, facets
from otcore.values.faults import Rejected
from otcore.values.party import Identifier
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
