"""Billing a part of an order before delivery: an open item of its own, which later invoices take off."""

from otcore.customers.credit.account import account_id
from otcore.customers.customer import Customer
from otcore.invoicing.calculation import InvoiceInput, calculate
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.policies.advances import advance_of, amount_of
from otcore.invoicing.policies.commands import BillMilestone, BillPrepayment
from otcore.invoicing.policies.drafting import Head, draft_advance
from otcore.orders.events import AdvanceBilled
from otcore.orders.exposure import in_account, order_moves
from otcore.orders.guards import must_allow
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.workflows.billing.permitted import head_of, must_number
from otcore.workflows.billing.portions import advances_of
from otcore.workflows.house import House
from otcore.workflows.issuing import Bill, issue
from otcore.workflows.requests import Flow, Load


def bill_prepayment(command: BillPrepayment, house: House) -> Flow[Kept[Invoice]]:
    """The prepayment invoice; the order knows what is to be taken off again."""
    order = yield from Load(ORDER, command.order)
    if order.some.milestones:
        raise Rejected("BILLED_BY_MILESTONE", order=order.id)
    customer = (yield from Load(CUSTOMER, order.some.customer)).some
    amount = amount_of(order.some, command.percent, command.amount)
    return (yield from bill_advance(order, customer, amount, command, house, name=f"Prepayment for order {order.id}"))


def bill_advance(
    order: Kept[Order],
    customer: Customer,
    amount: Money,
    command: BillPrepayment | BillMilestone,
    house: House,
    name: str,
    milestone: str = "",
) -> Flow[Kept[Invoice]]:
    """The invoice of an amount of an order."""
    must_number(house, customer, command.self_billed)
    must_allow(order.some, AdvanceBilled)
    invoices = yield from advances_of({order.id: order})
    billed = advance_of(order.some, amount, invoices)
    fact = AdvanceBilled("", command.day, amount, milestone)
    head = head_of(house, customer, command.day, command.note)
    bill = _bill(order, head, billed, name, fact, command.self_billed)
    return (yield from issue(bill, house, lambda number: (order.after((_numbered(fact, number),)),)))


def _bill(order: Kept[Order], head: Head, billed: InvoiceInput, name: str, fact: AdvanceBilled, given: str) -> Bill:
    totals = calculate(billed)
    owed = in_account(order.some, totals.payable)
    return Bill(
        document=draft_advance(head, order.some, billed, totals, name),
        customer=head.customer.id,
        account=account_id(head.customer),
        owed=owed,
        delivered=Money.zero(owed.currency),
        what=f"order {order.id}",
        order=order.id,
        given=given,
        moves=order_moves(order.some, order.after((fact,)).some),
    )


def _numbered(fact: AdvanceBilled, number: str) -> AdvanceBilled:
    return AdvanceBilled(number, fact.day, fact.amount, fact.milestone)
