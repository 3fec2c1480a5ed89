"""Goods that are announced and arrive: what they are kept for, and what is free of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.stock.commands import ExpectStock, ReceiveStock
from otcore.stock.events import (
    ArrivalPromised,
    ArrivalReleased,
    Event,
    StockExpected,
    StockReceived,
    StockReserved,
    StockReturned,
)
from otcore.stock.incoming import Incoming
from otcore.stock.item import StockItem, evolve
from otcore.stock.promising import claim
from otcore.stock.receiving import expect, receive
from otcore.stock.reserving import given_up
from otcore.values.faults import Rejected
from otcore.values.quantity import Quantity
from tests.orders.examples import dec
from tests.stock.shelves import TODAY, decs, on, shelf, stocked


def announced(quantity: str | int, document: str = "PO-1", days: int = 5, unit: str = "C62") -> ExpectStock:
    return ExpectStock("P1", "main", document, Quantity(quantity, unit), on(days))


def arrived(quantity: str | int, document: str = "PO-1") -> ReceiveStock:
    return ReceiveStock("P1", "main", Quantity(quantity, "C62"), document)


def after(item: StockItem | None, *events: Event) -> StockItem:
    for event in events:
        item = evolve(item, event)
    assert item is not None
    return item


def test_goods_may_be_announced_before_any_lie_there():
    (event,) = expect(announced(5), "C62")
    assert event == StockExpected("P1", "main", "PO-1", dec(5), on(5))
    item = evolve(None, event)
    assert item == shelf(0, 0, (5, 5))
    assert (item.arriving, item.available) == decs(5, 0)


def test_an_announcement_said_again_replaces_the_former():
    item = after(shelf(0, 0, (5, 5)), *expect(announced(3, days=9), "C62", shelf(0, 0, (5, 5))))
    assert item.incoming == (Incoming("PO-1", dec(3), on(9)),)


def test_announcements_stand_in_the_order_of_their_days():
    item = shelf(0, 0, (5, 5))
    item = after(item, *expect(announced(2, "A-9", days=5), "C62", item), *expect(announced(4, "Z-1", 3), "C62", item))
    assert [each.document for each in item.incoming] == ["Z-1", "A-9", "PO-1"]


def test_nothing_announced_any_more_takes_the_announcement_off():
    item = shelf(0, 0, (5, 5))
    assert after(item, *expect(announced(0), "C62", item)) == shelf(0)


def test_announcing_what_is_known_is_no_fact():
    assert expect(announced(5), "C62", shelf(0, 0, (5, 5))) == ()
    assert expect(announced(0), "C62", shelf(1)) == ()


def test_an_announcement_is_not_negative_and_in_the_unit_of_the_product():
    with pytest.raises(Rejected, match="QUANTITY_NEGATIVE"):
        expect(announced(-1), "C62")
    with pytest.raises(Rejected, match="UNIT_DIFFERS"):
        expect(announced(1, unit="KGM"), "C62")


def test_goods_that_were_announced_and_arrive_are_expected_no_longer():
    item = shelf(1, 0, (5, 5))
    assert after(item, *receive(arrived(2), "C62", item)) == shelf(3, 0, (5, 3))
    assert after(item, *receive(arrived(5), "C62", item)) == shelf(6)
    assert after(item, *receive(arrived(9), "C62", item)) == shelf(10)


def test_goods_under_another_document_leave_the_announcement_as_it_is():
    item = shelf(1, 0, (5, 5))
    assert after(item, *receive(arrived(2, "PO-7"), "C62", item)) == shelf(3, 0, (5, 5))


def test_goods_that_come_back_are_free_and_end_no_announcement():
    item = shelf(1, 0, (5, 5), awaited=4)
    assert after(item, StockReturned("P1", "main", dec(2), "PO-1")) == shelf(3, 0, (5, 5), awaited=4)
    assert after(None, StockReturned("P1", "main", dec(2), "R-1")) == shelf(2)


def test_arrivals_that_lines_were_promised_are_kept_for_them():
    item = shelf(0, 0, (2, 5), (9, 5), awaited=5)
    (event,) = receive(arrived(5), "C62", item)
    assert event == StockReceived("P1", "main", dec(5), "PO-1", dec(5), dec(5))
    item = evolve(item, event)
    assert (item.on_hand, item.arrived, item.available) == decs(5, 5, 0)


def test_who_waits_is_served_by_whatever_arrives_first():
    item = shelf(0, 0, (9, 5), awaited=3)
    item = after(item, *receive(arrived(5, "PO-7"), "C62", item))
    assert (item.arrived, item.available) == decs(3, 2)
    assert claim([item], dec(9), TODAY).quantity == 5


def test_an_announcement_that_is_withdrawn_leaves_its_promises_to_what_lies_there():
    item = shelf(4, 0, (5, 5), awaited=5)
    assert item.available == 4
    item = after(item, *expect(announced(0), "C62", item))
    assert (item.available, item.short) == decs(0, 1)


def test_a_promise_of_arrivals_that_is_given_up_frees_what_has_not_arrived_first():
    item = shelf(3, 0, (5, 5), awaited=6, arrived=3)
    first = given_up(item, "O1", "1", dec(2))
    assert first == ArrivalReleased("O1", "1", dec(2), dec(0))
    second = given_up(evolve(item, first), "O1", "1", dec(4))
    assert second == ArrivalReleased("O1", "1", dec(4), dec(3))
    assert after(item, first, second).available == 3


@given(stocked(), st.lists(st.tuples(st.sampled_from(["promise", "drop", "take", "arrive"]), st.integers(1, 9))))
def test_arrivals_are_promised_once_and_kept_for_whom_they_were_promised(item: StockItem, steps: list[tuple[str, int]]):
    here = item.free
    for step, size in steps:
        item = after(item, *allowed(step, dec(size), item))
        assert 0 <= item.arrived <= item.awaited
        assert item.awaited - item.arrived <= item.arriving
        assert item.free == item.on_hand - item.reserved - item.safety + item.may_go_below - item.arrived
        assert item.free >= min(here, dec(0))


def allowed(step: str, size: Decimal, item: StockItem) -> tuple[Event, ...]:
    if step == "promise":
        return (ArrivalPromised("O1", "1", claim([item], size, TODAY).quantity),)
    if step == "drop":
        return (given_up(item, "O1", "1", min(size, item.awaited)),)
    if step == "take":
        part = min(size, item.arrived)
        return ArrivalReleased("O1", "1", part, part), StockReserved("O1", "1", part)
    return receive(arrived(int(size), f"PO-{size % 4}"), "C62", item)
