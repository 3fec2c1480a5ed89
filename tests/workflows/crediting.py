"""Short words for the credit department at a desk."""

from datetime import date, timedelta
from typing import Any

from attrs import evolve

from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.queries import AskCreditCheck, AskCreditStanding, AskOrderCredit, CreditAnswer
from otcore.customers.credit.risk_class import RiskClass
from otcore.orders.commands import ReleaseHold
from otcore.orders.credit_commands import RecheckCredit
from otcore.orders.hold import HoldKind
from otcore.orders.order import Order
from otcore.ports.aggregates import CREDIT
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.rates import Quote, Rate, RateTable
from otcore.workflows.ask import Get
from otcore.workflows.house import House
from tests.orders.examples import DAY, line, product
from tests.workflows.desk import HOUSE, Desk

USD = UnitPrice("10.00", "USD")


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def classed(risk: RiskClass, limit: str | None = None, stocked: int = 100, **more: Any) -> Desk:
    """A desk whose customer C1 is under this class."""
    ready = Desk(house=evolve(HOUSE, risk_classes=(risk,)), **more)
    ready.onboards(limit=limit, risk_class=risk.name)
    ready.lists(product(), product("P2", "2.50"))
    ready.receives(stocked)
    return ready


def trading(limit: str | None = None, rate: str | None = "0.7", house: House = HOUSE, **more: Any) -> Desk:
    """A desk whose customer C1 may order P9 in dollars, at a rate in euro; one piece is 12.00 USD with tax."""
    quotes = () if rate is None else (Quote(DAY, Rate("USD", "EUR", rate)),)
    ready = Desk(house=evolve(house, rates=RateTable(quotes)), **more)
    ready.onboards(limit=limit, currencies=("USD",))
    ready.lists(product(), evolve(product("P9"), price=USD))
    ready.receives(100)
    ready.receives(100, "P9")
    return ready


def dollars(ready: Desk, quantity: str | int = 10, order: str = "O1", **more: Any) -> Order:
    return ready.places(line(quantity=quantity, product="P9"), order=order, currency="USD", **more)


def codes(order: Order) -> list[str]:
    return [hold.code for hold in order.holds]


def account(ready: Desk, id: str = "C1") -> CreditAccount:
    return ready.otc.ask(Get(CREDIT, id))


def releases(
    ready: Desk, order: str = "O1", day: date = DAY, actor: str = "ann", kind: HoldKind = HoldKind.CREDIT
) -> Order:
    command = ReleaseHold(order=order, kind=kind, reason="known to pay", day=day)
    return ready.otc.handle(command, actor=actor)


def rechecks(ready: Desk, order: str = "O1", day: date = DAY) -> Order:
    return ready.otc.handle(RecheckCredit(order=order, day=day))


def explains(ready: Desk, value: Money, customer: str = "C1", due: date | None = None) -> CreditAnswer:
    return ready.otc.ask(AskCreditCheck(customer=customer, value=value, day=DAY, due=due))


def verdicts(answer: CreditAnswer) -> dict[str, str]:
    return {each.code: each.verdict.value for each in answer.results}


def of_order(ready: Desk, order: str = "O1", day: date = DAY) -> CreditAnswer:
    return ready.otc.ask(AskOrderCredit(order=order, day=day))


def standing(ready: Desk, customer: str = "C1", day: date = DAY) -> Any:
    return ready.otc.ask(AskCreditStanding(customer=customer, day=day))
