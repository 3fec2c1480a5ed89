"""Price lists are kept, and refused whole."""

from decimal import Decimal

import pytest

import otcore as ot
from otcore.catalog.listed_price import ListedPrice, PriceBreak, SetPrices, price_id
from otcore.catalog.price_list import PriceList, PublishPriceList
from otcore.values.faults import Invalid, Rejected
from otcore.workflows.ask import Every, Get
from tests.catalog.lists import at
from tests.workflows.books import books
from tests.workflows.desk import Desk, desk


def sets(ready: Desk, *breaks: PriceBreak, name: str = "VIP", product: str = "P1", unit: str = "C62") -> ListedPrice:
    return ready.otc.handle(SetPrices(price_list=name, product=product, unit=unit, breaks=breaks))


def test_prices_are_set_on_a_list_and_found_by_it():
    ready = desk()
    ready.otc.handle(PublishPriceList(PriceList("VIP", "EUR")))
    assert sets(ready, at("9")) == ListedPrice("VIP", "P1", "C62", (at("9"),))
    sets(ready, at("8"), at("7", 10))
    kept = ready.otc.ask(Get(ot.PRICE, price_id("VIP", "P1")))
    assert [each.from_quantity for each in kept.breaks] == [Decimal(0), Decimal(10)]
    assert ready.otc.ask(Every(ot.PRICE)) == (kept,)


def test_a_list_is_published_again():
    ready = desk()
    ready.otc.handle(PublishPriceList(PriceList("VIP", "EUR")))
    assert ready.otc.handle(PublishPriceList(PriceList("VIP", "EUR", note="new"))).note == "new"


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"name": "?"}, "LIST_UNKNOWN"),
        ({"product": "?"}, "PRODUCT_UNKNOWN"),
        ({"unit": "KGM"}, "UNIT_DIFFERS"),
    ],
)
def test_a_refused_price_changes_nothing(wrong: dict[str, str], refusal: str):
    ready = desk()
    ready.otc.handle(PublishPriceList(PriceList("VIP", "EUR")))
    before = books(ready.store)
    with pytest.raises(Rejected, match=refusal):
        sets(ready, at("9"), **wrong)
    with pytest.raises(Invalid, match="CURRENCY_MISMATCH /breaks/0/price: priced in USD, the list is in EUR"):
        sets(ready, at("9", currency="USD"))
    assert books(ready.store) == before
