"""The part of the story in which invoices are drafted, sent, disputed, credited and corrected."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import otcore as ot


def invoices(otc: ot.OrderToCash, at: datetime) -> None:
    """Four shipments: one drafted twice and discarded, one drafted and issued, one paid before it is credited for
    goods that came back, one billed anew, one self-billed and billed again.
    """
    day = at.date()

    def do(command: Any) -> Any:
        return otc.handle(command, at=at)

    def pieces(number: int) -> ot.Quantity:
        return ot.Quantity(number, "C62")

    do(ot.OnboardCustomer("C-9", ot.Profile(party=ot.Party("Clinic"), currency="EUR")))
    splint = ot.Product("P-9", "Splint", "C62", ot.UnitPrice("8", "EUR"), ot.TaxCategory("S", "21"))
    do(ot.ListProduct(splint))
    do(ot.ReceiveStock("P-9", "MAIN", pieces(100)))
    for number in range(4):
        order, shipment = f"O-9{number}", f"S-9{number}"
        line = ot.RequestedLine(id="1", quantity=pieces(10), product="P-9")
        do(ot.PlaceOrder(order=order, customer="C-9", day=day, currency="EUR", lines=(line,)))
        do(ot.AcknowledgeOrder(order=order, day=day))
        do(ot.PostDespatch(shipment=shipment, order=order, day=day, lines=(ot.DespatchLine("1", pieces(10)),)))
    do(ot.DraftInvoice(draft="D-1", shipment="S-90", day=day, note="first"))
    do(ot.DraftInvoice(draft="D-1", shipment="S-90", day=day, note="call before you come"))
    do(ot.DraftInvoice(draft="D-2", shipment="S-91", day=day))
    do(ot.DiscardDraft(draft="D-2", day=day, reason="twice"))
    first = do(ot.IssueDraft(draft="D-1", day=day))
    do(ot.SendInvoice(invoice=first.id, day=day, channel="peppol", reference="message 7"))
    do(ot.OpenDispute(invoice=first.id, dispute="D-1", day=day, reason="one was broken", amount=ot.Money(8, "EUR")))
    came_back(do, first.id, day, pieces(3))
    do(ot.NoteDispute(invoice=first.id, dispute="D-1", day=day, text="photographs came"))
    ended = ot.SettleDispute(
        invoice=first.id, dispute="D-1", day=day, outcome="credited", resolution=ot.Resolution.CREDITED
    )
    do(ended)
    again = ot.OpenDispute(
        invoice=first.id,
        dispute="D-1",
        day=day,
        reason="two more",
        code=ot.DisputeReason.DAMAGED,
        amount=ot.Money(8, "EUR"),
    )
    do(again)
    do(ended)
    wrong = do(ot.IssueInvoice(shipment="S-91", day=day))
    lines = (ot.CorrectedLine(line="1", price=ot.UnitPrice("7.50", "EUR")),)
    right = do(ot.IssueCorrectiveInvoice(invoice=wrong.id, day=day, reason="wrong price", lines=lines))
    do(ot.ApplyCreditNote(note="CN-2026-000001", invoice=right.id, day=day))
    do(ot.IssueInvoice(shipment="S-92", day=day, self_billed="SB-1"))
    anew = (ot.CreditLine("1", Decimal(10), True),)
    do(ot.IssueCreditNote(invoice="C-9:SB-1", day=day, reason="not agreed", lines=anew, self_billed="SB-2"))


def came_back(do: Any, invoice: str, day: Any, three: ot.Quantity) -> None:
    """Three of ten come back after all is paid: their credit note is more than what is open."""
    money = ot.RecordReceipt(receipt="M-9", account="till", day=day, amount=ot.Money("96.80", "EUR"), text=invoice)
    do(money)
    do(ot.ApplyReceipt("M-9"))
    do(ot.RequestReturn(return_id="R-9", order="O-90", day=day, lines=(ot.LineToReturn(line="1", quantity=three),)))
    fee = ot.RestockingFee(percent=ot.Percentage("10"))
    do(ot.AuthoriseReturn(return_id="R-9", day=day, fee=fee))
    do(ot.ReceiveReturn(return_id="R-9", day=day, lines=(ot.ReceivedLine(line="1", good=three),), location="MAIN"))
    note = do(ot.IssueCreditNote(invoice=invoice, day=day, reason="broken", return_id="R-9"))
    do(ot.SendCreditNote(note=note.id, day=day, channel="mail", reference="letter"))
