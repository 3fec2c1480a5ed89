"""May this customer order, in this currency, once, and in time?"""

from otcore.customers.customer import may_order
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.orders.rules.subject import Placing
from otcore.orders.verdict import REJECTED, Finding

_NEVER_CAME = frozenset({Status.DRAFT, Status.REJECTED, Status.CANCELLED})


def ordering_allowed(placing: Placing) -> tuple[Finding, ...]:
    """CUSTOMER_NOT_ACTIVE, CUSTOMER_BLOCKED, CUSTOMER_CLOSED: nobody orders before it is a customer, or after."""
    customer = placing.customer
    code = may_order(customer)
    return REJECTED.of(code, customer.reason or f"customer {customer.id} is {customer.status}") if code else ()


def currency_agreed(placing: Placing) -> tuple[Finding, ...]:
    """CURRENCY_NOT_AGREED: an order comes in a currency agreed with the customer."""
    stated, profile = placing.command.currency, placing.customer.profile
    if stated == profile.currency or stated in profile.currencies:
        return ()
    agreed = ", ".join((profile.currency, *profile.currencies))
    return REJECTED.of("CURRENCY_NOT_AGREED", f"ordered in {stated}, agreed is {agreed}")


def reference_once(placing: Placing) -> tuple[Finding, ...]:
    """DUPLICATE_REFERENCE: one order per order number of the buyer; a rejected or cancelled one may come again."""
    then = placing.policy.duplicates.then
    return tuple(
        finding
        for order in placing.same_reference
        if _counts(order, placing)
        for finding in then.of("DUPLICATE_REFERENCE", f"{order.details.reference} is order {order.id}")
    )


def _counts(order: Order, placing: Placing) -> bool:
    within = placing.policy.duplicates.within
    near = within is None or abs((placing.command.day - order.day).days) <= within
    return near and order.status not in _NEVER_CAME


def still_valid(placing: Placing) -> tuple[Finding, ...]:
    """OFFER_EXPIRED: the buyer's offer ends before the day it is placed."""
    until = placing.command.details.valid_until
    if until is None or placing.command.day <= until:
        return ()
    return REJECTED.of("OFFER_EXPIRED", f"valid until {until}, placed on {placing.command.day}")
