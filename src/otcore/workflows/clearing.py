"""Clearing: may this order count? Each credit check that says no, and that nobody has answered for, is a hold."""

from datetime import date

from otcore.customers.credit.account import CreditAccount, account_id
from otcore.customers.credit.result import CheckResult, Verdict
from otcore.customers.customer import Customer
from otcore.orders.events import CreditCleared, HoldPlaced, RateFixed
from otcore.orders.exposure import counting, order_moves, without
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.order import Order
from otcore.ports.aggregates import CREDIT, CUSTOMER
from otcore.ports.kinds import Kept
from otcore.workflows.credit_checking import order_results, rate_of
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load


def account_of(order: Order) -> Flow[tuple[Customer, Kept[CreditAccount]]]:
    """The order's customer, and the credit account it uses, for update."""
    customer = (yield from Load(CUSTOMER, order.customer)).some
    return customer, (yield from Load(CREDIT, account_id(customer), True))


def recheck(
    order: Kept[Order], account: Kept[CreditAccount], before: Order, customer: Customer, day: date, house: House
) -> Flow[tuple[Kept[Order], Kept[CreditAccount]]]:
    """A cleared order that became another, checked anew, and its account with what counts now.

    Where a check fails the order is held: what counted before goes on counting, as far as it is still open, and a rise
    counts once it is released. An order that was not cleared before is for `promise.promise`.
    """
    order = yield from clear(order, account.some, customer, day, house, before)
    return order, account.after(order_moves(before, order.some))


def clear(
    order: Kept[Order],
    account: CreditAccount,
    customer: Customer,
    day: date,
    house: House,
    before: Order | None = None,
) -> Flow[Kept[Order]]:
    """The order with the holds of the checks that failed, or without what it waited for; the caller moves the exposure.

    `before`: the order as the account knows it, None: as it is.
    """
    known = before or order.some
    order = rated(order, account, day, house)
    found = yield from order_results(order.some, without(account, known), customer, day, house)
    failed = tuple(each for each in found if each.verdict is Verdict.NOT_OK)
    order = order.after(_holds(order.some, failed, day))
    return order.after(_counted(known, order.some, bool(failed)))


def rated(order: Kept[Order], account: CreditAccount, day: date, house: House) -> Kept[Order]:
    """The order with a rate, where it needs one, has none yet and the house knows it now."""
    if order.some.rate is not None:
        return order
    rate = rate_of(order.some.currency, account, day, house)
    return order if rate is None else order.after((RateFixed(rate),))


def _holds(order: Order, failed: tuple[CheckResult, ...], day: date) -> tuple[HoldPlaced, ...]:
    """A hold for each failed check that has none yet."""
    standing = {hold.code for hold in order.holds if hold.kind is HoldKind.CREDIT}
    return tuple(
        HoldPlaced(Hold(HoldKind.CREDIT, each.code, day, each.why, _figures(each)))
        for each in failed
        if each.code not in standing
    )


def _figures(found: CheckResult) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(figure)) for name, figure in found.figures)


def _counted(before: Order, after: Order, failed: bool) -> tuple[CreditCleared, ...]:
    """The fact that only a part of the open value counts, or that again all of it does."""
    cleared = counting(before) if failed and before.promised and counting(before) < after.open_value else None
    return (CreditCleared(cleared),) if cleared != after.cleared else ()
