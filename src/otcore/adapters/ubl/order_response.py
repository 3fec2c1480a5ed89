"""The order response as Peppol BIS Order Response 3 (UBL 2.1 OrderResponse, transaction T76)."""

from datetime import date

from otcore.adapters.ubl import common_writing as write
from otcore.adapters.ubl.writing import Element, document, group, leaf
from otcore.orders.acknowledgement import LineAnswer, LineCode, ResponseCode
from otcore.orders.line import OrderLine, quantity
from otcore.orders.order import Order
from otcore.values.decimals import plain
from otcore.values.faults import Rejected
from otcore.values.party import Party

NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2"
CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:order_response:3"
PROFILE = "urn:fdc:peppol.eu:poacc:bis:ordering:3"

_REVIEWED = "The order has been received and is being reviewed."
_NOT_SOLD = "This item is not sold any more."
_LATER = "A part follows later."


def write_order_response(
    order: Order, seller: Party, *, response_id: str, day: date, buyer: Party | None = None
) -> bytes:
    """The seller's last answer on an order; the same order, id and day always give the same bytes.

    `buyer` is named where the order itself names nobody (it did not come as a document). Lines stand in an answer with
    changes only (PEPPOL-T76-R007 to R010). A line's Quantity is what is promised now, its MaximumBackorderQuantity what
    follows later, in addition and in the same unit. Why an order waits is the seller's affair: the buyer learns only
    that it does.

    Refused: `ORDER_NOT_ANSWERED`, `BUYER_UNKNOWN`. Raises `Invalid` TEXT_NOT_XML.
    """
    if order.response is None:
        raise Rejected("ORDER_NOT_ANSWERED", order=order.id)
    buyer = order.details.buyer or buyer
    if buyer is None:
        raise Rejected("BUYER_UNKNOWN", order=order.id)
    return document(
        "OrderResponse",
        NAMESPACE,
        leaf("cbc:CustomizationID", CUSTOMIZATION),
        leaf("cbc:ProfileID", PROFILE),
        leaf("cbc:ID", response_id),
        leaf("cbc:SalesOrderID", order.id),
        write.day("cbc:IssueDate", day),
        leaf("cbc:OrderResponseCode", order.response.value),
        leaf("cbc:Note", _note(order)),
        leaf("cbc:DocumentCurrencyCode", order.currency),
        leaf("cbc:CustomerReference", order.details.buyer_reference),
        group("cac:OrderReference", leaf("cbc:ID", order.details.reference or order.id)),
        group("cac:SellerSupplierParty", _party(seller)),
        group("cac:BuyerCustomerParty", _party(buyer)),
        *_lines(order),
    )


def _note(order: Order) -> str:
    if order.response is ResponseCode.RECEIVED:
        return _REVIEWED
    return "\n".join(order.reasons) if order.response is ResponseCode.REJECTED else ""


def _party(party: Party) -> Element | None:
    return group(
        "cac:Party",
        write.identifier("cbc:EndpointID", party.endpoint),
        *(group("cac:PartyIdentification", write.identifier("cbc:ID", each)) for each in party.identifiers),
        group("cac:PartyLegalEntity", leaf("cbc:RegistrationName", party.legal_name or party.name)),
    )


def _lines(order: Order) -> list[Element | None]:
    if order.response is not ResponseCode.CHANGED:
        return []
    lines = {line.id: line for line in order.lines}
    return [_line(answer, lines[answer.line]) for answer in order.answers]


def _line(answer: LineAnswer, line: OrderLine) -> Element | None:
    now = answer.quantity - answer.backordered
    return group(
        "cac:OrderLine",
        group(
            "cac:LineItem",
            leaf("cbc:ID", line.id),
            leaf("cbc:Note", _line_note(answer)),
            leaf("cbc:LineStatusCode", answer.code.value),
            write.quantity("cbc:Quantity", quantity(line, now)),
            leaf("cbc:MaximumBackorderQuantity", plain(answer.backordered) if answer.backordered else ""),
            _item(line),
        ),
        group("cac:OrderLineReference", leaf("cbc:LineID", line.id)),
    )


def _line_note(answer: LineAnswer) -> str:
    if answer.code is LineCode.REJECTED:
        return _NOT_SOLD
    return _LATER if answer.backordered else ""


def _item(line: OrderLine) -> Element | None:
    agreed = line.agreed
    return group(
        "cac:Item",
        leaf("cbc:Name", agreed.name),
        group("cac:BuyersItemIdentification", leaf("cbc:ID", agreed.buyer_item)),
        group("cac:SellersItemIdentification", leaf("cbc:ID", agreed.product)),
        group("cac:StandardItemIdentification", write.identifier("cbc:ID", agreed.standard_item)),
    )
