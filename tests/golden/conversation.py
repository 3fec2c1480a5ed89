"""The part of the story in which orders are drafted, amended, reversed, delivered, returned and reopened."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import otcore as ot

FEE = ot.RestockingFee(percent=ot.Percentage(10), amount=ot.Money("1", "EUR"))


class Conversation:
    """One customer who changes its mind in every way, and a seller who does too."""

    def __init__(self, otc: ot.OrderToCash, at: datetime) -> None:
        self.otc, self.at, self.day = otc, at, at.date()

    def do(self, command: Any) -> Any:
        return self.otc.handle(command, at=self.at)

    def tell(self) -> None:
        """All of it."""
        self.master_data()
        self.amendments()
        self.shipments()
        self.returns()

    def master_data(self) -> None:
        profile = ot.Profile(party=ot.Party("Practice"), currency="EUR", price_lists=("wards",))
        self.do(ot.OnboardCustomer("C-7", profile))
        price = ot.UnitPrice("4", "EUR")
        self.do(ot.ListProduct(ot.Product("P-7", "Gloves", "C62", price, ot.TaxCategory("S", "21"))))
        self.do(ot.ReceiveStock("P-7", "MAIN", pieces(500)))

    def order(self, id: str, quantity: int = 10) -> None:
        """One that both sides agree on."""
        lines = (ot.RequestedLine(id="1", quantity=pieces(quantity), product="P-7"),)
        self.do(ot.PlaceOrder(order=id, customer="C-7", day=self.day, currency="EUR", lines=lines))
        self.do(ot.AcknowledgeOrder(order=id, day=self.day))

    def amendments(self) -> None:
        """A draft that is taken up; then proposals that are accepted, rejected and withdrawn; lines given up."""
        day, lines = self.day, (ot.RequestedLine(id="1", quantity=pieces(10), product="P-7"),)
        self.do(ot.DraftOrder(order="O-10", customer="C-7", day=day, currency="EUR", lines=lines))
        self.do(ot.SubmitOrder(order="O-10", day=day))
        self.do(ot.AcknowledgeOrder(order="O-10", day=day))
        more = ot.LineChange(
            line="1", quantity=pieces(20), price=ot.UnitPrice("3.90", "EUR"), promised=day, note="soon"
        )
        new: tuple[ot.RequestedLine, ...] = (ot.RequestedLine(id="2", quantity=pieces(5), product="P-7"),)
        for answer in (ot.AcceptAmendment, ot.RejectAmendment):
            proposal = ot.ProposeAmendment(
                order="O-10",
                day=day,
                by=ot.Side.BUYER,
                changes=(more,),
                added=new,
                reason="more guests",
                reference="C-1",
            )
            self.do(proposal)
            self.do(answer(order="O-10", day=day, by=ot.Side.SELLER))
            more, new = ot.LineChange(line="1", quantity=pieces(40)), ()
        self.do(ot.ProposeAmendment(order="O-10", day=day, by=ot.Side.BUYER, changes=(more,)))
        self.do(ot.WithdrawAmendment(order="O-10", day=day, by=ot.Side.BUYER, reason="too many"))
        part = (ot.LineCancellation(line="2", quantity=pieces(2)),)
        self.do(ot.CancelLines(order="O-10", day=day, lines=part, reason="fewer"))
        self.do(ot.HoldOrder(order="O-10", kind=ot.HoldKind.FRAUD, reason="odd address", day=day, code="SCORE"))
        self.do(ot.ReleaseHold(order="O-10", kind=ot.HoldKind.FRAUD, reason="called back", day=day))

    def shipments(self) -> None:
        """Planned and given up, planned and posted, reversed, delivered; the order closed and reopened."""
        day, some = self.day, (ot.DespatchLine("1", pieces(8)),)
        self.order("O-11")
        self.do(ot.PlanShipment(shipment="S-10", order="O-11", day=day, lines=some))
        self.do(ot.CancelShipment(shipment="S-10", day=day, reason="no lorry"))
        self.do(ot.PlanShipment(shipment="S-11", order="O-11", day=day, lines=some))
        self.do(ot.PostDespatch(shipment="S-11", order="O-11", day=day, lines=()))
        self.do(ot.ReverseShipment(shipment="S-11", day=day, reason="still in the yard"))
        self.do(ot.PostDespatch(shipment="S-12", order="O-11", day=day, lines=some))
        arrived = (ot.DeliveredLine(line="1", quantity=pieces(7)),)
        self.do(ot.ConfirmDelivery(shipment="S-12", day=day + timedelta(1), lines=arrived))
        self.do(ot.IssueInvoice(shipment="S-12", day=day))
        self.do(ot.CloseOrder(order="O-11", day=day, reason="end of season"))
        self.do(ot.ReopenOrder(order="O-11", day=day, reason="warm autumn"))

    def returns(self) -> None:
        """Billed goods that come back in part, exchanged; unbilled ones; and returns that come to nothing."""
        day = self.day
        self.returned("R-1", "O-11", 4)
        self.do(ot.AuthoriseReturn(return_id="R-1", day=day, fee=FEE))
        came = ot.ReceivedLine(line="1", good=pieces(2), scrapped=pieces(1))
        self.do(ot.ReceiveReturn(return_id="R-1", day=day, lines=(came,), location="MAIN"))
        self.do(ot.ExchangeReturn(return_id="R-1", order="O-12", day=day))
        self.do(ot.CloseReturn(return_id="R-1", day=day, reason="one is lost"))
        self.returned("R-2", "O-11", 1)
        self.do(ot.RejectReturn(return_id="R-2", day=day, reason="worn"))
        self.returned("R-3", "O-11", 1)
        self.do(ot.CancelReturn(return_id="R-3", day=day, reason="kept"))
        self.order("O-13")
        self.do(ot.PostDespatch(shipment="S-13", order="O-13", day=day, lines=(ot.DespatchLine("1", pieces(10)),)))
        self.returned("R-4", "O-13", 3)
        self.do(ot.AuthoriseReturn(return_id="R-4", day=day))
        back = (ot.ReceivedLine(line="1", good=pieces(3)),)
        self.do(ot.ReceiveReturn(return_id="R-4", day=day, lines=back, location="MAIN"))

    def returned(self, id: str, order: str, quantity: int) -> None:
        asked = (ot.LineToReturn(line="1", quantity=pieces(quantity), reason="wrong size", reinvoice=True),)
        self.do(ot.RequestReturn(return_id=id, order=order, day=self.day, lines=asked))


def pieces(number: int) -> ot.Quantity:
    return ot.Quantity(Decimal(number), "C62")
