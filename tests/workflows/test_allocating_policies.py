"""How much of an order has to be promised for any of it to be promised."""

from typing import Any

import pytest

from otcore.orders.order import Order
from otcore.stock.policy import Allocating
from tests.orders.examples import line
from tests.workflows.desk import Desk, desk
from tests.workflows.goods import allocates, awaited, expects, house, on, promises

BOTH = (line("1", 10), line("2", 4, product="P2"))


def selling(how: Allocating, p1: int, p2: int, **profile: Any) -> Desk:
    ready = house(desk(), allocating=how)
    ready.onboards("C2", **profile)
    for product, stocked in (("P1", p1), ("P2", p2)):
        if stocked:
            ready.receives(stocked, product)
    return ready


def reserved(order: Order) -> list[int]:
    return [int(each.ledger.allocated) for each in order.lines]


@pytest.mark.parametrize(
    ("how", "p1", "p2", "expected"),
    [
        (Allocating.PARTIAL, 7, 9, [7, 4]),
        (Allocating.LINE, 7, 9, [0, 4]),
        (Allocating.LINE, 10, 3, [10, 0]),
        (Allocating.ORDER, 7, 9, [0, 0]),
        (Allocating.ORDER, 10, 0, [0, 0]),
        (Allocating.ORDER, 10, 4, [10, 4]),
    ],
)
def test_a_house_says_how_much_must_be_there(how: Allocating, p1: int, p2: int, expected: list[int]):
    ready = selling(how, p1, p2)
    assert reserved(ready.places(*BOTH)) == expected
    assert ready.order().promised


def test_a_customer_that_takes_whole_orders_only_gets_whole_orders_or_nothing():
    ready = selling(Allocating.PARTIAL, 7, 9, ship_complete=True)
    assert reserved(ready.places(*BOTH, customer="C2")) == [0, 0]
    assert reserved(ready.places(*BOTH, order="O2")) == [7, 4]


def test_whole_may_mean_that_a_part_is_still_to_arrive():
    ready = selling(Allocating.ORDER, 7, 9)
    expects(ready, 3, 5)
    order = ready.places(*BOTH)
    assert [promises(order, at) for at in (0, 1)] == [(7, 3, on(5)), (4, 0, on(0))]


@pytest.mark.parametrize("how", [Allocating.LINE, Allocating.ORDER])
def test_a_line_that_cannot_be_whole_takes_no_arrivals_from_others(how: Allocating):
    ready = selling(how, 1, 4)
    expects(ready, 8, 5)
    assert promises(ready.places(*BOTH)) == (0, 0, None)
    assert awaited(ready) == (0, 0)
    assert ready.shelf() == (1, 0)


def test_a_line_that_gets_nothing_leaves_the_goods_to_the_next_line():
    ready = selling(Allocating.LINE, 7, 0)
    assert reserved(ready.places(line("1", 10), line("2", 5))) == [0, 5]


@pytest.mark.parametrize("how", [Allocating.LINE, Allocating.ORDER])
def test_an_order_that_got_nothing_gets_all_once_all_is_there(how: Allocating):
    ready = selling(how, 7, 4)
    ready.places(*BOTH)
    ready.receives(3)
    assert reserved(allocates(ready)) == [10, 4]


def test_what_was_promised_under_another_policy_stays_promised():
    ready = selling(Allocating.PARTIAL, 7, 4)
    ready.places(*BOTH)
    ready.receives(1)
    house(ready, allocating=Allocating.ORDER)
    assert reserved(allocates(ready)) == [7, 4]
    assert ready.shelf() == (8, 7)
