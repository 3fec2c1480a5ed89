"""Giving orders up in part or whole, closing them, going on with a closed one: shelves and exposure follow."""

from otcore.customers.onboarding import Status
from otcore.orders import closing
from otcore.orders.commands import CancelLines, CancelOrder, CloseOrder, ReopenOrder
from otcore.orders.exposure import order_moves
from otcore.orders.order import Order
from otcore.ports.aggregates import ORDER
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.workflows import allocating, promise
from otcore.workflows.clearing import account_of
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save


def cancel(command: CancelOrder, house: House) -> Flow[Kept[Order]]:
    """The order given up: promises go back to the shelves, its value leaves the exposure."""
    kept = yield from Load(ORDER, command.order)
    return (yield from _ended(kept, kept.after(closing.cancel(kept.some, command))))


def cancel_lines(command: CancelLines, house: House) -> Flow[Kept[Order]]:
    """Parts given up: promises beyond what stays open go back, and their share of the value leaves the exposure."""
    kept = yield from Load(ORDER, command.order)
    before = kept.some
    after = kept.after(closing.cancel_lines(before, command))
    if not before.promised:
        yield from Save(after)
        return after
    _, account = yield from account_of(before)
    after, shelves = yield from allocating.trim(after, before, command.day)
    yield from Save(after, account.after(order_moves(before, after.some)), *shelves)
    return after


def close(command: CloseOrder, house: House) -> Flow[Kept[Order]]:
    """The order closed with what is open of it: as if that were given up, but it may be reopened."""
    kept = yield from Load(ORDER, command.order)
    return (yield from _ended(kept, kept.after(closing.close(kept.some, command))))


def reopen(command: ReopenOrder, house: House) -> Flow[Kept[Order]]:
    """The order open again: checked against the credit as if it were new, and promised, or held."""
    kept = yield from Load(ORDER, command.order)
    customer, account = yield from account_of(kept.some)
    kept = kept.after(closing.reopen(kept.some, command))
    if customer.status is Status.CLOSED:
        raise Rejected("CUSTOMER_CLOSED", order=kept.id, customer=customer.id)
    kept, others = yield from promise.promise(kept, account, customer, command.day, house)
    yield from Save(kept, *others)
    return kept


def _ended(before: Kept[Order], after: Kept[Order]) -> Flow[Kept[Order]]:
    if not before.some.promised:
        yield from Save(after)
        return after
    _, account = yield from account_of(before.some)
    shelves = yield from allocating.release(before)
    yield from Save(after, account.after(order_moves(before.some, after.some)), *shelves)
    return after
