"""What a written despatch advice says, and when none is written."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.adapters.ubl.despatch import DespatchDocument, read_despatch_advice
from otcore.adapters.ubl.despatch_writing import write_despatch_advice
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.events import GoodsShipped, ShippedLine
from otcore.orders.order import Order
from otcore.orders.shipments.lifecycle import ShipmentStatus
from otcore.orders.shipments.shipment import Shipment, ShipmentLine
from otcore.values.faults import Rejected
from otcore.values.party import Address, Identifier, Party
from tests.orders.examples import DAY, after, confirmed, dec, eur, left, line, placed, promised

SELLER = Party("Medical Supplies BV", endpoint=Identifier("7300010000001", "0088"))
BUYER = Party("Harbour Clinic", identifiers=(Identifier("77-4711", "0208"),), address=Address("Quai 7"))


def shipped(quantity: int, cancelled: int = 0, reason: str = "", **details: Any) -> tuple[Shipment, Order]:
    """A shipment of a line of ten, and the order after it."""
    order = confirmed(promised(placed(line(buyer_item="4711"), details=OrderDetails(**details))))
    gone = ShippedLine("1", dec(quantity), (), (), dec(cancelled))
    order = after(order, (GoodsShipped("S1", (gone,), eur("0.00"), eur("0.00")),))
    lines = (ShipmentLine("1", dec(quantity), dec(cancelled), reason),)
    return Shipment("S1", "O1", "C1", DAY, lines, eur("0.00")), order


def told(shipment: Shipment, order: Order) -> DespatchDocument:
    return read_despatch_advice(write_despatch_advice(shipment, order, SELLER, buyer=BUYER))


@pytest.mark.parametrize(
    ("quantity", "cancelled", "outstanding"),
    [(10, 0, None), (6, 0, 4), (6, 4, 0), (6, 1, 3), (12, 0, None)],
    ids=["complete", "backorder", "closed short", "both", "over-delivered"],
)
def test_a_line_says_what_left_and_what_follows(quantity: int, cancelled: int, outstanding: int | None):
    assert told(*shipped(quantity, cancelled)).lines == (left("1", quantity, outstanding),)


def test_a_line_says_why_something_is_outstanding():
    (said,) = told(*shipped(6, reason="AV")).lines
    assert (said.reason, said.quantity.value) == ("AV", Decimal(6))


def test_an_advice_names_the_buyers_order_and_the_day():
    advice = told(*shipped(10, reference="PO-77"))
    assert (advice.id, advice.order, advice.day) == ("S1", "PO-77", DAY)


def test_the_buyer_takes_the_goods_in_where_the_order_says():
    there = Delivery(name="Gate 2", address=Address("Dock 3"))
    advice = told(*shipped(10, delivery=there))
    assert advice.delivery is not None
    assert (advice.delivery.name, advice.delivery.address) == ("Gate 2", Address("Dock 3"))
    assert advice.buyer is not None
    assert (advice.buyer.name, advice.buyer.address) == ("Harbour Clinic", Address("Quai 7"))


def test_the_buyer_of_the_order_goes_before_the_one_that_is_given():
    advice = told(*shipped(10, buyer=Party("The Clinic", address=Address("Rue 1"))))
    assert advice.buyer is not None
    assert advice.buyer.name == "The Clinic"


def test_the_same_shipment_gives_the_same_bytes():
    found = shipped(6)
    assert write_despatch_advice(*found, SELLER, buyer=BUYER) == write_despatch_advice(*found, SELLER, buyer=BUYER)


def test_nothing_is_told_of_what_did_not_leave():
    shipment, order = shipped(10)
    planned = changed(shipment, status=ShipmentStatus.PLANNED)
    with pytest.raises(Rejected, match="SHIPMENT_NOT_POSTED"):
        write_despatch_advice(planned, order, SELLER, buyer=BUYER)


def test_nothing_is_told_to_nobody():
    with pytest.raises(Rejected, match="BUYER_UNKNOWN"):
        write_despatch_advice(*shipped(10), SELLER)
