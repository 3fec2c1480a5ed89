"""An invoice of portions: what it bills, and what becomes of their orders and shipments."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.customers.credit.account import account_id
from otcore.invoicing.calculation import calculate
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.policies.advances import less_advances
from otcore.invoicing.policies.drafting import Head, draft_of
from otcore.invoicing.policies.merging import merged
from otcore.invoicing.policies.portion import Portion
from otcore.invoicing.references import PrecedingInvoice
from otcore.orders.events import AdvanceDeducted, LinesInvoiced
from otcore.orders.exposure import in_account, order_moves
from otcore.orders.fulfilment import closing
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment, ShipmentInvoiced
from otcore.ports.aggregates import INVOICE
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.workflows.house import House
from otcore.workflows.issuing import Bill, Others, issue
from otcore.workflows.requests import Flow, LoadMany

_ANY = "0"
"""Stands for the number of an invoice that has none yet."""


@frozen(kw_only=True)
class Gathered:
    """What an invoice is to bill, and the orders as they were loaded, by id. `shipments`: all that are billed with it.
    `what`: for messages.
    """

    portions: tuple[Portion, ...]
    orders: Mapping[str, Kept[Order]]
    shipments: Mapping[str, Kept[Shipment]]
    what: str


def issue_portions(gathered: Gathered, head: Head, house: House, given: str = "") -> Flow[Kept[Invoice]]:
    """The invoice, stored with everything that it moves. Refused: `PAYABLE_NEGATIVE`."""
    bill, others = yield from bill_of_portions(gathered, head, given)
    return (yield from issue(bill, house, others))


def bill_of_portions(gathered: Gathered, head: Head, given: str = "") -> Flow[tuple[Bill, Others]]:
    """The invoice, less what was billed of its orders before delivery, and what becomes of them."""
    invoices = yield from advances_of(gathered.orders)
    portions = less_advances(gathered.portions, invoices, head.deduction)
    head = changed(head, preceding=tuple(_preceding(portions, invoices)))
    facts = {id: _facts(gathered.orders[id].some, portions) for id in {portion.order.id: 0 for portion in portions}}

    def others(number: str) -> tuple[Kept[Any], ...]:
        orders = [_billed(gathered.orders[id], number, fact) for id, fact in facts.items()]
        return (*orders, *(kept.after((ShipmentInvoiced(number),)) for kept in gathered.shipments.values()))

    return _bill(gathered, portions, facts, head, given), others


def advances_of(orders: Mapping[str, Kept[Order]]) -> Flow[dict[str, Invoice]]:
    """The invoices before delivery of these orders, by id."""
    ids = sorted({each.invoice for kept in orders.values() for each in kept.some.advances})
    found = (yield from LoadMany(INVOICE, ids)) if ids else ()
    return {kept.id: kept.some for kept in found}


@frozen
class _Fact:
    """What an invoice means for an order, but for its number."""

    lines: tuple[tuple[str, Decimal], ...]
    ahead: Money | None
    deducted: tuple[tuple[str, Money], ...]

    def events(self, number: str) -> Iterator[LinesInvoiced | AdvanceDeducted]:
        yield LinesInvoiced(number, self.lines, self.ahead)
        if self.deducted:
            yield AdvanceDeducted(number, self.deducted)


def _facts(order: Order, portions: Sequence[Portion]) -> _Fact:
    mine = [portion for portion in portions if portion.order.id == order.id]
    lines: dict[str, Decimal] = {}
    deducted: dict[str, Money] = {}
    for portion in mine:
        for line, quantity in portion.lines:
            lines[line] = lines.get(line, ZERO) + quantity
        for number, amount in portion.deducted:
            deducted[number] = deducted[number] + amount if number in deducted else amount
    whole = any(portion.shipment is None for portion in mine)
    return _Fact(tuple(lines.items()), _ahead(order) if whole else None, tuple(deducted.items()))


def _ahead(order: Order) -> Money | None:
    """All that is open is billed; None where nothing is."""
    if not order.open_value:
        return None
    nothing = Money.zero(order.currency)
    return max(order.open_value - (order.ahead or nothing), nothing)


def _billed(order: Kept[Order], number: str, fact: _Fact) -> Kept[Order]:
    order = order.after(tuple(fact.events(number)))
    return order.after(closing(order.some))


def _preceding(portions: Sequence[Portion], invoices: Mapping[str, Invoice]) -> Iterator[PrecedingInvoice]:
    """The invoices before delivery that are taken off again."""
    for id in dict.fromkeys(number for portion in portions for number, _ in portion.deducted):
        document = invoices[id].document
        yield PrecedingInvoice(document.number, document.issued)


def _bill(gathered: Gathered, portions: Sequence[Portion], facts: Mapping[str, _Fact], head: Head, given: str) -> Bill:
    one = merged(portions)
    totals = calculate(one.bill)
    if totals.payable.minor < 0:
        raise Rejected("PAYABLE_NEGATIVE", bills=gathered.what, payable=str(totals.payable))
    shipments = [portion.shipment for portion in portions if portion.shipment]
    plain = len(portions) == 1 and bool(shipments) and not portions[0].less
    currency = in_account(portions[0].order, totals.payable).currency
    return Bill(
        document=draft_of(head, portions, one, totals),
        customer=head.customer.id,
        account=account_id(head.customer),
        owed=total((in_account(portion.order, portion.worth) for portion in portions), currency),
        delivered=total((kept.some.counted for kept in gathered.shipments.values()), currency),
        what=gathered.what,
        order=next(iter(facts)) if len(facts) == 1 else "",
        shipment=shipments[0].id if len(portions) == 1 and shipments else "",
        given=given,
        bills=() if plain else one.bills,
        moves=tuple(move for id, fact in facts.items() for move in _moves(gathered.orders[id], fact)),
    )


def _moves(order: Kept[Order], fact: _Fact) -> tuple[Any, ...]:
    """What no longer counts as ordered, for it is billed; or counts again."""
    after = order.after(tuple(fact.events(_ANY))).some
    return () if after.ahead == order.some.ahead else order_moves(order.some, after)
