"""Making orders wait, and lifting what they wait for."""

from datetime import date

from otcore.customers.credit.account import CreditAccount
from otcore.customers.customer import Customer
from otcore.orders import holding
from otcore.orders.commands import HoldOrder, ReleaseHold
from otcore.orders.events import StockAllocated
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.order import Order
from otcore.ports.aggregates import ORDER
from otcore.ports.kinds import Kept
from otcore.workflows import allocating, promise
from otcore.workflows.allocating import Others
from otcore.workflows.clearing import account_of
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save, Who


def hold(command: HoldOrder, house: House) -> Flow[Kept[Order]]:
    """One hold more; its goods go back to the shelves where the house wants that of such a hold."""
    kept = yield from Load(ORDER, command.order)
    kept = kept.after(holding.hold(kept.some, command, (yield from Who())))
    kept, shelves = yield from freed(kept, house)
    yield from Save(kept, *shelves)
    return kept


def release_hold(command: ReleaseHold, house: House) -> Flow[Kept[Order]]:
    """One hold less; with the last one gone the order is promised."""
    kept = yield from Load(ORDER, command.order)
    customer, account = yield from account_of(kept.some)
    kept = kept.after(holding.release(kept.some, command, (yield from Who())))
    kept, others = yield from going_on(kept, account, customer, command.day, house)
    yield from Save(kept, *others)
    return kept


def freed(order: Kept[Order], house: House) -> Flow[tuple[Kept[Order], Others]]:
    """The order without its goods where a hold stands that frees them, and their shelves."""
    freeing = [hold for hold in order.some.holds if hold.kind in house.free_on_hold]
    if not freeing:
        return order, ()
    return (yield from allocating.free(order, freeing[0].code))


def going_on(
    order: Kept[Order], account: Kept[CreditAccount], customer: Customer, day: date, house: House
) -> Flow[tuple[Kept[Order], Others]]:
    """The order after a release: promised, or with what a hold freed promised anew, as its value counted all along."""
    state = order.some
    if not LIFE_CYCLE.allows(state.status, StockAllocated):
        return order, ()
    if state.promised and state.cleared is None and not state.held:
        return (yield from allocating.allocate_for(order, customer.profile, house, day))
    return (yield from promise.promise(order, account, customer, day, house))
