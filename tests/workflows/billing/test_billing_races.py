"""Whoever bills at once: every delivery, and every part of an order, is billed once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest

from otcore.ports.aggregates import SHIPMENT
from otcore.ports.storage import Store
from otcore.values.faults import Rejected
from otcore.workflows.ask import Every
from tests.orders.examples import eur
from tests.workflows.billing.billers import bills_order, bills_period, monthly, ordered, prepays, sent
from tests.workflows.desk import Desk
from tests.workflows.invoicing import numbers, open_items, the_invoice

CLERKS = 4


def at_once(ready: Desk, act: Callable[[Desk], object]) -> None:
    """Everybody does the same, at one time; whoever comes too late is refused."""
    door = Barrier(CLERKS, timeout=30)

    def go(_: int) -> None:
        door.wait()
        with suppress(Rejected):
            act(ready)

    with ThreadPoolExecutor(CLERKS) as pool:
        list(pool.map(go, range(CLERKS)))


def test_several_runs_bill_each_delivery_of_a_period_once(store: Store):
    ready = monthly(store=store, tries=100)
    for number in range(4):
        sent(ordered(ready, order=f"O{number}"), f"S{number}", 10, f"O{number}")
    at_once(ready, bills_period)
    invoices, _ = numbers(ready)
    assert len(invoices) == 1
    assert len(the_invoice(ready).bills) == 4
    assert {each.invoice for each in ready.otc.ask(Every(SHIPMENT))} == set(invoices)
    assert open_items(ready) == {invoices[0]: "480.00"}


@pytest.mark.parametrize("act", [bills_order, lambda ready: prepays(ready, 60)], ids=["whole", "prepaid"])
def test_several_clerks_bill_an_order_once(store: Store, act: Callable[[Desk], object]):
    ready = ordered(monthly(store=store, tries=100))
    at_once(ready, act)
    assert len(numbers(ready)[0]) == 1


def test_a_run_and_a_prepayment_at_once_bill_the_order_and_no_more(store: Store):
    ready = sent(ordered(monthly(store=store, tries=100)), "S1", 10)
    door = Barrier(2, timeout=30)

    def go(act: Callable[[Desk], object]) -> None:
        door.wait()
        with suppress(Rejected):
            act(ready)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(go, (bills_period, lambda ready: prepays(ready, 50))))
    charged = sum((the_invoice(ready, id).payable for id in numbers(ready)[0]), eur("0.00"))
    assert charged == eur("120.00")
