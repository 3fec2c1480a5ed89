"""An invoice of portions: what it bills, and what becomes of their orders and shipments."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import frozen

from otcore.customers.credit.account import account_id
from otcore.invoicing.advances import Advance
from otcore.invoicing.calculation import calculate
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.policies.drafting import Head, draft_of
from otcore.invoicing.policies.merging import merged
from otcore.invoicing.policies.portion import Portion
from otcore.orders.events import LinesInvoiced
from otcore.orders.exposure import in_account
from otcore.orders.fulfilment import closing
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment, ShipmentInvoiced
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.workflows.house import House
from otcore.workflows.issuing import Bill, issue
from otcore.workflows.requests import Flow


@frozen(kw_only=True)
class Gathered:
    """What an invoice is to bill, and the orders and shipments as they were loaded, by id. `what`: for messages."""

    portions: tuple[Portion, ...]
    orders: Mapping[str, Kept[Order]]
    shipments: Mapping[str, Kept[Shipment]]
    what: str


def issue_portions(gathered: Gathered, head: Head, house: House, given: str = "") -> Flow[Kept[Invoice]]:
    """The invoice, stored with everything that it moves. Refused: `PAYABLE_NEGATIVE`."""
    bill = _bill(gathered, head, given)
    return (yield from issue(bill, house, lambda number: _others(gathered, number)))


def _bill(gathered: Gathered, head: Head, given: str) -> Bill:
    portions, advances = gathered.portions, tuple[Advance, ...]()
    one = merged(portions, advances)
    totals = calculate(one.bill)
    if totals.payable.minor < 0:
        raise Rejected("PAYABLE_NEGATIVE", bills=gathered.what, payable=str(totals.payable))
    shipped = [portion.shipment for portion in portions if portion.shipment]
    orders = {portion.order.id for portion in portions}
    single = len(portions) == 1
    currency = in_account(portions[0].order, totals.payable).currency
    return Bill(
        document=draft_of(head, portions, one, totals),
        customer=head.customer.id,
        account=account_id(head.customer),
        owed=_owed(portions, currency),
        delivered=total((each.counted for each in shipped), currency),
        what=gathered.what,
        order=orders.pop() if len(orders) == 1 else "",
        shipment=shipped[0].id if single and shipped else "",
        given=given,
        bills=() if single and shipped else one.bills,
    )


def _owed(portions: Sequence[Portion], currency: str) -> Money:
    """In the currency of the credit account, at the rate of each order."""
    return total((in_account(portion.order, portion.worth) for portion in portions), currency)


def _others(gathered: Gathered, number: str) -> tuple[Kept[Any], ...]:
    billed: dict[str, dict[str, Decimal]] = {}
    for portion in gathered.portions:
        lines = billed.setdefault(portion.order.id, {})
        for line, quantity in portion.lines:
            lines[line] = lines.get(line, ZERO) + quantity
    orders = [_billed(gathered.orders[id], number, lines) for id, lines in billed.items()]
    shipped = [portion.shipment.id for portion in gathered.portions if portion.shipment]
    return (*orders, *(gathered.shipments[id].after((ShipmentInvoiced(number),)) for id in shipped))


def _billed(order: Kept[Order], number: str, lines: Mapping[str, Decimal]) -> Kept[Order]:
    order = order.after((LinesInvoiced(number, tuple(lines.items())),))
    return order.after(closing(order.some))
