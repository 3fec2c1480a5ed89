"""What a host asks of billing beside the invoice of one shipment, in the imperative."""

from datetime import date

from attrs import frozen

from otcore.invoicing.invoice import Invoice
from otcore.values.command import Command


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
