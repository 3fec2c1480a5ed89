"""Never given twice: however many post at once, by threads or by processes, on every store no sum is exceeded."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from threading import Barrier

import pytest

import otcore as ot
from otcore.adapters.sql import SqlStore
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Store
from tests.orders.examples import eur
from tests.processes import forked
from tests.workflows.books import books, replayed
from tests.workflows.cash import INV1, INV2, invoiced, sums
from tests.workflows.clerks import posts_in_process, tries_to_post
from tests.workflows.desk import Desk

CLERKS = 4


def together(*acts: Callable[[], object]) -> None:
    """All at once, each in a thread of its own; who is refused was too late."""
    door = Barrier(len(acts), timeout=30)

    def go(act: Callable[[], object]) -> None:
        door.wait()
        with suppress(ot.Rejected):
            act()

    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(go, acts))


def agreed(ready: Desk) -> None:
    """Every balance is the fold of the facts, and the ledger says the same."""
    stored = books(ready.store)["states"]
    assert {place: state for place, (_, state) in stored.items()} == replayed(ready.store)
    items = [state for place, (_, state) in stored.items() if place[0] == "receivable"]
    control = sum((item.open for item in items), eur("0.00"))
    unapplied = sum((each.unapplied for each in ready.receipts()), eur("0.00"))
    assert sums(ready) == (str(control.amount), str(unapplied.amount))
    assert all(item.open.minor >= 0 for item in items)


def opened(store: Store, *money: str) -> Desk:
    """INV1 over 120 and INV2 over 60, and receipts R1, R2 ... of these amounts."""
    ready = invoiced(store=store, tries=50)
    for number, amount in enumerate(money, 1):
        ready.gets(amount, f"R{number}")
    return ready


def test_one_receipt_is_allocated_once_however_many_clerks_try(store: Store):
    ready = opened(store, "100.00")
    together(*[lambda: tries_to_post(ready, "R1", INV1, "60.00")] * CLERKS)
    assert ready.item(INV1).open == eur("60.00")
    assert ready.receipts()[0].unapplied == eur("40.00")
    agreed(ready)


def test_one_item_is_paid_once_by_many_receipts(store: Store):
    ready = opened(store, *["50.00"] * CLERKS)
    together(*(partial(tries_to_post, ready, f"R{number}", INV1, "50.00") for number in range(1, CLERKS + 1)))
    assert ready.item(INV1).open == eur("20.00")
    agreed(ready)


def test_receipts_that_pay_the_same_items_in_another_order_do_not_wait_for_each_other(store: Store):
    ready = opened(store, "90.00", "90.00")
    together(
        lambda: tries_to_post(ready, "R1", INV1, "60.00", INV2, "30.00"),
        lambda: tries_to_post(ready, "R2", INV2, "30.00", INV1, "60.00"),
    )
    assert sums(ready) == ("0.00", "0.00")
    agreed(ready)


def test_a_receipt_that_is_posted_and_reversed_at_once_ends_one_way_or_the_other(store: Store):
    ready = opened(store, "120.00")
    tries_to_post(ready, "R1", INV1, "60.00")
    together(
        lambda: tries_to_post(ready, "R1", INV1, "60.00"),
        lambda: ready.handle(ot.ReverseApplication(receipt="R1", day=ready.receipts()[0].day, reason="wrong")),
        lambda: ready.handle(ot.ReturnReceipt(receipt="R1", day=ready.receipts()[0].day, reason="no funds")),
    )
    agreed(ready)


def test_rules_and_clerks_do_not_give_the_same_money_twice(store: Store):
    ready = invoiced(store=store, tries=50)
    ready.gets("120.00", text=INV1)
    together(
        ready.applies,
        lambda: tries_to_post(ready, "R1", INV2, "60.00"),
        ready.applies,
        lambda: tries_to_post(ready, "R1", INV1, "120.00"),
    )
    agreed(ready)


@pytest.mark.slow
def test_processes_give_no_more_than_there_is(url: str):
    with SqlStore(url, KINDS) as store:
        opened(store, *["50.00"] * CLERKS)
    context = forked()
    gate = context.Barrier(CLERKS)
    started = [
        context.Process(target=posts_in_process, args=(url, f"R{number}", (INV1, INV2), gate))
        for number in range(1, CLERKS + 1)
    ]
    for process in started:
        process.start()
    for process in started:
        process.join(120)
    assert [process.exitcode for process in started] == [0] * CLERKS
    with SqlStore(url, KINDS, create=False) as store:
        ready = Desk(store=store)
        agreed(ready)
        assert sums(ready) == ("0.00", "20.00")
