"""Looking for goods again, freeing them, and giving back what is not needed any more."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from otcore.app.sync import MAIN
from otcore.orders.amendment import Amendment, Side
from otcore.orders.commands import LineCancellation
from otcore.orders.events import AmendedLine, AmendmentAccepted, AmendmentProposed
from otcore.orders.hold import HoldKind
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.ports.storage import Context
from otcore.stock.reserving import Allocation
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.workflows import allocating
from otcore.workflows.drivers import run
from otcore.workflows.requests import Flow, Load, Save
from tests.orders.examples import DAY, dec, left, line, pieces
from tests.workflows.books import books
from tests.workflows.books import refused as refusal
from tests.workflows.desk import NOW, Desk, desk
from tests.workflows.goods import allocates, arrives, awaited, counts, expects, house, item, may_go_below, on, promises

Others = tuple[Kept[Any], ...]


def fewer(quantity: int) -> LineCancellation:
    return LineCancellation(line="1", quantity=pieces(quantity))


def refused(ready: Desk, order: str = "O1") -> str:
    return refusal(ready, lambda: allocates(ready, order)).code


def done(ready: Desk, act: Callable[[Kept[Order]], Flow[tuple[Kept[Order], Others]]]) -> Order:
    """The order after a flow about its goods, saved."""

    def flow() -> Flow[Order]:
        order, others = yield from act((yield from Load(ORDER, "O1")))
        yield from Save(order, *others)
        return order.some

    return run(flow, lambda: ready.store.begin(Context(MAIN, "host", NOW)))


def amended(ready: Desk, quantity: int, product: str = "P1") -> Order:
    """The order with its first line changed, and its goods after it."""

    def act(kept: Kept[Order]) -> Flow[tuple[Kept[Order], Others]]:
        before = kept.some
        agreed = attrs.evolve(before.lines[0].agreed, product=product)
        zero = Money.zero("EUR")
        kept = kept.after(
            (
                AmendmentProposed(Amendment(number=1, by=Side.BUYER, day=DAY)),
                AmendmentAccepted(1, (AmendedLine("1", agreed, dec(quantity)),), zero, zero),
            )
        )
        profile = (yield from Load(CUSTOMER, "C1")).some.profile
        return (yield from allocating.reallocate(kept, before, profile, ready.house, DAY))

    return done(ready, act)


def test_goods_that_came_in_are_given_to_an_order_that_asks_again():
    ready = desk(stocked=4)
    ready.places()
    arrives(ready, 3)
    assert promises(allocates(ready)) == (7, 0, None)
    arrives(ready, 9)
    assert promises(allocates(ready, days=2)) == (10, 0, on(2))
    assert ready.shelf() == (16, 10)


def test_an_order_that_gains_nothing_stays_what_it_is():
    ready = desk(stocked=4)
    ready.places()
    before = books(ready.store)
    allocates(ready)
    assert books(ready.store) == before


def test_an_order_that_waits_for_nothing_has_nothing_to_ask_for():
    ready = desk(stocked=10)
    ready.places()
    assert refused(ready) == "NOTHING_TO_ALLOCATE"


def test_a_held_order_gets_no_goods():
    ready = desk(stocked=4)
    ready.places()
    ready.holds(HoldKind.MANUAL)
    assert refused(ready) == "ORDER_HELD"


def test_an_order_that_is_over_or_not_cleared_gets_no_goods():
    ready = desk("50.00", stocked=4)
    ready.places()
    assert refused(ready) == "ORDER_NOT_OPEN"
    ready.places(line(quantity=1), order="O2")
    ready.cancels("O2")
    assert refused(ready, "O2") == "ORDER_NOT_OPEN"


def test_a_promise_that_goes_below_what_is_there_is_shipped_only_when_it_is_there():
    ready = desk(stocked=3)
    may_go_below(ready, 5)
    assert promises(ready.places(line(quantity=8))) == (8, 0, on(0))
    assert ready.acknowledges().status.value == "confirmed"
    with pytest.raises(Rejected, match="INSUFFICIENT_STOCK"):
        ready.ships(left("1", 8))
    counts(ready, 10)
    ready.ships(left("1", 8))
    assert ready.shelf() == (2, 0)


def test_a_freed_order_has_no_promise_and_still_counts():
    ready = desk("500.00", stocked=4)
    expects(ready, 9, 5)
    ready.places()
    order = done(ready, lambda kept: allocating.free(kept, "TEST"))
    assert promises(order) == (0, 0, None)
    assert order.promised
    assert (ready.shelf(), awaited(ready), ready.exposure()[0]) == ((4, 0), (0, 0), "120.00")
    assert promises(allocates(ready)) == (4, 6, on(5))


def test_an_order_without_promises_has_nothing_to_free():
    ready = desk()
    ready.places()
    before = books(ready.store)
    done(ready, lambda kept: allocating.free(kept, "TEST"))
    assert books(ready.store) == before


@pytest.mark.parametrize(("freeing", "kept"), [(frozenset({HoldKind.CREDIT}), 4), (frozenset({HoldKind.MANUAL}), 0)])
def test_a_hold_frees_the_goods_where_the_house_wants_it(freeing: frozenset[HoldKind], kept: int):
    ready = house(desk(stocked=4), free_on_hold=freeing)
    ready.places()
    ready.holds(HoldKind.MANUAL)
    assert ready.shelf() == (4, kept)
    assert ready.exposure()[0] == "120.00"
    assert promises(ready.releases(HoldKind.MANUAL)) == (4, 0, None)


def test_lines_that_are_cancelled_in_part_give_the_last_promises_back():
    ready = desk(stocked=4)
    expects(ready, 9, 5)
    ready.places()
    assert promises(ready.cancels_lines(fewer(4))) == (4, 2, on(5))
    assert awaited(ready) == (2, 0)
    assert promises(ready.cancels_lines(fewer(3))) == (3, 0, on(0))
    assert (ready.shelf(), awaited(ready)) == ((4, 3), (0, 0))


def test_a_line_that_is_raised_is_promised_more():
    ready = desk(stocked=20)
    ready.places(line(quantity=1))
    assert promises(amended(ready, 2)) == (2, 0, on(0))
    assert ready.shelf() == (20, 2)


def test_a_line_that_is_lowered_gives_goods_back():
    ready = desk(stocked=20)
    ready.places(line(quantity=10))
    assert promises(amended(ready, 3))[:2] == (3, 0)
    assert ready.shelf() == (20, 3)


def test_a_line_that_is_taken_off_gives_all_its_goods_back():
    ready = desk(stocked=4)
    expects(ready, 9, 5)
    ready.places(line(quantity=10))
    assert promises(amended(ready, 0)) == (0, 0, None)
    assert (ready.shelf(), awaited(ready)) == ((4, 0), (0, 0))


def test_another_product_gives_the_first_one_back():
    ready = desk(stocked=4)
    expects(ready, 9, 5)
    ready.places(line(quantity=10))
    assert promises(amended(ready, 10, "P2"))[:2] == (4, 0)
    assert (ready.shelf(), ready.shelf("P2"), awaited(ready)) == ((4, 0), (4, 4), (0, 0))


def test_what_one_line_gives_back_another_may_have():
    ready = desk(stocked=10)
    ready.places(line("1", 8), line("2", 8))
    assert promises(amended(ready, 3), 1)[:2] == (7, 0)
    assert ready.shelf() == (10, 10)


def test_goods_of_several_places_are_given_back_where_they_were():
    ready = desk(stocked=4)
    ready.receives(9, location="north")
    ready.places(line(quantity=12))
    assert ready.order().lines[0].ledger.allocations == (Allocation("main", dec(4)), Allocation("north", dec(8)))
    amended(ready, 5)
    assert (ready.shelf(), ready.shelf(location="north")) == ((4, 4), (9, 1))
    ready.cancels()
    assert (item(ready).reserved, item(ready, "north").reserved) == (dec(0), dec(0))
