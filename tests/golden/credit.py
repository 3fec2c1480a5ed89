"""The part of the story in which a credit department grants and takes, and orders wait for a rate and for a rise."""

from datetime import datetime, timedelta
from typing import Any

from attrs import evolve as changed

import otcore as ot
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import ProposeAmendment
from otcore.orders.details import Delivery, OrderDetails
from otcore.values.period import Period

CAREFUL = ot.RiskClass(name="careful", horizon=60)


def rates(at: datetime) -> ot.RateTable:
    """Dollars are worth something from the day after the story's first."""
    return ot.RateTable((ot.Quote(at.date() + timedelta(1), ot.Rate("USD", "EUR", "0.925")),))


def credit(otc: ot.OrderToCash, at: datetime) -> None:
    """An account with everything on it; an order in dollars that waits for its rate; one that rises too far."""
    day = at.date()

    def do(command: Any, actor: str = "story") -> Any:
        return otc.handle(command, actor=actor, at=at)

    def money(amount: str) -> ot.Money:
        return ot.Money(amount, "EUR")

    do(ot.OnboardCustomer("C-5", ot.Profile(party=ot.Party("Clinic"), currency="EUR", currencies=("USD",))))
    do(ot.ListProduct(ot.Product("P-5", "Lamp", "C62", ot.UnitPrice("10", "USD"), ot.TaxCategory("Z", "0"))))
    do(ot.ReceiveStock("P-5", "MAIN", ot.Quantity(90, "C62")))
    year_end = day.replace(month=12, day=31)
    do(ot.ChangeCreditLimit(account="C-5", limit=money("90"), valid_until=year_end, reason="new register"), "ann")
    do(ot.GrantTemporaryLimit(account="C-5", amount=money("20"), start=day, end=day + timedelta(90)))
    do(ot.ApproveLimitChange(account="C-5"), "bob")
    do(ot.InsureCredit(account="C-5", amount=money("30")))
    do(ot.ApproveLimitChange(account="C-5", change=2), "bob")
    do(ot.ChangeCreditLimit(account="C-5", limit=None, reason="as everybody"), "ann")
    do(ot.RejectLimitChange(account="C-5", reason="we know it too little"), "bob")
    wish = ot.ChangeCreditLimit(account="C-5", limit=money("900"), valid_until=year_end, reason="grows")
    do(wish, "ann")
    do(ot.RequirePrepayment(account="C-5"))
    do(ot.RequirePrepayment(account="C-5", required=False))
    do(ot.BlockCredit(account="C-5", reason="a payment came back"))
    do(ot.UnblockCredit(account="C-5", reason="it came again"))
    do(ot.SetRiskClass(account="C-5", risk_class=CAREFUL.name))
    do(ot.ScheduleCreditReview(account="C-5", review_by=year_end))
    do(ot.ReportTermsChange(account="C-5", day=day))
    do(ot.ReportDunning(account="C-5", level=1))
    do(ot.ReportLiabilities(account="C-5", amount=money("12.50")))
    line = ot.RequestedLine(id="1", quantity=ot.Quantity(8, "C62"), product="P-5")
    wanted = OrderDetails(delivery=Delivery(requested=Period(day + timedelta(20), day + timedelta(25))))
    for order, placed in (("O-7", day), ("O-8", day + timedelta(1))):
        asked = changed(line, quantity=ot.Quantity(2, "C62")) if order == "O-8" else line
        do(ot.PlaceOrder(order=order, customer="C-5", day=placed, currency="USD", lines=(asked,), details=wanted))
    hold = ot.HoldKind.CREDIT
    do(ot.ReleaseHold(order="O-7", kind=hold, reason="the rate is known", day=day + timedelta(1)), "bob")
    more = LineChange(line="1", quantity=ot.Quantity(30, "C62"))
    do(ProposeAmendment(order="O-8", day=day + timedelta(2), by=Side.BUYER, changes=(more,)))
