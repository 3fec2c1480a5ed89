"""What a customer's billing policy permits, and says of its invoices."""

from datetime import date

from otcore.customers.billing import BillingMode
from otcore.customers.customer import Customer
from otcore.invoicing.policies.drafting import Head
from otcore.values.faults import Rejected
from otcore.workflows.house import House


def must_bill_by(house: House, customer: Customer, *modes: BillingMode) -> None:
    """Refused: `BILLED_OTHERWISE`."""
    mode = house.billing_of(customer).mode
    if mode not in modes:
        raise Rejected("BILLED_OTHERWISE", customer=customer.id, mode=mode.value)


def must_number(house: House, customer: Customer, given: str) -> None:
    """Refused: `BUYER_NUMBERS` where the buyer draws up the invoices and gave no number."""
    if house.billing_of(customer).self_billed and not given:
        raise Rejected("BUYER_NUMBERS", customer=customer.id, given=given)


def head_of(house: House, customer: Customer, day: date, note: str = "") -> Head:
    """What an invoice of the customer says that no order does."""
    deduction = house.billing_of(customer).deduction
    return Head(
        day=day, seller=house.seller, customer=customer, calendar=house.calendar, note=note, deduction=deduction
    )
