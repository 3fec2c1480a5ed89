"""Commands that bill an order as it stands; as in `suggesting`, no rule is here."""

from decimal import Decimal

from otcore.invoicing.policies.commands import BillMilestone, BillOrder, BillPrepayment, PlanMilestones
from otcore.orders.advances import Milestone
from otcore.values.percentage import Percentage
from otcore.workflows.suggesting import Situation, Suggestions

TENTH, HALF = Percentage(10), Decimal(50)


def whole(now: Situation) -> Suggestions:
    """All that is not billed yet."""
    yield "", (BillOrder(order=now.order.id, day=now.day),)


def prepay(now: Situation) -> Suggestions:
    """A tenth in advance: how much, a person has to say."""
    yield "", (BillPrepayment(order=now.order.id, day=now.day, percent=TENTH),)


def plan(now: Situation) -> Suggestions:
    """Two halves: what they are, a person has to say."""
    halves = (Milestone(id="M1", percent=HALF), Milestone(id="M2"))
    yield "", (PlanMilestones(order=now.order.id, milestones=halves),)


def milestone(now: Situation) -> Suggestions:
    """Each step of the plan; where there is none, the one that would be the first."""
    for each in now.order.milestones or (Milestone(id="M1"),):
        yield each.id, (BillMilestone(order=now.order.id, milestone=each.id, day=now.day),)
