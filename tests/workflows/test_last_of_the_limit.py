"""Two orders at once never pass a limit that only one fits: by threads and by processes, on every store, also where
customers share an account, and where one of the two is an order that rises, is reopened or is checked again.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier
from typing import Any

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.adapters.sql import SqlStore
from otcore.customers.credit.commands import ChangeCreditLimit, RequirePrepayment
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Store
from otcore.values.faults import Rejected
from tests.orders.examples import eur, line
from tests.processes import forked
from tests.workflows.amendments import accepts, change, proposes
from tests.workflows.conflicts import Crowded
from tests.workflows.crediting import rechecks
from tests.workflows.debtors import MANY_TRIES, cleared, opened, order_each, order_in_process
from tests.workflows.desk import Desk, desk

DEBTORS = ("A", "B", "C", "D")
Act = Callable[[Desk], Any]


def together(ready: Desk, *acts: Act) -> list[Any]:
    """Every act in a thread of its own, all at once; on a memory store all have read before the first one commits."""
    memory = isinstance(ready.store, MemoryStore)
    crowd = Desk(store=Crowded(ready.store, len(acts)), tries=MANY_TRIES) if memory else ready
    door = Barrier(len(acts), timeout=30)

    def go(act: Act) -> Any:
        door.wait()
        return act(crowd)

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(go, acts))


def orders(debtor: str, count: int = 1, pieces: int = 1) -> Act:
    return lambda crowd: order_each(crowd, debtor, count, pieces)


def test_of_orders_of_customers_who_share_an_account_one_gets_the_last_of_the_limit(store: Store):
    ready = opened(store, DEBTORS, "200.00")
    together(ready, *(orders(debtor, 1, 10) for debtor in DEBTORS))
    assert cleared(ready) == (1, "120.00 EUR")


def test_threads_use_a_limit_up_to_its_last_cent_and_no_further(store: Store):
    ready = opened(store, DEBTORS, "84.00")
    together(ready, *(orders(debtor, 3) for debtor in DEBTORS))
    assert cleared(ready) == (7, "84.00 EUR")


def test_an_order_that_rises_and_a_new_one_do_not_both_get_the_last_of_the_limit(store: Store):
    ready = opened(store, DEBTORS[:2], "180.00")
    order_each(ready, "A", 1, 5)
    ready.acknowledges("A-0")
    proposes(ready, change(quantity=10), order="A-0")
    together(ready, lambda crowd: accepts(crowd, order="A-0"), orders("B", 1, 10))
    risen, placed = ready.order("A-0"), ready.order("B-0")
    assert sorted([risen.held, placed.held]) == [False, True]
    assert cleared(ready) == ((1, "120.00 EUR") if placed.held else (2, "180.00 EUR"))


def test_an_order_that_is_reopened_and_a_new_one_do_not_both_get_the_last_of_the_limit(store: Store):
    ready = opened(store, DEBTORS[:2], "130.00")
    order_each(ready, "A", 1, 10)
    ready.acknowledges("A-0")
    ready.closes("A-0")
    together(ready, lambda crowd: crowd.reopens("A-0"), orders("B", 1, 10))
    assert cleared(ready) == (1, "120.00 EUR")


def test_held_orders_that_are_checked_again_at_once_do_not_all_get_the_new_limit(store: Store):
    ready = opened(store, DEBTORS, "0.00")
    for debtor in DEBTORS:
        order_each(ready, debtor, 1, 10)
    ready.raises(ChangeCreditLimit(account="A", limit=eur("250.00")))

    def again(debtor: str) -> Act:
        def act(crowd: Desk) -> None:
            with suppress(Rejected):
                rechecks(crowd, f"{debtor}-0")

        return act

    together(ready, *map(again, DEBTORS))
    assert cleared(ready) == (2, "240.00 EUR")


def test_a_limit_that_is_lowered_meanwhile_counts_for_who_comes_after_it(store: Store):
    """Whichever was first: what was cleared stays cleared, and the account knows what counts."""
    ready = opened(store, DEBTORS[:2], "500.00")
    lower = ChangeCreditLimit(account="A", limit=eur("100.00"))
    together(ready, lambda crowd: crowd.handle(lower), orders("B", 1, 10))
    placed = ready.order("B-0")
    assert placed.held is not placed.promised
    assert ready.exposure("A") == (("0.00" if placed.held else "120.00"), "0.00", "0.00")


def test_prepaid_money_covers_one_of_two_orders():
    ready = desk(stocked=50)
    ready.onboards("C2", bank_accounts=("111",))
    ready.handle(RequirePrepayment(account="C2"))
    ready.gets("150.00", payer_account="111")

    def place(order: str) -> Act:
        return lambda crowd: crowd.places(line(), order=order, customer="C2")

    placed = together(ready, place("O1"), place("O2"))
    assert sorted(order.held for order in placed) == [False, True]


@pytest.mark.slow
def test_processes_share_a_limit_and_no_more(url: str):
    with SqlStore(url, KINDS) as store:
        opened(store, DEBTORS, "84.00")
    context = forked()
    gate = context.Barrier(3)
    started = [context.Process(target=order_in_process, args=(url, debtor, 4, gate)) for debtor in DEBTORS[:3]]
    for process in started:
        process.start()
    for process in started:
        process.join(120)
    assert [process.exitcode for process in started] == [0, 0, 0]
    with SqlStore(url, KINDS, create=False) as store:
        assert cleared(Desk(store=store)) == (7, "84.00 EUR")
