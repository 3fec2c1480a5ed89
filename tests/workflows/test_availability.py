"""What a host may ask about goods: what can be promised by when, and who waits."""

import pytest

from otcore.orders.allocation.backorders import AskBackorders, Backorder
from otcore.orders.hold import HoldKind
from otcore.ports.errors import NotFound
from otcore.stock.availability import AskAvailability
from otcore.stock.promising import Supply
from tests.orders.examples import DAY, dec, line
from tests.workflows.desk import Desk, desk
from tests.workflows.goods import allocates, arrives, expects, on


def stocked() -> Desk:
    ready = desk(stocked=4)
    ready.receives(3, location="north")
    expects(ready, 10, 5)
    ready.places(line(quantity=6), order="O1")
    return ready


def test_an_availability_says_what_comes_free_and_when():
    found = stocked().otc.ask(AskAvailability("P1", DAY))
    assert [(row.day, row.available) for row in found.rows] == [(DAY, dec(1)), (on(5), dec(11))]
    assert found.promise is None


def test_a_quantity_is_promised_by_a_day_and_from_where():
    found = stocked().otc.ask(AskAvailability("P1", DAY, dec(3)))
    assert found.promise is not None
    assert found.promise.day == on(5)
    assert found.promise.supplies == (Supply("north", dec(1)), Supply("main", dec(2), on(5), "PO-1"))


def test_one_location_may_be_asked_alone():
    found = stocked().otc.ask(AskAvailability("P1", DAY, dec(11), "main"))
    assert [row.available for row in found.rows] == [dec(0), dec(10)]
    assert found.promise is None


def test_an_unlisted_product_is_not_found():
    for question in (AskAvailability("?", DAY), AskBackorders("?")):
        with pytest.raises(NotFound):
            desk().otc.ask(question)


def test_asking_changes_nothing_and_promises_nothing():
    ready = stocked()
    assert ready.otc.ask(AskAvailability("P1", DAY, dec(11))) == ready.otc.ask(AskAvailability("P1", DAY, dec(11)))


def test_backorders_stand_by_day_and_id():
    ready = desk(stocked=1)
    expects(ready, 3, 5)
    ready.places(line(quantity=2), order="O9")
    ready.places(line(quantity=3), order="O1", day=on(1))
    ready.places(line(quantity=4), order="O5")
    assert [(each.order, each.quantity) for each in ready.otc.ask(AskBackorders("P1"))] == [
        ("O5", dec(4)),
        ("O9", dec(1)),
        ("O1", dec(3)),
    ]


def test_a_backorder_says_what_it_waits_for():
    ready = desk(stocked=1)
    expects(ready, 3, 5)
    ready.places(line("1", 2), line("2", 9, product="P2"))
    assert ready.otc.ask(AskBackorders("P1")) == (Backorder("O1", "1", "C1", DAY, dec(1), dec(1), on(5)),)


def test_who_is_held_over_or_served_waits_for_nothing():
    ready = desk(stocked=4)
    ready.places(line(quantity=4), order="O1")
    for order in ("O2", "O3", "O4"):
        ready.places(line(quantity=1), order=order)
    ready.cancels("O2")
    ready.holds(HoldKind.MANUAL, "O3")
    assert [each.order for each in ready.otc.ask(AskBackorders("P1"))] == ["O4"]


def test_goods_that_arrive_are_served_in_the_order_of_the_answer():
    ready = desk()
    for order, day in (("O1", on(2)), ("O2", DAY), ("O3", on(1))):
        ready.places(line(quantity=4), order=order, day=day)
    arrives(ready, 7)
    for each in ready.otc.ask(AskBackorders("P1")):
        allocates(ready, each.order)
    assert [int(ready.order(id).lines[0].ledger.allocated) for id in ("O1", "O2", "O3")] == [0, 4, 3]
