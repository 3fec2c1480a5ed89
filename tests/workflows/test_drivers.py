"""The drivers: a flow is answered until it returns, a lost race starts it anew, and nothing half done is stored."""

import asyncio
from decimal import ROUND_UP, localcontext
from itertools import count

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.threads import ThreadedStore
from otcore.app.sync import MAIN
from otcore.ports.aggregates import STOCK
from otcore.ports.errors import Conflict, GatewayError
from otcore.ports.kinds import Kept
from otcore.ports.storage import Context, Store
from otcore.stock.events import StockReceived
from otcore.stock.item import StockItem
from otcore.values.faults import Rejected
from otcore.values.price import UnitPrice
from otcore.workflows.drivers import arun, run
from otcore.workflows.requests import Commit, Flow, Load, Request, Save
from tests.orders.examples import dec, left, line
from tests.workflows.books import books
from tests.workflows.conflicts import Contested, Interrupted, first
from tests.workflows.desk import NOW, Desk, desk

CONTEXT = Context(MAIN, "host", NOW)
SHELF = "P1@main"


def receive(quantity: int) -> Flow[Kept[StockItem]]:
    kept = yield from Load(STOCK, SHELF)
    kept = kept.after((StockReceived("P1", "main", dec(quantity), ""),))
    yield from Save(kept)
    return kept


def on_hand(store: Store) -> int:
    state = store.begin(CONTEXT).load(STOCK, SHELF).state
    return int(state.on_hand) if state else 0


def test_what_a_flow_returns_is_returned_and_committed():
    store = MemoryStore()
    assert run(lambda: receive(5), lambda: store.begin(CONTEXT)).some.on_hand == 5
    assert on_hand(store) == 5


def test_a_flow_that_refuses_leaves_nothing():
    def refuses() -> Flow[None]:
        yield from receive(5)
        raise Rejected("NO")

    store = MemoryStore()
    with pytest.raises(Rejected):
        run(refuses, lambda: store.begin(CONTEXT))
    assert on_hand(store) == 0


def test_a_boundary_keeps_what_was_done_before_it():
    def in_two_units() -> Flow[None]:
        yield from receive(5)
        yield from Commit()
        yield from receive(3)
        raise Rejected("NO")

    store = MemoryStore()
    with pytest.raises(Rejected):
        run(in_two_units, lambda: store.begin(CONTEXT))
    assert on_hand(store) == 5


def test_an_error_of_the_store_is_thrown_into_the_flow():
    class Unreachable(Request[None]):
        def on(self, unit: object) -> None:
            raise GatewayError("down")

    def goes_on() -> Flow[str]:
        try:
            yield from Unreachable()
        except GatewayError as error:
            yield from receive(2)
            return str(error)
        return "up"

    store = MemoryStore()
    assert run(goes_on, lambda: store.begin(CONTEXT)) == "down"
    assert on_hand(store) == 2


def test_a_request_that_nobody_answers_is_not_implemented():
    with pytest.raises(NotImplementedError):
        run(lambda: iter(Request()), lambda: MemoryStore().begin(CONTEXT))


def test_a_flow_interleaved_with_another_is_started_anew():
    store, starts = MemoryStore(), 0

    def slow() -> Flow[Kept[StockItem]]:
        nonlocal starts
        starts += 1
        kept = yield from Load(STOCK, SHELF)
        if starts == 1:
            run(lambda: receive(7), lambda: store.begin(CONTEXT))
        kept = kept.after((StockReceived("P1", "main", dec(5), ""),))
        yield from Save(kept)
        return kept

    assert run(slow, lambda: store.begin(CONTEXT)).some.on_hand == 12
    assert (starts, on_hand(store)) == (2, 12)


def interrupted_at(step: int) -> tuple[Store, bool]:
    """O2 is placed just before the call of that number that placing O1 makes; whether there was such a call."""
    inner = desk(limit="250.00", stocked=15).store
    watched = Interrupted(inner, step, lambda: Desk(store=inner).places(order="O2"))
    Desk(store=watched).places(order="O1")
    return inner, watched.calls > step


def test_two_orders_interleaved_at_any_step_share_goods_and_credit():
    steps = 0
    for step in count():
        store, happened = interrupted_at(step)
        if not happened:
            break
        ready, steps = Desk(store=store), steps + 1
        orders = [ready.order(id) for id in ("O1", "O2")]
        assert sorted(int(order.lines[0].ledger.allocated) for order in orders) == [5, 10]
        assert (ready.exposure(), ready.shelf()) == (("240.00", "0.00", "0.00"), (15, 15))
    assert steps > 5


def test_a_race_lost_too_often_is_a_conflict_and_nothing_is_stored():
    ready = desk(stocked=10)
    before = books(ready.store)
    contested = Contested(ready.store, first(3))
    with pytest.raises(Conflict):
        Desk(store=contested, tries=3).places(line())
    assert contested.begun == 3
    assert books(ready.store) == before


@pytest.mark.parametrize("tries", [1, 3, 10])
def test_the_last_try_counts(tries: int):
    contested = Contested(desk(stocked=10).store, first(tries - 1))
    assert Desk(store=contested, tries=tries).places(line()).promised
    assert contested.begun == tries


def test_a_hosts_decimal_context_changes_no_figure():
    def trade() -> dict[str, object]:
        ready = desk()
        ready.receives("123456789.123456")
        ready.places(line(quantity="12345678.123457", price=UnitPrice("100.333", "EUR", 3)), line("2", "0.000001"))
        ready.acknowledges()
        ready.ships(left("1", "2345678.123457"), left("2", "0.000001"))
        ready.ships(left("1", "10000000"), shipment="S2")
        ready.bills()
        return books(ready.store)

    expected = trade()
    with localcontext(prec=5, rounding=ROUND_UP):
        assert trade() == expected


def test_an_error_of_an_async_store_is_thrown_into_the_flow_too():
    class Unreachable(Request[None]):
        async def on(self, unit: object) -> None:
            raise GatewayError("down")

    def goes_on() -> Flow[str]:
        try:
            yield from Unreachable()
        except GatewayError as error:
            return str(error)
        return "up"

    async def drive() -> str:
        async with ThreadedStore(MemoryStore(), threads=1) as store:
            return await arun(goes_on, lambda: store.begin(CONTEXT))

    assert asyncio.run(drive()) == "down"
