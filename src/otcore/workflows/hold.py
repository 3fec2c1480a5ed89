"""Lifting holds, and giving orders up."""

from typing import Any

from otcore.customers.credit import CreditAccount, account_id
from otcore.orders import closing, holding
from otcore.orders.commands import CancelOrder, ReleaseHold
from otcore.orders.exposure import order_moves
from otcore.orders.hold import HoldKind
from otcore.orders.order import Order
from otcore.ports.aggregates import CREDIT, CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.workflows import allocating, notices, promise
from otcore.workflows.house import House
from otcore.workflows.requests import Announce, Flow, Load, Save, Who


def release_hold(command: ReleaseHold, house: House) -> Flow[Kept[Order]]:
    """One hold less; with the last one gone the order is promised."""
    kept = yield from Load(ORDER, command.order)
    account = yield from _account(kept.some)
    kept = kept.after(holding.release(kept.some, command, (yield from Who())))
    by_credit = command.kind is HoldKind.CREDIT
    kept, others = yield from promise.promise(kept, account, command.day, credit_released=by_credit)
    return (yield from _saved(kept, *others))


def cancel(command: CancelOrder, house: House) -> Flow[Kept[Order]]:
    """The order given up: promises go back to the shelves, its value leaves the exposure."""
    kept = yield from Load(ORDER, command.order)
    before = kept.some
    after = kept.after(closing.cancel(before, command))
    if not before.promised:
        return (yield from _saved(after))
    account = yield from _account(before)
    shelves = yield from allocating.release(kept)
    return (yield from _saved(after, account.after(order_moves(before, after.some)), *shelves))


def _account(order: Order) -> Flow[Kept[CreditAccount]]:
    """The credit account its customer uses, for update."""
    customer = (yield from Load(CUSTOMER, order.customer)).some
    return (yield from Load(CREDIT, account_id(customer), True))


def _saved(kept: Kept[Order], *others: Kept[Any]) -> Flow[Kept[Order]]:
    yield from Save(kept, *others)
    yield from Announce(notices.order_moved(kept.some))
    return kept
