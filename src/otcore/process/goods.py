"""What happens to shipments, told."""

from collections.abc import Mapping

from otcore.orders.shipments import events as e
from otcore.process.sentence import Sentence, quantities, reason


def _planned(fact: e.ShipmentPlanned) -> str:
    wanted = quantities((line.line, line.quantity.value) for line in fact.lines)
    return f"Shipment {fact.shipment} planned for {fact.day}: {wanted}"


def _posted(fact: e.ShipmentPosted) -> str:
    left = quantities((line.line, line.quantity) for line in fact.lines if line.quantity)
    return f"Shipment {fact.shipment} left: {left or 'nothing'}"


def _delivered(fact: e.ShipmentDelivered) -> str:
    return f"Arrived on {fact.day}: {quantities(fact.lines)}"


def _came_back(fact: e.GoodsCameBack) -> str:
    return f"Came back with return {fact.return_id}: {quantities(fact.lines)}"


SHIPMENTS: Mapping[type, Sentence] = {
    e.ShipmentPlanned: Sentence("shipment.planned", _planned),
    e.ShipmentPosted: Sentence("shipment.posted", _posted, again=True),
    e.ShipmentCancelled: Sentence("shipment.cancelled", lambda fact: "Will not leave", reason),
    e.ShipmentDelivered: Sentence("shipment.delivered", _delivered, again=True),
    e.DespatchReversed: Sentence("shipment.reversed", lambda fact: f"Taken back on {fact.day}", reason),
    e.GoodsCameBack: Sentence("shipment.came_back", _came_back, again=True),
    e.BillTakenBack: Sentence("shipment.bill_taken_back", lambda fact: f"To be billed again, after {fact.note}"),
    e.ShipmentInvoiced: Sentence("shipment.invoiced", lambda fact: f"Billed by {fact.invoice}", again=True),
}
