"""Short words for billing by other policies than by delivery, at a desk."""

from datetime import date
from typing import Any

from otcore.customers.billing import BillingMode, BillingPeriod, BillingPolicy
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.policies.commands import BillMilestone, BillOrder, BillPeriod, BillPrepayment, PlanMilestones
from otcore.orders.advances import Milestone
from otcore.orders.order import Order
from otcore.values.percentage import Percentage
from tests.orders.examples import DAY, left, line
from tests.workflows.desk import Desk, desk

MONTHLY = BillingPolicy(mode=BillingMode.PERIOD, period=BillingPeriod.MONTH)


def monthly(stocked: int = 100, **more: Any) -> Desk:
    """A desk whose customers are billed by the month."""
    ready = desk(stocked=stocked, **more)
    ready.onboards("C2", billing=MONTHLY)
    return ready


def ordered(ready: Desk, *lines: Any, order: str = "O1", **more: Any) -> Desk:
    """An order that both sides agreed on."""
    ready.places(*(lines or (line(),)), order=order, **{"customer": "C2"} | more)
    ready.acknowledges(order)
    return ready


def sent(ready: Desk, shipment: str, quantity: int | str = 5, order: str = "O1", id: str = "1", **more: Any) -> Desk:
    """So much of one line, gone."""
    ready.ships(left(id, quantity), shipment=shipment, order=order, **more)
    return ready


def bills_period(ready: Desk, customer: str = "C2", day: date = DAY, **more: Any) -> Invoice:
    answer: Invoice = ready.handle(BillPeriod(customer=customer, day=day, **more))
    return answer


def bills_order(ready: Desk, order: str = "O1", day: date = DAY, **more: Any) -> Invoice:
    answer: Invoice = ready.handle(BillOrder(order=order, day=day, **more))
    return answer


def prepays(ready: Desk, percent: int | None = None, order: str = "O1", day: date = DAY, **more: Any) -> Invoice:
    of = None if percent is None else Percentage(percent)
    answer: Invoice = ready.handle(BillPrepayment(order=order, day=day, percent=of, **more))
    return answer


def plans(ready: Desk, *milestones: Milestone, order: str = "O1") -> Order:
    answer: Order = ready.handle(PlanMilestones(order=order, milestones=milestones))
    return answer


def reaches(ready: Desk, milestone: str, order: str = "O1", day: date = DAY, **more: Any) -> Invoice:
    answer: Invoice = ready.handle(BillMilestone(order=order, milestone=milestone, day=day, **more))
    return answer


def agreed(*lines: Any, stocked: int = 100, **more: Any) -> Desk:
    """A desk with an order of C1 that both sides agreed on."""
    return ordered(desk(stocked=stocked, **more), *lines, customer="C1")
