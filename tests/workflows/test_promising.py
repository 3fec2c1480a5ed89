"""Promising again what still waits: old promises stay, new goods are added to them."""

from datetime import UTC, datetime

from otcore.app.sync import MAIN
from otcore.ports.aggregates import ORDER
from otcore.ports.storage import Context
from otcore.stock.reserving import Allocation
from otcore.workflows.allocating import allocate
from otcore.workflows.drivers import run
from otcore.workflows.requests import Flow, Load, Save
from tests.orders.examples import dec, line
from tests.workflows.desk import Desk, desk


def allocate_again(ready: Desk) -> None:
    def flow() -> Flow[None]:
        order, shelves = yield from allocate((yield from Load(ORDER, "O1")))
        yield from Save(order, *shelves)

    run(flow, lambda: ready.store.begin(Context(MAIN, "host", datetime(2026, 3, 3, tzinfo=UTC))))


def test_goods_that_arrive_later_are_added_to_the_promise():
    ready = desk(stocked=4)
    ready.places()
    ready.receives(3)
    ready.receives(9, location="outer")
    allocate_again(ready)
    assert ready.order().lines[0].ledger.allocations == (Allocation("main", dec(4)), Allocation("outer", dec(6)))
    assert (ready.shelf(), ready.shelf(location="outer")) == ((7, 4), (9, 6))


def test_goods_on_the_same_shelf_are_one_promise():
    ready = desk(stocked=4)
    ready.places()
    ready.receives(20)
    allocate_again(ready)
    assert ready.order().lines[0].ledger.allocations == (Allocation("main", dec(10)),)


def test_a_line_that_waits_for_nothing_is_left_alone():
    ready = desk(stocked=12)
    ready.places(line(), line("2", 8))
    ready.receives(1)
    allocate_again(ready)
    assert [each.ledger.allocated for each in ready.order().lines] == [10, 3]
    assert ready.shelf() == (13, 13)
