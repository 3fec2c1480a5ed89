"""Products from JSON and CSV, with their opening stock."""

import json
from decimal import Decimal

import pytest

from otcore.catalog.product import ListProduct, Product
from otcore.schemas.inbox import read_products
from otcore.stock.commands import ReceiveStock
from otcore.values import Identifier, Quantity, TaxCategory, UnitPrice

BOLT = {"id": "B-1", "name": "Bolt", "unit": "C62", "price": "1.50", "currency": "EUR", "tax_category": "S"}
BOLT |= {"tax_rate": "19"}


def read(**changes):
    return read_products(json.dumps({"products": [BOLT | changes]}).encode(), "p.json")


def told(**changes):
    reading = read(**changes)
    assert reading.documents == ()
    return [(fault.facts["pointer"].removeprefix("/products/0/"), fault.code) for fault in reading.faults]


def test_a_product_is_listed_and_its_stock_received_location_by_location():
    reading = read(gtin="4006381333931", price_per="100", stock={"NORTH": "20", "MAIN": "100.5", "EMPTY": "0"})
    product = Product(
        "B-1",
        "Bolt",
        "C62",
        UnitPrice("1.50", "EUR", 100),
        TaxCategory("S", "19"),
        Identifier("4006381333931", "0160"),
    )
    assert reading.commands == (
        ListProduct(product),
        ReceiveStock("B-1", "MAIN", Quantity("100.5", "C62"), "opening"),
        ReceiveStock("B-1", "NORTH", Quantity("20", "C62"), "opening"),
    )


def test_a_service_is_listed_without_stock():
    (command,) = read(stocked=False, sold=False, tax_category="E", tax_rate="0", exemption_reason="training").commands
    assert (command.product.stocked, command.product.sold) == (False, False)
    assert command.product.tax == TaxCategory("E", Decimal(0), "training")


def test_a_row_says_the_same_as_a_record():
    rows = "id;name;unit;price;currency;tax_category;tax_rate;stock\n"
    rows += 'B-1;Bolt;C62;1.50;EUR;S;19;"NORTH:20; MAIN : 100.5 ;"\n'
    reading = read_products(rows.encode(), "p.csv")
    assert reading.faults == ()
    assert reading.commands == read(stock={"NORTH": "20", "MAIN": "100.5"}).commands


@pytest.mark.parametrize("stock", ["MAIN", "MAIN:1;MAIN:2", ":5", "MAIN:1;5"])
def test_a_stock_cell_that_is_not_locations_and_quantities_is_told(stock):
    rows = f"id,name,unit,price,currency,tax_category,tax_rate,stock\nB-1,Bolt,C62,1,EUR,S,19,{stock}\n"
    assert [(fault.path, fault.code) for fault in read_products(rows.encode(), "p.csv").faults] == [
        ("p.csv line 2 column stock", "OBJECT_EXPECTED")
    ]


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"name": ""}, [("name", "NAME_EMPTY")]),
        ({"unit": "pieces"}, [("unit", "UNIT_FORMAT")]),
        ({"price": "-1"}, [("price", "PRICE_NEGATIVE")]),
        ({"price": 1.5}, [("price", "TEXT_EXPECTED")]),
        ({"price_per": "0"}, [("price_per", "PRICE_BASE")]),
        ({"currency": "XTS"}, [("currency", "CURRENCY_UNKNOWN")]),
        ({"tax_category": "X"}, [("tax_category", "TAX_CATEGORY_UNKNOWN")]),
        ({"tax_rate": "0"}, [("tax_rate", "TAX_RATE")]),
        ({"tax_category": "Z"}, [("tax_rate", "TAX_RATE")]),
        ({"tax_category": "AE", "tax_rate": "0"}, [("exemption_reason", "EXEMPTION_REASON")]),
        ({"gtin": "4006381333932"}, [("gtin", "GTIN_CHECK_DIGIT")]),
        ({"gtin": "400638133393"}, [("gtin", "GTIN_CHECK_DIGIT")]),
        ({"gtin": "40063813339"}, [("gtin", "GTIN_FORMAT")]),
        ({"gtin": "\uff14006381333931"}, [("gtin", "GTIN_FORMAT")]),
        ({"stocked": False, "stock": {"MAIN": "1"}}, [("stock", "NOT_STOCKED")]),
        ({"stock": {"MAIN": "-1"}}, [("stock/MAIN", "QUANTITY_NOT_POSITIVE")]),
        ({"stock": {"A/B": "0.0000001"}}, [("stock/A~1B", "QUANTITY_TOO_PRECISE")]),
        ({"stock": {" ": "1"}}, [("stock/ ", "ID_FORMAT")]),
        ({"stock": {"MAIN": 1}}, [("stock/MAIN", "TEXT_EXPECTED")]),
    ],
)
def test_a_wrong_fact_is_told(changes, faults):
    assert told(**changes) == faults


@pytest.mark.parametrize("gtin", ["", "96385074", "036000291452", "4006381333931", "14006381333938"])
def test_a_gtin_of_any_length_is_taken(gtin):
    assert read(gtin=gtin).faults == ()
