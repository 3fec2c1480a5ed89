"""What time alone brings about: customers who are billed by weeks or months get the invoice of the one that is over."""

from datetime import date

from otcore.customers.billing import BillingMode, last_period
from otcore.customers.customer import Customer
from otcore.invoicing.drafting import numbered
from otcore.invoicing.policies.commands import BillPeriod
from otcore.ports.aggregates import CUSTOMER, SHIPMENT
from otcore.ports.storage import Where
from otcore.values.faults import Rejected
from otcore.workflows.billing.period import POSTED, bill_of_period
from otcore.workflows.house import House
from otcore.workflows.issuing import issue
from otcore.workflows.requests import Find, Flow, Load, LoadMany

ANY = "0"
"""Stands for the number of an invoice that has none yet."""


def to_bill(day: date, house: House) -> Flow[tuple[str, ...]]:
    """The customers of whom something left in a period that is over, and is not billed."""
    found = yield from Find(SHIPMENT, Where(status=POSTED))
    first: dict[str, date] = {}
    for kept in found:
        first[kept.some.customer] = min(first.get(kept.some.customer, kept.some.day), kept.some.day)
    ids = sorted(first)
    customers = (yield from LoadMany(CUSTOMER, ids)) if ids else ()
    ends = {kept.id: _ended(kept.some, day, house) for kept in customers}
    return tuple(id for id, end in ends.items() if end is not None and first[id] <= end)


def bill_customer(id: str, day: date, house: House) -> Flow[int]:
    """One customer's invoice, in a unit of work of its own; 0 where there is nothing to bill now, or the invoice would
    lack what the house's invoices must have: `BillPeriod` says what.
    """
    customer = (yield from Load(CUSTOMER, id)).some
    try:
        command = BillPeriod(customer=id, day=day, end=_ended(customer, day, house))
        bill, others = yield from bill_of_period(command, customer, house)
    except Rejected:
        return 0
    if house.invoice(numbered(bill.document, ANY)):
        return 0
    yield from issue(bill, house, others)
    return 1


def _ended(customer: Customer, day: date, house: House) -> date | None:
    """The last day of the period to be billed; None for who is billed otherwise, or numbers the invoices itself."""
    policy = house.billing_of(customer)
    if policy.mode is not BillingMode.PERIOD or policy.period is None or policy.self_billed:
        return None
    return last_period(policy.period, day)
