"""How much of a shelf may be promised: a threshold that is kept back, or one that promises may go below."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.stock.commands import CountStock, SetStockPolicy
from otcore.stock.counting import count, set_policy
from otcore.stock.events import StockCounted, StockPolicySet, StockReserved
from otcore.stock.item import StockItem, evolve
from otcore.stock.reserving import spread
from otcore.values.faults import Rejected
from otcore.values.quantity import Quantity
from tests.orders.examples import dec
from tests.stock.shelves import decs, halves, shelf, stocked


def counted(quantity: str | int, unit: str = "C62") -> CountStock:
    return CountStock("P1", "main", Quantity(quantity, unit), "yearly count")


def policy(safety: int | str = 0, below: int | str = 0) -> SetStockPolicy:
    return SetStockPolicy("P1", "main", dec(safety), dec(below))


@pytest.mark.parametrize(
    ("item", "wanted", "granted"),
    [
        (shelf(0), 1, 0),
        (shelf(3), 5, 3),
        (shelf(3), 2, 2),
        (shelf(3, safety=2), 2, 1),
        (shelf(3, below=5), 8, 8),
        (shelf(3, below=5), 9, 8),
        (shelf(1, safety=2), 1, 0),
    ],
)
def test_a_threshold_says_how_much_is_promised(item: StockItem, wanted: int, granted: int):
    assert sum(part.quantity for part in spread([item], dec(wanted))) == granted


@given(stocked(), halves)
def test_a_promise_never_takes_more_than_the_threshold_leaves(item: StockItem, wanted: Decimal):
    for part in spread([item], wanted):
        item = evolve(item, StockReserved("O1", "1", part.quantity))
        assert item.free >= 0
        assert item.reserved <= item.on_hand - item.safety + item.may_go_below


def test_a_count_says_what_lies_there():
    (event,) = count(counted(7), "C62", shelf(10, 4))
    assert event == StockCounted("P1", "main", dec(-3), "yearly count")
    assert evolve(shelf(10, 4), event) == shelf(7, 4)


def test_counting_what_the_books_say_is_no_fact():
    assert count(counted(5), "C62", shelf(5)) == ()


def test_the_first_count_of_a_shelf_opens_it():
    (event,) = count(counted(0), "C62")
    assert evolve(None, event) == shelf(0)


def test_less_than_nothing_is_counted_only_where_the_policy_lets_it():
    (event,) = count(counted(-10), "C62", shelf(0, below=20))
    assert evolve(shelf(0, below=20), event).on_hand == -10
    for item in (shelf(0), None):
        with pytest.raises(Rejected, match="BELOW_THRESHOLD: product=P1, counted=-10, lowest="):
            count(counted(-10), "C62", item)
    with pytest.raises(Rejected, match="lowest=-20"):
        count(counted(-21), "C62", shelf(0, below=20))


def test_a_count_is_in_the_unit_of_the_product():
    with pytest.raises(Rejected, match="UNIT_DIFFERS"):
        count(counted(1, "KGM"), "C62")


def test_a_count_below_what_is_promised_is_the_truth_and_leaves_promises_short():
    (event,) = count(counted(3), "C62", shelf(10, 8))
    item = evolve(shelf(10, 8), event)
    assert (item.available, item.free, item.short) == decs(0, -5, 5)


def test_the_safety_stock_keeps_promises_and_so_nothing_is_short():
    assert shelf(5, 5, safety=2).short == 0
    assert shelf(5, 6, safety=2).short == 1
    assert shelf(5, 6, below=2).short == 0


def test_a_policy_counts_from_now_on():
    (event,) = set_policy(policy(safety=2), shelf(10, 9))
    assert event == StockPolicySet("P1", "main", dec(2), dec(0))
    item = evolve(shelf(10, 9), event)
    assert (item.available, item.short) == decs(0, 0)


def test_a_policy_may_come_before_the_goods():
    (event,) = set_policy(policy(below=5))
    assert evolve(None, event) == shelf(0, below=5)
    assert evolve(None, event).available == 5


def test_the_same_policy_again_is_no_fact():
    assert set_policy(policy(safety=2), shelf(1, safety=2)) == ()


def test_a_threshold_is_one_or_the_other_and_not_negative():
    with pytest.raises(Rejected, match="THRESHOLD_NEGATIVE: product=P1, threshold=-1"):
        set_policy(policy(below=-1))
    with pytest.raises(Rejected, match="THRESHOLDS_OPPOSED: product=P1, safety=2, may_go_below=5"):
        set_policy(policy(2, 5))


@given(stocked(), st.integers(-5, 30))
def test_after_any_count_nothing_more_is_promised_than_is_left(item: StockItem, quantity: int):
    if quantity < -item.may_go_below:
        return
    for event in count(counted(quantity), "C62", item):
        item = evolve(item, event)
    assert item.on_hand == quantity
    assert item.available == max(item.free, 0)
    assert item.available == 0 or item.short == 0
