"""Billing an order by milestones: the plan, and each step when it is reached."""

from otcore.invoicing.invoice import Invoice
from otcore.invoicing.policies.advances import billed_milestones, milestone_amount
from otcore.invoicing.policies.commands import BillMilestone, PlanMilestones
from otcore.invoicing.policies.planning import plan
from otcore.orders.advances import Milestone
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.workflows.billing.order import bill_rest
from otcore.workflows.billing.prepayment import bill_advance
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save


def plan_milestones(command: PlanMilestones, house: House) -> Flow[Kept[Order]]:
    """The order with its plan."""
    order = yield from Load(ORDER, command.order)
    order = order.after(plan(order.some, command))
    yield from Save(order)
    return order


def bill_milestone(command: BillMilestone, house: House) -> Flow[Kept[Invoice]]:
    """The invoice of a milestone; of the last one: of all that is left."""
    order = yield from Load(ORDER, command.order)
    customer = (yield from Load(CUSTOMER, order.some.customer)).some
    milestone = _wanted(order.some, command.milestone)
    billed = billed_milestones(order.some.advances)
    if milestone.id in billed:
        raise Rejected("MILESTONE_BILLED", order=order.id, milestone=milestone.id)
    if all(each.id in billed for each in order.some.milestones if each.id != milestone.id):
        return (yield from bill_rest(order, customer, command, house))
    amount = milestone_amount(order.some, milestone)
    name = milestone.name or f"Milestone {milestone.id} of order {order.id}"
    return (yield from bill_advance(order, customer, amount, command, house, name, milestone.id))


def _wanted(order: Order, id: str) -> Milestone:
    found = next((each for each in order.milestones if each.id == id), None)
    if found is None:
        raise Rejected("MILESTONE_UNKNOWN", order=order.id, milestone=id)
    return found
