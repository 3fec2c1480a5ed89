"""How a customer is billed: what makes an invoice, and who draws it up."""

from datetime import date, timedelta
from enum import StrEnum

from attrs import frozen


class BillingMode(StrEnum):
    """What one invoice bills."""

    DELIVERY = "delivery"
    """One shipment."""
    ORDER = "order"
    """All of an order that is not billed yet, shipped or not."""
    PERIOD = "period"
    """All shipments of a period, of however many orders."""


class BillingPeriod(StrEnum):
    """Which shipments of a customer come together: those of a week from Monday to Sunday, or of a calendar month."""

    WEEK = "week"
    MONTH = "month"


class Deduction(StrEnum):
    """How an invoice takes off what was billed before delivery."""

    LINES = "lines"
    """With its tax, in lines below zero: the tax is stated once."""
    PAID = "paid"
    """As what was paid before (EN 16931 BT-113): the tax is stated again, on all."""


@frozen(kw_only=True)
class BillingPolicy:
    """How a customer is billed. The one that says nothing bills each shipment by itself.

    `period`: with the mode PERIOD, what `tick` bills when it is over; None: only `BillPeriod` bills, whenever it is
    asked to. `self_billed`: the buyer draws up the invoices and gives them their numbers. `deduction`: of
    prepayments and milestones.
    """

    mode: BillingMode = BillingMode.DELIVERY
    period: BillingPeriod | None = None
    self_billed: bool = False
    deduction: Deduction = Deduction.LINES


def last_period(period: BillingPeriod, day: date) -> date:
    """The last day of the last period that is over before a day."""
    if period is BillingPeriod.WEEK:
        return day - timedelta(days=day.weekday() + 1)
    return day.replace(day=1) - timedelta(days=1)
