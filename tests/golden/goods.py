"""The part of the story in which goods are announced, counted, promised before they arrive, and arrive."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from attrs import evolve as changed

import otcore as ot


def goods(otc: ot.OrderToCash, at: datetime) -> None:
    """A shelf that keeps some back, and two orders that wait for what is announced; the first gets it."""
    day = at.date()

    def do(command: Any) -> Any:
        return otc.handle(command, at=at)

    def pieces(number: int) -> ot.Quantity:
        return ot.Quantity(number, "C62")

    do(ot.OnboardCustomer("C-4", ot.Profile(party=ot.Party("Ward"), currency="EUR")))
    gauze = ot.Product("P-4", "Gauze", "C62", ot.UnitPrice("1", "EUR"), ot.TaxCategory("S", "21"))
    do(ot.ListProduct(gauze))
    do(ot.SetStockPolicy("P-4", "MAIN", safety=Decimal(2)))
    do(ot.CountStock("P-4", "MAIN", pieces(10), "opening count"))
    do(ot.ExpectStock("P-4", "MAIN", "PO-7", pieces(30), day + timedelta(10)))
    do(ot.ExpectStock("P-4", "MAIN", "PO-8", pieces(20), day + timedelta(17)))
    for order in ("O-5", "O-6"):
        line = ot.RequestedLine(id="1", quantity=pieces(20), product="P-4")
        do(ot.PlaceOrder(order=order, customer="C-4", day=day, currency="EUR", lines=(line,)))
    do(ot.ReceiveStock("P-4", "MAIN", pieces(25), "PO-7"))
    do(ot.AllocateOrder(order="O-5", day=day))
    do(ot.ChangeProduct(changed(gauze, price=ot.UnitPrice("1.10", "EUR"), under_delivery=ot.Percentage("2.5"))))
