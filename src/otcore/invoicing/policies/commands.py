"""What a host asks of billing beside the invoice of one shipment, in the imperative."""

from datetime import date

from attrs import frozen

from otcore.invoicing.invoice import Invoice
from otcore.orders.advances import Milestone
from otcore.orders.order import Order
from otcore.values.command import Command
from otcore.values.money import Money
from otcore.values.percentage import Percentage


@frozen(kw_only=True)
class BillPeriod(Command[Invoice]):
    """Bill all that a customer was sent and that is not billed, of whatever orders, by one invoice.

    `start`, `end`: of the days on which goods left; None: any. `currency`: of the orders; empty: the customer's.
    `buyer_reference`: in place of the orders' own, where they differ. Shipments of orders that are held, but for
    credit, wait. `self_billed`: as for `IssueInvoice`.
    Refused: `BILLED_OTHERWISE` for a customer who is not billed by periods, `NOTHING_TO_BILL`, `PERIOD_ENDS_LATER`,
    `PAYABLE_NEGATIVE`, `BUYER_NUMBERS`, `NUMBER_TAKEN`, `DATE_BEFORE_LAST`.
    Raises `Invalid` with everything that the house's invoices must have and this one lacks.
    """

    customer: str
    day: date
    start: date | None = None
    end: date | None = None
    currency: str = ""
    buyer_reference: str = ""
    note: str = ""
    self_billed: str = ""


@frozen(kw_only=True)
class BillOrder(Command[Invoice]):
    """Bill all of an order that is not billed yet, shipped or not, less what was billed of it before delivery.

    What is shipped afterwards is billed by then. `self_billed`: as for `IssueInvoice`.
    Refused: `NOTHING_TO_BILL`, `ORDER_HELD` (not for credit), `ORDER_NOT_PLACED`, `ORDER_NOT_CONFIRMED`, `ORDER_OVER`,
    `BILLED_BY_MILESTONE`, `PAYABLE_NEGATIVE`, `BUYER_NUMBERS`, `NUMBER_TAKEN`, `DATE_BEFORE_LAST`, `ORDERED_LATER`.
    Raises `Invalid` with everything that the house's invoices must have and this one lacks.
    """

    order: str
    day: date
    note: str = ""
    self_billed: str = ""


@frozen(kw_only=True)
class BillPrepayment(Command[Invoice]):
    """Bill a part of an order before delivery (UNCL 1001: 386): a `percent` of its value, or an `amount`, tax included.

    Later invoices of the order take it off again, the oldest first, whether it is paid or not: it is owed by itself.
    Refused: `AMOUNT_NOT_POSITIVE`, `ADVANCE_EXCEEDS`, and as `BillOrder`, but for orders that are not confirmed.
    Raises `Invalid` ADVANCE_SIZE, CURRENCY_MISMATCH, and with what the house's invoices must have.
    """

    order: str
    day: date
    percent: Percentage | None = None
    amount: Money | None = None
    note: str = ""
    self_billed: str = ""


@frozen(kw_only=True)
class PlanMilestones(Command[Order]):
    """Agree that an order is billed by milestones, each by `BillMilestone` when it is reached; its shipments are not.

    Of none: it is billed otherwise after all. The last to be billed takes what is left. Refused: `MILESTONE_TWICE`,
    `ALREADY_BILLED` once anything of the order is, `ORDER_NOT_PLACED`, `ORDER_OVER`, `ORDER_NOT_CONFIRMED`.
    Raises `Invalid` BILLING_STEP for a milestone of both a percentage and an amount, or of neither where it is not the
    last; BILLING_STEPS_EXCEED for more than the order; CURRENCY_MISMATCH.
    """

    order: str
    milestones: tuple[Milestone, ...]


@frozen(kw_only=True)
class BillMilestone(Command[Invoice]):
    """Bill a milestone that is reached (UNCL 1001: 386). The last one that is not billed is billed as `BillOrder` does:
    all of the order, less the milestones before it.

    Refused: `MILESTONE_UNKNOWN`, `MILESTONE_BILLED`, and as `BillOrder`.
    Raises `Invalid` with everything that the house's invoices must have and this one lacks.
    """

    order: str
    milestone: str
    day: date
    note: str = ""
    self_billed: str = ""
