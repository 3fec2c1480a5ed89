"""The credit department: what an account is granted, and held orders checked again."""

from otcore.customers.credit import limit_changing
from otcore.customers.credit import terms as credit_terms
from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.checks import CODES
from otcore.customers.credit.commands import AccountCommand, LimitCommand, SetRiskClass
from otcore.customers.credit.result import CheckResult, Verdict
from otcore.customers.credit.risk_class import risk_class
from otcore.orders.credit_commands import RecheckCredit
from otcore.orders.events import HoldReleased
from otcore.orders.exposure import without
from otcore.orders.guards import must_allow
from otcore.orders.hold import HoldKind
from otcore.orders.order import Order
from otcore.ports.aggregates import CREDIT, ORDER
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.workflows.clearing import account_of, rated
from otcore.workflows.credit_checking import order_results
from otcore.workflows.hold import going_on
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save, Who


def change_terms(command: AccountCommand, house: House) -> Flow[Kept[CreditAccount]]:
    """The account after a command of `customers.credit_commands`."""
    kept = yield from Load(CREDIT, command.account, True)
    kept = kept.after(credit_terms.decide(kept.some, command))
    if kept.events:
        yield from Save(kept)
    return kept


def change_limit(command: LimitCommand, house: House) -> Flow[Kept[CreditAccount]]:
    """The account with another limit, or with a rise that waits for, or got, its second signature."""
    kept = yield from Load(CREDIT, command.account, True)
    kept = kept.after(limit_changing.decide(kept.some, command, (yield from Who())))
    if kept.events:
        yield from Save(kept)
    return kept


def set_risk_class(command: SetRiskClass, house: House) -> Flow[Kept[CreditAccount]]:
    """The account under other checks, of a class that the house has."""
    if risk_class(house.risk_classes, command.risk_class) is None:
        raise Rejected("RISK_CLASS_UNKNOWN", account=command.account, risk_class=command.risk_class)
    return (yield from change_terms(command, house))


def recheck_credit(command: RecheckCredit, house: House) -> Flow[Kept[Order]]:
    """The order without its credit holds, where every check passes now; with the last hold gone it is promised."""
    kept = yield from Load(ORDER, command.order)
    _may_recheck(kept.some)
    customer, account = yield from account_of(kept.some)
    kept = rated(kept, account.some, command.day, house)
    base = without(account.some, kept.some)
    _must_pass(kept.some, (yield from order_results(kept.some, base, customer, command.day, house)))
    nobodys = Money.zero(kept.some.currency)  # a pass is no release: it covers nothing
    by = yield from Who()
    kept = kept.after((HoldReleased(HoldKind.CREDIT, "every credit check passes", nobodys, command.day, by),))
    kept, others = yield from going_on(kept, account, customer, command.day, house)
    yield from Save(kept, *others)
    return kept


def _may_recheck(order: Order) -> None:
    if all(hold.kind is not HoldKind.CREDIT for hold in order.holds):
        raise Rejected("NOT_HELD", order=order.id, hold=HoldKind.CREDIT.value)
    must_allow(order, HoldReleased)


def _must_pass(order: Order, found: tuple[CheckResult, ...]) -> None:
    failed = [each.code for each in found if each.verdict is Verdict.NOT_OK]
    if failed:
        raise Rejected("CREDIT_NOT_CLEARED", order=order.id, checks=", ".join(failed))
    known = CODES | {each.code for each in found}
    others = [hold.code for hold in order.holds if hold.kind is HoldKind.CREDIT and hold.code not in known]
    if others:
        raise Rejected("HELD_BY_RULE", order=order.id, holds=", ".join(others))
