"""Promising: an order that nothing holds is cleared by its customer's credit account, then gets its goods; both or
neither.
"""

from datetime import date

from otcore.customers.credit.account import CreditAccount
from otcore.customers.customer import Customer
from otcore.orders.events import StockAllocated
from otcore.orders.exposure import order_moves
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.order import Order
from otcore.ports.kinds import Kept
from otcore.workflows.allocating import Others, allocate_for
from otcore.workflows.clearing import clear
from otcore.workflows.house import House
from otcore.workflows.requests import Flow


def promise(
    order: Kept[Order], account: Kept[CreditAccount], customer: Customer, day: date, house: House
) -> Flow[tuple[Kept[Order], Others]]:
    """The order promised, or on credit holds; and the other aggregates that changed with it.

    `account` was loaded for update before anything was decided: orders of one account are placed one after the other.
    Nothing happens to an order that is held, over, or promised with all it is worth.
    """
    before = order.some
    if not _waits(before):
        return order, ()
    order = yield from clear(order, account.some, customer, day, house)
    if order.some.held:
        return order, ()
    order, shelves = yield from allocate_for(order, customer.profile, house, day)
    return order, (account.after(order_moves(before, order.some)), *shelves)


def _waits(order: Order) -> bool:
    cleared = order.promised and order.cleared is None
    return not (order.held or cleared) and LIFE_CYCLE.allows(order.status, StockAllocated)
