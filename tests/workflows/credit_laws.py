"""What must hold of every credit account after any command, worked out from the documents alone."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from otcore.customers.credit.account import CreditAccount
from otcore.customers.customer import Customer
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.orders.shipments.lifecycle import ShipmentStatus
from otcore.orders.shipments.shipment import Shipment
from otcore.receivables.item import Receivable
from tests.workflows.laws import Books, states

LIVE = (Status.SUBMITTED, Status.ACKNOWLEDGED, Status.CONFIRMED)


def exposure_is_what_is_open(told: Books) -> None:
    """Each stage is the sum of what its documents still count, and no document counts in two."""
    for account in states(told, "credit"):
        assert isinstance(account, CreditAccount)
        members = users(told, account)
        assert account.orders.minor == sum(open_orders(told, members))
        assert account.deliveries.minor == sum(unbilled(told, members))
        assert account.invoices.minor == sum(unpaid(told, members))
        assert sum(each.value.minor for each in account.scheduled) <= account.orders.minor


def users(told: Books, account: CreditAccount) -> set[str]:
    """The customers that use the account, by what was agreed with them."""
    customers: list[Customer] = states(told, "customer")
    used = {each.id for each in customers if (each.profile.credit_account or each.id) == account.customer}
    assert used <= set(account.customers)
    return used


def open_orders(told: Books, members: set[str]) -> Iterable[int]:
    orders: list[Order] = states(told, "order")
    for order in orders:
        if order.customer in members and order.promised and order.status in LIVE:
            value = order.open_value.minor
            counted = value if order.cleared is None else min(value, order.cleared.minor)
            yield counted if order.rate is None else converted(counted, order.rate.value)


def unbilled(told: Books, members: set[str]) -> Iterable[int]:
    shipments: list[Shipment] = states(told, "shipment")
    for shipment in shipments:
        if shipment.customer in members and not shipment.invoice and shipment.status is not ShipmentStatus.REVERSED:
            yield (shipment.value if shipment.exposure is None else shipment.exposure).minor


def unpaid(told: Books, members: set[str]) -> Iterable[int]:
    items: list[Receivable] = states(told, "receivable")
    for item in items:
        if item.customer in members and item.open:
            whole = item.amount if item.exposure is None else item.exposure
            share = Decimal(whole.minor) * item.open.minor / item.amount.minor
            yield int(share.quantize(Decimal(1), ROUND_HALF_UP))


def converted(minor: int, rate: Decimal) -> int:
    """Minor units of a two-digit currency in another, rounded half up."""
    return int((minor * rate).quantize(Decimal(1), ROUND_HALF_UP))
