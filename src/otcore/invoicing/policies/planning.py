"""Planning the milestones by which an order is billed."""

from otcore.invoicing.on_account import marks
from otcore.invoicing.policies.advances import steps_of
from otcore.invoicing.policies.commands import PlanMilestones
from otcore.invoicing.policies.portion import rest_of
from otcore.orders.events import MilestonesPlanned
from otcore.orders.guards import must_allow
from otcore.orders.order import Order
from otcore.values.faults import Rejected


def plan(order: Order, command: PlanMilestones) -> tuple[MilestonesPlanned, ...]:
    """The fact that an order is billed by these milestones. Refused, raises: as `PlanMilestones` says."""
    must_allow(order, MilestonesPlanned)
    if any(each.stands for each in order.advances) or any(line.ledger.invoiced for line in order.lines):
        raise Rejected("ALREADY_BILLED", order=order.id)
    names = [each.id for each in command.milestones]
    if len(set(names)) < len(names):
        raise Rejected("MILESTONE_TWICE", order=order.id)
    if command.milestones:
        marks(rest_of(order).bill, steps_of(command.milestones))
    return (MilestonesPlanned(command.milestones),)
