"""Lines that wait for arrivals: what they are promised, by when, and what becomes of it."""

from otcore.orders.events import StockAllocated
from otcore.orders.line import RequestedLine
from otcore.stock.events import ArrivalPromised, ArrivalReleased
from otcore.stock.reserving import Allocation
from tests.orders.examples import dec, left, line, product
from tests.workflows.books import books
from tests.workflows.desk import Desk, desk
from tests.workflows.goods import allocates, arrives, awaited, counts, expects, item, on, promises, waits_for


def test_goods_on_the_shelf_are_promised_for_the_day():
    assert promises(desk(stocked=10).places()) == (10, 0, on(0))


def test_what_the_shelf_has_not_is_promised_of_arrivals_and_by_their_day():
    ready = waits_for(20, 5, stocked=4)
    assert promises(ready.order()) == (4, 6, on(5))
    assert awaited(ready) == (6, 0)


def test_what_nobody_expects_has_no_day():
    ready = waits_for(3, 5, stocked=4)
    assert promises(ready.order()) == (4, 3, None)


def test_arrivals_are_promised_once():
    ready = waits_for(15, 5)
    second = ready.places(order="O2")
    assert promises(second) == (0, 5, None)
    assert awaited(ready) == (15, 0)


def test_two_lines_of_an_order_do_not_wait_for_the_same_goods():
    ready = desk()
    expects(ready, 10, 5)
    expects(ready, 10, 9, "PO-2")
    order = ready.places(line(), line("2"))
    assert [promises(order, at) for at in (0, 1)] == [(0, 10, on(5)), (0, 10, on(9))]


def test_goods_that_arrive_for_an_order_are_its_own():
    ready = waits_for(10, 5)
    arrives(ready, 10)
    assert promises(ready.places(order="O2")) == (0, 0, None)
    assert promises(allocates(ready, days=5)) == (10, 0, on(5))
    assert (ready.shelf(), awaited(ready)) == ((10, 10), (0, 0))


def test_who_came_first_waits_where_he_waits_when_others_look_again():
    ready = desk()
    expects(ready, 10, 3)
    expects(ready, 10, 9, "PO-2")
    ready.places()
    ready.places(order="O2")
    before = books(ready.store)
    assert promises(allocates(ready)) == (0, 10, on(3))
    assert books(ready.store) == before


def test_an_earlier_day_is_taken_when_there_is_one():
    ready = waits_for(10, 9)
    expects(ready, 10, 2, "PO-2")
    assert promises(allocates(ready)) == (0, 10, on(2))
    assert awaited(ready) == (10, 0)


def test_a_day_that_the_arrivals_cannot_keep_any_more_is_moved():
    ready = waits_for(10, 3)
    expects(ready, 10, 8)
    assert promises(allocates(ready)) == (0, 10, on(8))


def test_a_day_that_has_passed_is_looked_at_anew():
    ready = waits_for(10, 3)
    assert promises(allocates(ready, days=6)) == (0, 10, on(6))


def test_what_is_found_on_the_shelf_goes_before_what_is_to_arrive():
    ready = waits_for(10, 5)
    counts(ready, 4)
    assert promises(allocates(ready)) == (4, 6, on(5))
    assert awaited(ready) == (6, 0)


def test_part_of_the_arrivals_serves_part_of_the_line():
    ready = waits_for(10, 5)
    arrives(ready, 3)
    assert promises(allocates(ready)) == (3, 7, on(5))
    assert (item(ready).arriving, awaited(ready)) == (dec(7), (7, 0))


def test_more_arrivals_are_added_to_what_a_line_waits_for():
    ready = waits_for(4, 3)
    assert promises(ready.order()) == (0, 4, None)
    expects(ready, 9, 7, "PO-2")
    assert promises(allocates(ready)) == (0, 10, on(7))


def test_a_line_that_keeps_its_day_may_still_wait_for_more():
    ready = waits_for(10, 5)
    counts(ready, 2)
    expects(ready, 9, 5)
    assert promises(allocates(ready)) == (2, 8, on(5))
    assert awaited(ready) == (8, 0)


def test_goods_are_awaited_at_the_place_where_they_arrive():
    ready = desk()
    expects(ready, 6, 3, location="north")
    expects(ready, 6, 4, location="south")
    order = ready.places()
    assert order.lines[0].ledger.awaited == (Allocation("north", dec(6)), Allocation("south", dec(4)))


def test_a_cancelled_order_gives_its_arrivals_back():
    ready = waits_for(10, 5)
    ready.cancels()
    assert awaited(ready) == (0, 0)
    assert promises(ready.places(order="O2")) == (0, 10, on(5))


def test_a_cancelled_order_leaves_what_arrived_to_those_who_still_wait():
    ready = desk()
    expects(ready, 20, 5)
    ready.places()
    ready.places(order="O2")
    arrives(ready, 10)
    ready.cancels()
    assert awaited(ready) == (10, 10)
    assert promises(allocates(ready, "O2")) == (10, 0, on(0))


def test_a_shipment_ends_the_wait_for_what_it_took_from_the_shelf():
    ready = waits_for(10, 5)
    ready.acknowledges()
    ready.agrees()
    counts(ready, 10)
    ready.ships(left("1", 10))
    assert awaited(ready) == (0, 0)
    assert not ready.order().lines[0].ledger.awaited


def test_what_is_promised_of_arrivals_is_on_the_record_of_both():
    ready = waits_for(10, 5)
    arrives(ready, 10)
    allocates(ready)
    told = books(ready.store)["facts"]
    allocated = [fact.event for fact in told["order", "O1"] if isinstance(fact.event, StockAllocated)]
    assert [each.awaited for each in allocated] == [(("1", (Allocation("main", dec(10)),)),), (("1", ()),)]
    moved = [fact.event for fact in told["stock", "P1@main"]]
    assert ArrivalPromised("O1", "1", dec(10)) in moved
    assert ArrivalReleased("O1", "1", dec(10), dec(10)) in moved


def test_services_and_drop_shipped_goods_wait_for_no_shelf():
    ready = with_others()
    ready.receives(10)
    order = ready.places(others("WORK"), others("DROP"))
    assert [(each.ledger.allocations, each.ledger.awaited) for each in order.lines] == [((), ())] * 2
    assert ready.shelf() == (10, 0)


def with_others() -> Desk:
    ready = desk()
    ready.lists(product("WORK", stocked=False), product("DROP", drop_shipped=True))
    return ready


def others(product: str) -> RequestedLine:
    return line(product, product=product)
