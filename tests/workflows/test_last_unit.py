"""Never oversold: however many want the last unit at once, by threads or by processes, on every store one gets it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest

from otcore.adapters.sql import SqlStore
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Store
from otcore.values.faults import Rejected
from tests.orders.examples import dec
from tests.processes import forked
from tests.workflows.desk import Desk
from tests.workflows.goods import allocates
from tests.workflows.shoppers import granted, opened, order_each, order_in_process

SHOPPERS = ("A", "B", "C", "D")
GOODS = ("P1", "P2", "P3")


def together(ready: Desk, *products: tuple[str, ...], orders: int = 1) -> None:
    """Every shopper orders in a thread of its own, all at once."""
    door = Barrier(len(products), timeout=30)

    def go(shopper: str, wanted: tuple[str, ...]) -> None:
        door.wait()
        order_each(ready, shopper, wanted, orders)

    with ThreadPoolExecutor(len(products)) as pool:
        list(pool.map(go, SHOPPERS, products))


def test_the_last_unit_goes_to_one_of_many_threads(store: Store):
    ready = opened(store, SHOPPERS, GOODS[:1], 1)
    together(ready, *[GOODS[:1]] * 4)
    assert granted(ready) == {"P1": dec(1)}


def test_threads_that_want_the_same_goods_in_another_order_share_what_there_is(store: Store):
    ready = opened(store, SHOPPERS, GOODS, 5)
    together(ready, GOODS, GOODS[::-1], ("P2", "P3", "P1"), GOODS[::-1], orders=3)
    assert granted(ready) == dict.fromkeys(GOODS, dec(5))


def test_goods_that_arrive_are_given_once_however_many_ask_again(store: Store):
    ready = opened(store, SHOPPERS, GOODS[:1], 1)
    for shopper in SHOPPERS:
        order_each(ready, shopper, GOODS[:1], 2)
    ready.receives(4)
    door = Barrier(len(SHOPPERS), timeout=30)

    def ask(shopper: str) -> None:
        door.wait()
        for order in (f"{shopper}-0", f"{shopper}-1"):
            with suppress(Rejected):  # the one that had the first unit waits for nothing
                allocates(ready, order)

    with ThreadPoolExecutor(len(SHOPPERS)) as pool:
        list(pool.map(ask, SHOPPERS))
    assert granted(ready) == {"P1": dec(5)}


@pytest.mark.slow
def test_processes_share_what_there_is_and_no_more(url: str):
    with SqlStore(url, KINDS) as store:
        opened(store, SHOPPERS, GOODS, 7)
    context = forked()
    gate = context.Barrier(3)
    wanted = dict(zip(SHOPPERS, (GOODS, GOODS[::-1], ("P2", "P1", "P3")), strict=False))
    started = [
        context.Process(target=order_in_process, args=(url, shopper, goods, 5, gate))
        for shopper, goods in wanted.items()
    ]
    for process in started:
        process.start()
    for process in started:
        process.join(120)
    assert [process.exitcode for process in started] == [0, 0, 0]
    with SqlStore(url, KINDS, create=False) as store:
        assert granted(Desk(store=store)) == dict.fromkeys(GOODS, dec(7))
