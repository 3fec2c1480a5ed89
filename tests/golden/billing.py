"""The part of the story in which orders are billed otherwise than by delivery."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import otcore as ot
from otcore.customers.billing import BillingMode, BillingPeriod, BillingPolicy
from otcore.invoicing.policies.commands import BillMilestone, BillOrder, BillPeriod, BillPrepayment, PlanMilestones
from otcore.orders.advances import Milestone


def billing(otc: ot.OrderToCash, at: datetime) -> None:
    """One order prepaid, billed whole, taken back and billed again; one by milestones, of which one is credited; two
    of a customer who is billed by the month.
    """
    day = at.date()

    def do(command: Any) -> Any:
        return otc.handle(command, at=at)

    monthly = BillingPolicy(mode=BillingMode.PERIOD, period=BillingPeriod.MONTH)
    do(ot.OnboardCustomer("C-10", ot.Profile(party=ot.Party("Practice"), currency="EUR")))
    do(ot.OnboardCustomer("C-11", ot.Profile(party=ot.Party("Pharmacy"), currency="EUR", billing=monthly)))
    for order, customer in (("O-100", "C-10"), ("O-101", "C-10"), ("O-110", "C-11"), ("O-111", "C-11")):
        line = ot.RequestedLine(id="1", quantity=ot.Quantity(5, "C62"), product="P-9")
        do(ot.PlaceOrder(order=order, customer=customer, day=day, currency="EUR", lines=(line,)))
        do(ot.AcknowledgeOrder(order=order, day=day))
    do(BillPrepayment(order="O-100", day=day, percent=ot.Percentage(30)))
    whole = do(BillOrder(order="O-100", day=day))
    back = tuple(ot.CreditLine(line.id, line.quantity.value, True) for line in whole.document.lines)
    do(ot.IssueCreditNote(invoice=whole.id, day=day, reason="wrong address", lines=back))
    do(BillOrder(order="O-100", day=day, note="as agreed"))
    sent(do, "O-100", "S-100", day)
    steps = (Milestone(id="M-1", name="Plan", percent=Decimal(40)), Milestone(id="M-2", name="Delivery"))
    do(PlanMilestones(order="O-101", milestones=steps))
    first = do(BillMilestone(order="O-101", milestone="M-1", day=day))
    do(ot.IssueCreditNote(invoice=first.id, day=day, reason="late", amount=ot.Money("1.21", "EUR")))
    sent(do, "O-101", "S-101", day)
    do(BillMilestone(order="O-101", milestone="M-2", day=day))
    sent(do, "O-110", "S-110", day)
    sent(do, "O-111", "S-111", day)
    do(BillPeriod(customer="C-11", day=day))


def sent(do: Any, order: str, shipment: str, day: Any) -> None:
    """All five pieces left."""
    lines = (ot.DespatchLine("1", ot.Quantity(5, "C62")),)
    do(ot.PostDespatch(shipment=shipment, order=order, day=day, lines=lines))
