"""Promises of goods lapse where an order is not confirmed in time."""

from datetime import UTC, datetime, time

from otcore.app.sync import MAIN
from otcore.orders.order import Order
from otcore.ports.storage import Context
from otcore.workflows.drivers import run
from otcore.workflows.expiring import let_go
from tests.orders.examples import DAY, left
from tests.workflows.books import books
from tests.workflows.conflicts import Contested, first
from tests.workflows.desk import NOW, Desk, desk
from tests.workflows.goods import allocates, awaited, expects, house, on, promises


def reserving(days: int | None = 3, stocked: int = 10) -> Desk:
    ready = house(desk(stocked=stocked), reservation_days=days)
    ready.places()
    return ready


def tick(ready: Desk, days: int) -> int:
    return ready.otc.tick(datetime.combine(on(days), time(), UTC))


def left_of(ready: Desk) -> tuple[Order, tuple[int, int]]:
    return ready.order(), ready.shelf()


def test_promises_stand_until_their_day_has_passed():
    ready = reserving()
    assert ready.order().promised_until == on(3)
    assert tick(ready, 3) == 0
    assert tick(ready, 4) == 1
    order, shelf = left_of(ready)
    assert (promises(order), order.promised_until, shelf) == ((0, 0, None), None, (10, 0))
    assert tick(ready, 5) == 0


def test_the_order_stays_and_counts():
    ready = reserving()
    tick(ready, 4)
    assert ready.order().promised
    assert ready.exposure()[0] == "120.00"


def test_it_is_told():
    ready = reserving()
    tick(ready, 4)
    ready.otc.relay()
    told = ready.postbox.got[-1].notice
    assert (told.topic, told.subject, told.facts["why"]) == ("order.freed", "O1", "RESERVATION_EXPIRED")


def test_a_house_without_a_period_lets_nothing_lapse():
    ready = reserving(None)
    assert ready.order().promised_until is None
    assert tick(ready, 999) == 0
    assert ready.shelf() == (10, 10)


def test_a_confirmed_order_keeps_its_goods():
    ready = reserving()
    ready.acknowledges()
    assert ready.order().promised_until is None
    assert tick(ready, 999) == 0
    ready.ships(left("1", 10))


def test_an_order_with_changes_that_nobody_agrees_to_loses_its_goods():
    ready = reserving(stocked=4)
    ready.acknowledges()
    assert tick(ready, 4) == 1
    assert ready.shelf() == (4, 0)


def test_promises_of_arrivals_lapse_too():
    ready = desk()
    expects(ready, 10, 9)
    house(ready, reservation_days=3).places()
    assert awaited(ready) == (10, 0)
    tick(ready, 4)
    assert awaited(ready) == (0, 0)


def test_an_order_that_asks_again_has_a_new_period():
    ready = reserving()
    tick(ready, 4)
    assert allocates(ready, days=5).promised_until == on(8)
    assert tick(ready, 8) == 0
    assert tick(ready, 9) == 1


def test_an_order_that_was_promised_nothing_lapses_once():
    ready = reserving(stocked=0)
    assert tick(ready, 4) == 1
    assert tick(ready, 5) == 0


def test_an_order_confirmed_meanwhile_keeps_its_goods():
    ready = reserving()
    ready.acknowledges()
    before = books(ready.store)
    assert run(lambda: let_go("O1", on(4), ready.house), lambda: ready.store.begin(Context(MAIN, "host", NOW))) == 0
    assert books(ready.store) == before


def test_a_lost_race_is_tried_again():
    ready = reserving()
    contested = Desk(store=Contested(ready.store, first(2)), house=ready.house)
    assert tick(contested, 4) == 1
    assert ready.shelf() == (10, 0)
    assert ready.order().day == DAY
