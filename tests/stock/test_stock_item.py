"""A stock item: what arrives, is promised, taken back and issued; never less than nothing, never more than is there."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.stock.commands import ReceiveStock
from otcore.stock.events import StockIssued, StockReceived, StockReleased, StockReserved
from otcore.stock.item import StockItem, evolve, facets, item_id
from otcore.stock.receiving import receive
from otcore.values.faults import Rejected
from otcore.values.quantity import Quantity
from tests.orders.examples import shelf

names = st.text(st.sampled_from("aA@%04"), min_size=1, max_size=6)


def arrival(quantity: str, unit: str = "C62") -> ReceiveStock:
    return ReceiveStock("P1", "main", Quantity(quantity, unit), "GR-1")


def test_goods_that_arrive_are_on_hand_and_free():
    (event,) = receive(arrival("5"), "C62")
    item = evolve(None, event)
    assert item == shelf(5, 0)
    assert item.available == 5


def test_goods_that_arrive_add_to_those_that_are_there():
    assert evolve(shelf(3, 2), StockReceived("P1", "main", Decimal(5), "")) == shelf(8, 2)


@pytest.mark.parametrize("quantity", ["0", "-1"])
def test_nothing_or_less_cannot_arrive(quantity: str):
    with pytest.raises(Rejected, match="QUANTITY_NOT_POSITIVE"):
        receive(arrival(quantity), "C62")


def test_goods_arrive_in_the_unit_of_their_product():
    with pytest.raises(Rejected, match="UNIT_DIFFERS: product=P1, stated=KGM, unit=C62"):
        receive(arrival("5", "KGM"), "C62")


def test_a_promise_reserves_and_its_release_frees():
    reserved = evolve(shelf(10), StockReserved("O1", "1", Decimal(4)))
    assert reserved == shelf(10, 4)
    assert reserved.available == 6
    assert evolve(reserved, StockReleased("O1", "1", Decimal(4))) == shelf(10)


def test_goods_that_leave_use_up_their_promise():
    assert evolve(shelf(10, 4), StockIssued("S1", Decimal(5), Decimal(4))) == shelf(5, 0)


def test_nothing_is_promised_before_goods_arrived():
    with pytest.raises(AssertionError):
        evolve(None, StockReserved("O1", "1", Decimal(1)))


def test_a_stock_item_is_found_by_product_and_location():
    found = facets(shelf(1))
    assert (found.reference, found.party) == ("P1", "main")


@given(names, names, names, names)
def test_two_stock_items_never_share_a_key(product: str, location: str, other: str, elsewhere: str):
    assert (item_id(product, location) == item_id(other, elsewhere)) == ((product, location) == (other, elsewhere))


@given(st.lists(st.tuples(st.sampled_from(["receive", "reserve", "release", "issue"]), st.integers(1, 9)), max_size=30))
def test_reserved_stays_between_nothing_and_what_is_there(steps: list[tuple[str, int]]):
    item = evolve(None, StockReceived("P1", "main", Decimal(20), ""))
    for step, size in steps:
        item = evolve(item, an_allowed_event(step, Decimal(size), item))
        assert 0 <= item.reserved <= item.on_hand


def an_allowed_event(
    step: str, size: Decimal, item: StockItem
) -> StockReceived | StockReserved | StockReleased | StockIssued:
    if step == "reserve":
        return StockReserved("O", "1", min(size, item.available))
    if step == "release":
        return StockReleased("O", "1", min(size, item.reserved))
    if step == "issue":
        of = min(size, item.reserved)
        return StockIssued("S", of + min(size - of, item.available), of)
    return StockReceived("P1", "main", size, "")
