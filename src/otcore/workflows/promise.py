"""Promising: an order that nothing holds is checked against the credit limit, then gets its goods; both or neither."""

from datetime import date

from otcore.customers import credit
from otcore.customers.credit import CreditAccount
from otcore.orders.events import HoldPlaced
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.ports.kinds import Kept
from otcore.workflows.allocating import Others, allocate
from otcore.workflows.requests import Flow


def promise(
    order: Kept[Order], account: Kept[CreditAccount], day: date, credit_released: bool = False
) -> Flow[tuple[Kept[Order], Others]]:
    """The order promised, or on a credit hold; and the other aggregates that changed with it.

    `account` was loaded for update before anything was decided: orders of one customer are placed one after the other.
    Nothing happens to an order that is held, over, or promised already. A released credit hold is not checked again.
    """
    state = order.some
    if state.status is not Status.SUBMITTED or state.held or state.promised:
        return order, ()
    checked = credit.check(account.some, state.value)
    if checked.code and not credit_released:
        return order.after((HoldPlaced(_credit_hold(checked, day)),)), ()
    moved = credit.moved(order.id, orders=state.value, currency=state.currency)
    order, shelves = yield from allocate(order)
    return order, (account.after(moved), *shelves)


def _credit_hold(checked: credit.CreditCheck, day: date) -> Hold:
    figures = tuple((name, str(getattr(checked, name))) for name in ("exposure", "value", "limit"))
    why = f"{checked.exposure} used + {checked.value} ordered is over the limit of {checked.limit}"
    return Hold(HoldKind.CREDIT, checked.code, day, why, figures)
