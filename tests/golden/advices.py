"""The part of the story in which a payer says what it pays."""

from datetime import datetime

import otcore as ot


def advices(otc: ot.OrderToCash, at: datetime) -> None:
    """An advice that says all there is to say, taken in after its documents and used for the payment."""
    day, hundred = at.date(), ot.Money("96.80", "EUR")
    pieces = ot.Quantity(10, "C62")
    line = ot.RequestedLine(id="1", quantity=pieces, product="P-9")
    otc.handle(ot.PlaceOrder(order="O-96", customer="C-9", day=day, currency="EUR", lines=(line,)), at=at)
    otc.handle(ot.AcknowledgeOrder(order="O-96", day=day), at=at)
    otc.handle(ot.PostDespatch(shipment="S-96", order="O-96", day=day, lines=(ot.DespatchLine("1", pieces),)), at=at)
    invoice = otc.handle(ot.IssueInvoice(shipment="S-96", day=day), at=at)
    paid = ot.AdviceLine(
        document=invoice.id,
        paid=ot.Money("86.80", "EUR"),
        deduction=ot.Money("10.00", "EUR"),
        reason="one was broken",
        order="PO-96",
        stated=hundred,
        issued=day,
    )
    advice = ot.RemittanceAdvice(
        id="A-1",
        payer="Clinic",
        payment_reference="PAY-96-1",
        day=day,
        total=paid.paid,
        lines=(paid,),
        payer_account="BE02",
        other_references=("CHQ-1",),
    )
    otc.handle(ot.TakeRemittanceAdvice(advice), at=at)
    money = ot.RecordReceipt(receipt="M-96", account="till", day=day, amount=paid.paid, text="PAY-96-1")
    otc.handle(money, at=at)
    otc.handle(ot.ApplyReceipt("M-96"), at=at)
