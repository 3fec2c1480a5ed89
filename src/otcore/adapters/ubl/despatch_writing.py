"""Writing a despatch advice as Peppol BIS Despatch Advice 3 (UBL 2.1 DespatchAdvice, transaction T16)."""

from attrs import evolve as changed

from otcore.adapters.ubl import common_writing as write
from otcore.adapters.ubl.writing import Element, document, group, leaf
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.orders.shipments.lifecycle import ShipmentStatus
from otcore.orders.shipments.shipment import Shipment, ShipmentLine
from otcore.values.faults import Rejected
from otcore.values.party import Party
from otcore.values.quantity import Quantity

NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2"
CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:despatch_advice:3"
PROFILE = "urn:fdc:peppol.eu:poacc:bis:despatch_advice:3"

_NO_NUMBER = "NA"
"""What Peppol writes for a consignment without a number of its own."""


def write_despatch_advice(shipment: Shipment, order: Order, seller: Party, *, buyer: Party | None = None) -> bytes:
    """What left with a shipment, to tell the buyer; the same shipment and order always give the same bytes.

    `order` as it is after the shipment: what is open of a line is what is outstanding. Nothing is said of a line that
    is complete; of one that was closed short, that less follows, or nothing. `buyer` is named where the order names
    nobody.

    Refused: `SHIPMENT_NOT_POSTED`, `BUYER_UNKNOWN`. Raises `Invalid` TEXT_NOT_XML.
    """
    if shipment.status not in (ShipmentStatus.POSTED, ShipmentStatus.DELIVERED):
        raise Rejected("SHIPMENT_NOT_POSTED", shipment=shipment.id, status=shipment.status.value)
    buyer = order.details.buyer or buyer
    if buyer is None:
        raise Rejected("BUYER_UNKNOWN", order=order.id)
    return document(
        "DespatchAdvice",
        NAMESPACE,
        leaf("cbc:CustomizationID", CUSTOMIZATION),
        leaf("cbc:ProfileID", PROFILE),
        leaf("cbc:ID", shipment.id),
        write.day("cbc:IssueDate", shipment.day),
        group("cac:OrderReference", leaf("cbc:ID", _reference(order))),
        group("cac:DespatchSupplierParty", _party(seller)),
        group("cac:DeliveryCustomerParty", _party(_recipient(order, buyer))),
        group("cac:BuyerCustomerParty", _buyer(buyer)),
        group("cac:Shipment", leaf("cbc:ID", _NO_NUMBER), _left(shipment)),
        *_lines(shipment, order),
    )


def _reference(order: Order) -> str:
    return order.details.reference or order.id


def _left(shipment: Shipment) -> Element | None:
    left = write.day("cbc:ActualDespatchDate", shipment.day)
    return group("cac:Delivery", group("cac:Despatch", left))


def _recipient(order: Order, buyer: Party) -> Party:
    """Who takes the goods in: the buyer, at the place the order names."""
    to = order.details.delivery
    if to is None:
        return buyer
    return changed(buyer, name=to.name or buyer.name, address=to.address or buyer.address, contact=None)


def _party(party: Party) -> Element | None:
    return group(
        "cac:Party",
        write.identifier("cbc:EndpointID", party.endpoint),
        *[group("cac:PartyIdentification", write.identifier("cbc:ID", each)) for each in party.identifiers],
        write.address("cac:PostalAddress", party.address),
        group("cac:PartyLegalEntity", leaf("cbc:RegistrationName", party.legal_name or party.name)),
    )


def _buyer(party: Party) -> Element | None:
    return group(
        "cac:Party",
        *[group("cac:PartyIdentification", write.identifier("cbc:ID", each)) for each in party.identifiers],
        group("cac:PartyName", leaf("cbc:Name", party.name)),
        write.address("cac:PostalAddress", party.address),
    )


def _lines(shipment: Shipment, order: Order) -> list[Element | None]:
    ordered = {line.id: line for line in order.lines}
    lines = [(each, ordered[each.line]) for each in shipment.lines]
    return [_line(number, each, line, order) for number, (each, line) in enumerate(lines, 1)]


def _line(number: int, left: ShipmentLine, line: OrderLine, order: Order) -> Element | None:
    unit, agreed = line.agreed.unit, line.agreed
    says = left.cancelled or line.ledger.open
    return group(
        "cac:DespatchLine",
        leaf("cbc:ID", str(number)),
        write.quantity("cbc:DeliveredQuantity", Quantity.trusted(left.quantity, unit)),
        write.quantity("cbc:OutstandingQuantity", Quantity.trusted(line.ledger.open, unit)) if says else None,
        leaf("cbc:OutstandingReason", left.reason),
        group(
            "cac:OrderLineReference",
            leaf("cbc:LineID", line.id),
            group("cac:OrderReference", leaf("cbc:ID", _reference(order))),
        ),
        group(
            "cac:Item",
            leaf("cbc:Name", agreed.name),
            group("cac:BuyersItemIdentification", leaf("cbc:ID", agreed.buyer_item)),
            group("cac:SellersItemIdentification", leaf("cbc:ID", agreed.product)),
            group("cac:StandardItemIdentification", write.identifier("cbc:ID", agreed.standard_item)),
        ),
    )
