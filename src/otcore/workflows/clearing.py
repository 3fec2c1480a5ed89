"""Clearing: may this order count? Each credit check that says no, and that nobody has answered for, is a hold."""

from datetime import date

from otcore.customers.credit import CreditAccount, account_id
from otcore.customers.credit_checks import check_credit
from otcore.customers.credit_result import CheckResult, Verdict, result
from otcore.customers.customer import Customer
from otcore.customers.risk_class import STANDARD, CreditQuestion, RiskClass, risk_class
from otcore.orders.credit_release import covered
from otcore.orders.events import CreditCleared, HoldPlaced, RateFixed
from otcore.orders.exposure import counted_in, counting, due, in_account, order_moves, without
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.order import Order
from otcore.ports.aggregates import CREDIT, CUSTOMER
from otcore.ports.kinds import Kept
from otcore.values.rates import Rate
from otcore.workflows.credit_figures import debt_of, on_account
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load


def account_of(order: Order) -> Flow[tuple[Customer, Kept[CreditAccount]]]:
    """The order's customer, and the credit account it uses, for update."""
    customer = (yield from Load(CUSTOMER, order.customer)).some
    return customer, (yield from Load(CREDIT, account_id(customer), True))


def rate_of(currency: str, account: CreditAccount, day: date, house: House) -> Rate | None:
    """The day's rate of an order's currency; None for the account's own, and where the house knows none."""
    return None if currency == account.currency else house.rates.rate(currency, account.currency, day)


def recheck(
    order: Kept[Order], account: Kept[CreditAccount], before: Order, customer: Customer, day: date, house: House
) -> Flow[tuple[Kept[Order], Kept[CreditAccount]]]:
    """A cleared order that became another, checked anew, and its account with what counts now.

    Where a check fails the order is held: what counted before goes on counting, as far as it is still open, and a rise
    counts once it is released. An order that was not cleared waits for `promise.promise`.
    """
    if not before.promised:
        return order, account
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
    order = _rated(order, account, day, house)
    if counted_in(order.some) != account.currency:
        return order.after(_holds(order.some, (_rate_unknown(order.some, account),), day))
    found = yield from credit_results(order.some, without(account, known), customer, day, house)
    failed = tuple(each for each in found if each.verdict is Verdict.NOT_OK)
    order = order.after(_holds(order.some, failed, day))
    return order.after(_counted(known, order.some, bool(failed)))


def credit_results(
    order: Order, account: CreditAccount, customer: Customer, day: date, house: House
) -> Flow[tuple[CheckResult, ...]]:
    """The answer of every check to the whole open value of an order; `account`: as if the order did not count."""
    risk, unknown = risk_of(account, customer, house)
    asked = CreditQuestion(
        account=account,
        risk=risk,
        day=day,
        value=in_account(order, order.open_value),
        document=in_account(order, order.value),
        due=due(order),
        debt=(yield from debt_of(account, day)) if risk.looks_at_items else None,
        unapplied=(yield from on_account(account)) if account.prepayment else None,
    )
    return check_credit(asked, covered(order, risk, day), unknown)


def risk_of(account: CreditAccount, customer: Customer, house: House) -> tuple[RiskClass, tuple[CheckResult, ...]]:
    """The class of the account, else of the customer, else the standard one.

    One that the house does not know is an answer of its own: somebody has to look, and the standard checks count.
    """
    name = account.risk_class or customer.profile.risk_class
    risk = risk_class(house.risk_classes, name)
    if risk is not None:
        return risk, ()
    says = "the house has no risk class {risk_class}"
    return STANDARD, (result("RISK_CLASS_UNKNOWN", False, "", says, risk_class=name),)


def _rated(order: Kept[Order], account: CreditAccount, day: date, house: House) -> Kept[Order]:
    rate = order.some.rate or rate_of(order.some.currency, account, day, house)
    return order if rate is order.some.rate or rate is None else order.after((RateFixed(rate),))


def _rate_unknown(order: Order, account: CreditAccount) -> CheckResult:
    """RATE_UNKNOWN: no release helps, as nobody knows what would count."""
    says = "no rate from {source} to {target}"
    return result("RATE_UNKNOWN", False, "", says, source=order.currency, target=account.currency)


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
