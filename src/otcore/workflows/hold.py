"""Lifting holds, and giving orders up."""

from typing import Any

from otcore.orders import closing, holding
from otcore.orders.commands import CancelOrder, ReleaseHold
from otcore.orders.exposure import order_moves
from otcore.orders.order import Order
from otcore.ports.aggregates import ORDER
from otcore.ports.kinds import Kept
from otcore.workflows import allocating, notices, promise
from otcore.workflows.clearing import account_of
from otcore.workflows.house import House
from otcore.workflows.requests import Announce, Flow, Load, Save, Who


def release_hold(command: ReleaseHold, house: House) -> Flow[Kept[Order]]:
    """One hold less; with the last one gone the order is promised."""
    kept = yield from Load(ORDER, command.order)
    customer, account = yield from account_of(kept.some)
    kept = kept.after(holding.release(kept.some, command, (yield from Who())))
    kept, others = yield from promise.promise(kept, account, customer, command.day, house)
    return (yield from _saved(kept, *others))


def cancel(command: CancelOrder, house: House) -> Flow[Kept[Order]]:
    """The order given up: promises go back to the shelves, its value leaves the exposure."""
    kept = yield from Load(ORDER, command.order)
    before = kept.some
    after = kept.after(closing.cancel(before, command))
    if not before.promised:
        return (yield from _saved(after))
    _, account = yield from account_of(before)
    shelves = yield from allocating.release(kept)
    return (yield from _saved(after, account.after(order_moves(before, after.some)), *shelves))


def _saved(kept: Kept[Order], *others: Kept[Any]) -> Flow[Kept[Order]]:
    yield from Save(kept, *others)
    yield from Announce(notices.order_moved(kept.some))
    return kept
