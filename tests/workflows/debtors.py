"""Customers who want to order more at the same time than their credit account takes: only the account parts them."""

from collections.abc import Sequence
from typing import Any

from otcore.adapters.sql import SqlStore
from otcore.customers.credit.account import CreditAccount
from otcore.orders.order import Order
from otcore.ports.aggregates import CREDIT, KINDS, ORDER
from otcore.ports.storage import Store
from otcore.values.money import total
from otcore.workflows.ask import Every, Get
from tests.orders.examples import line, product
from tests.workflows.desk import Desk

MANY_TRIES = 300
"""On one processor a thread may lose many races in a row."""
PARENT = "A"


def opened(store: Store, debtors: Sequence[str], limit: str) -> Desk:
    """A shop with plenty of goods, whose customers share the first one's account."""
    ready = Desk(store=store, tries=MANY_TRIES)
    ready.onboards(PARENT, limit)
    for debtor in debtors:
        if debtor != PARENT:
            ready.onboards(debtor, credit_account=PARENT)
    ready.lists(*(product(f"P{debtor}") for debtor in debtors))
    for debtor in debtors:
        ready.receives(500, f"P{debtor}")
    return ready


def order_each(ready: Desk, debtor: str, orders: int, pieces: int = 1) -> list[Order]:
    """So many orders of a debtor, each of goods that nobody else wants: 12.00 a piece."""
    return [
        ready.places(line(quantity=pieces, product=f"P{debtor}"), order=f"{debtor}-{number}", customer=debtor)
        for number in range(orders)
    ]


def order_in_process(url: str, debtor: str, orders: int, gate: Any) -> None:
    """What a process of its own does: wait until all are there, then order."""
    with SqlStore(url, KINDS, create=False, timeout=60) as store:
        gate.wait(60)
        order_each(Desk(store=store, tries=MANY_TRIES), debtor, orders)


def cleared(ready: Desk) -> tuple[int, str]:
    """How many orders were cleared, and what the account says is used: the same, and no more than the limit."""
    account: CreditAccount = ready.otc.ask(Get(CREDIT, PARENT))
    orders: tuple[Order, ...] = ready.otc.ask(Every(ORDER))
    promised = [order for order in orders if order.promised]
    assert all(order.held != order.promised or order.cleared is not None for order in orders)
    counted = (order.open_value if order.cleared is None else order.cleared for order in promised)
    assert account.orders == total(counted, "EUR")
    assert account.limit is not None
    assert account.exposure <= account.limit
    return len(promised), str(account.exposure)
