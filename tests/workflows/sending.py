"""What happens to goods beside their despatch, in short words: planned, delivered, reversed, sent back."""

from typing import Any

from otcore.orders.returns.commands import (
    AuthoriseReturn,
    CancelReturn,
    CloseReturn,
    ExchangeReturn,
    LineToReturn,
    ReceivedLine,
    ReceiveReturn,
    RejectReturn,
    RequestReturn,
)
from otcore.orders.returns.restocking import RestockingFee
from otcore.orders.returns.returned_goods import Return
from otcore.orders.shipments.commands import (
    CancelShipment,
    ConfirmDelivery,
    DeliveredLine,
    PlanShipment,
    ReverseShipment,
)
from otcore.orders.shipments.shipment import DespatchLine, Shipment
from otcore.values.percentage import Percentage
from tests.orders.examples import DAY, eur, left, line, pieces
from tests.workflows.desk import Desk, desk

Lines = dict[str, Any]
"""Quantities by line."""


def confirmed(*lines: Any, stocked: int = 20, limit: str | None = None, order: str = "O1", **more: Any) -> Desk:
    """A desk with a confirmed order, of ten P1 at 10.00 unless stated."""
    ready = desk(limit=limit, stocked=stocked, **more)
    ready.places(*(lines or (line(),)), order=order)
    if ready.acknowledges(order).status.value == "acknowledged":
        ready.agrees(order)
    return ready


def sent(quantity: int = 10, **more: Any) -> Desk:
    """A desk that has shipped so much of a confirmed order."""
    ready = confirmed(**more)
    ready.ships(left("1", quantity))
    return ready


def plans(ready: Desk, *lines: DespatchLine, shipment: str = "S1", order: str = "O1") -> Shipment:
    answer: Shipment = ready.handle(
        PlanShipment(shipment=shipment, order=order, day=DAY, lines=lines or (left("1", 10),))
    )
    return answer


def drops(ready: Desk, shipment: str = "S1") -> Shipment:
    answer: Shipment = ready.handle(CancelShipment(shipment=shipment, day=DAY, reason="no lorry"))
    return answer


def delivers(ready: Desk, shipment: str = "S1", day: Any = DAY, **quantities: Any) -> Shipment:
    """All that is under way, or so much of the lines: `delivers(ready, _1=4)`."""
    lines = tuple(DeliveredLine(line=id[1:], quantity=pieces(each)) for id, each in quantities.items())
    answer: Shipment = ready.handle(ConfirmDelivery(shipment=shipment, day=day, lines=lines or None))
    return answer


def takes_back(ready: Desk, shipment: str = "S1", location: str = "") -> Shipment:
    answer: Shipment = ready.handle(
        ReverseShipment(shipment=shipment, day=DAY, reason="wrong lorry", location=location)
    )
    return answer


def asks(ready: Desk, quantity: Any = 3, id: str = "R1", order: str = "O1", reinvoice: bool = False) -> Return:
    lines = (LineToReturn(line="1", quantity=pieces(quantity), reason="too small", reinvoice=reinvoice),)
    answer: Return = ready.handle(RequestReturn(return_id=id, order=order, day=DAY, lines=lines))
    return answer


def allows(ready: Desk, id: str = "R1", percent: str = "", amount: str = "") -> Return:
    fee = None
    if percent or amount:
        of = Percentage(percent) if percent else None
        fee = RestockingFee(percent=of, amount=eur(amount) if amount else None)
    answer: Return = ready.handle(AuthoriseReturn(return_id=id, day=DAY, fee=fee))
    return answer


def forbids(ready: Desk, id: str = "R1") -> Return:
    answer: Return = ready.handle(RejectReturn(return_id=id, day=DAY, reason="too late"))
    return answer


def gets_back(ready: Desk, good: Any = 3, scrapped: Any = 0, id: str = "R1", location: str = "main") -> Return:
    lines = (ReceivedLine(line="1", good=pieces(good), scrapped=pieces(scrapped)),)
    answer: Return = ready.handle(ReceiveReturn(return_id=id, day=DAY, lines=lines, location=location))
    return answer


def gives_up(ready: Desk, id: str = "R1") -> Return:
    answer: Return = ready.handle(CancelReturn(return_id=id, day=DAY, reason="keeps it"))
    return answer


def ends(ready: Desk, id: str = "R1") -> Return:
    answer: Return = ready.handle(CloseReturn(return_id=id, day=DAY, reason="never came"))
    return answer


def replaces(ready: Desk, order: str = "O2", id: str = "R1", **more: Any) -> Return:
    answer: Return = ready.handle(ExchangeReturn(return_id=id, order=order, day=DAY, **more))
    return answer


def back(ready: Desk, quantity: Any = 3, id: str = "R1", **more: Any) -> Return:
    """Asked for, allowed and received at once, all good."""
    asks(ready, quantity, id, more.get("order", "O1"))
    allows(ready, id)
    return gets_back(ready, quantity, id=id)
