"""Clerks who post at the same time, in threads or in processes of their own."""

from contextlib import suppress
from typing import Any

import otcore as ot
from otcore.adapters.sql import SqlStore
from otcore.ports.aggregates import KINDS
from tests.orders.examples import DAY, eur
from tests.workflows.desk import Desk


def tries_to_post(ready: Desk, receipt: str, *given: str) -> None:
    """`given`: item and amount by turns. Raises what refuses it."""
    pairs = zip(given[::2], given[1::2], strict=True)
    parts = tuple(ot.Allocation(item, eur(amount)) for item, amount in pairs)
    ready.handle(ot.ApplyReceiptTo(receipt=receipt, allocations=parts, day=DAY))


def posts_in_process(url: str, receipt: str, items: tuple[str, ...], gate: Any) -> None:
    """Ten at a time on one item after the other, as long as there is money and something is owed."""
    with SqlStore(url, KINDS, create=False, timeout=60) as store:
        ready = Desk(store=store, tries=100)
        gate.wait()
        for item in items * 5:
            with suppress(ot.Rejected):
                tries_to_post(ready, receipt, item, "10.00")
