"""The order response as Peppol BIS Order Response 3 (UBL 2.1 OrderResponse, transaction T76) and as Order Response
Advanced 3 (T116), which also answers changes and cancellations.
"""

from collections.abc import Sequence
from datetime import date

from otcore.adapters.ubl import common_writing as write
from otcore.adapters.ubl.writing import Element, document, group, leaf
from otcore.orders.acknowledgement import LineAnswer, LineCode, ResponseCode
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.orders.responding import Response, response_to_amendment, response_to_order
from otcore.values.decimals import plain
from otcore.values.faults import Rejected
from otcore.values.party import Party
from otcore.values.quantity import Quantity

NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2"
CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:order_response:3"
PROFILE = "urn:fdc:peppol.eu:poacc:bis:ordering:3"
ADVANCED_CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:order_response_advanced:3"
ADVANCED_PROFILE = "urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3"

_REVIEWED = "The order has been received and is being reviewed."
_NOT_SOLD = "This item is not sold any more."
_LATER = "A part follows later."


def write_order_response(
    order: Order, seller: Party, *, response_id: str, day: date, buyer: Party | None = None
) -> bytes:
    """The seller's last answer on an order; the same order, id and day always give the same bytes.

    `buyer` is named where the order itself names nobody (it did not come as a document). Lines stand in an answer with
    changes only (PEPPOL-T76-R007 to R010). A line's Quantity is what is promised now, its MaximumBackorderQuantity what
    follows later, in addition and in the same unit; its promised day stands there while it is to come. Why an order
    waits is the seller's affair: the buyer learns only that it does.

    Refused: `ORDER_NOT_ANSWERED`, `BUYER_UNKNOWN`. Raises `Invalid` TEXT_NOT_XML.
    """
    if order.response is None:
        raise Rejected("ORDER_NOT_ANSWERED", order=order.id)
    note = "\n".join(order.reasons) if order.response is ResponseCode.REJECTED else ""
    lines = order.answers if order.response is ResponseCode.CHANGED else ()
    response = Response(order.response, lines, note)
    return _written(order, response, seller, buyer, response_id, day, (CUSTOMIZATION, PROFILE))


def write_order_response_advanced(
    order: Order,
    seller: Party,
    *,
    response_id: str,
    day: date,
    amendment: int | None = None,
    buyer: Party | None = None,
) -> bytes:
    """The answer on an order, its cancellation, or on a change of it: what the buyer asked for by the amendment of this
    number, or what the seller proposes by it. Otherwise as `write_order_response`.

    Refused: `NO_AMENDMENT`, `ORDER_NOT_ANSWERED`, `BUYER_UNKNOWN`. Raises `Invalid` TEXT_NOT_XML.
    """
    response = response_to_order(order) if amendment is None else response_to_amendment(order, amendment)
    kind = (ADVANCED_CUSTOMIZATION, ADVANCED_PROFILE)
    return _written(order, response, seller, buyer, response_id, day, kind)


def _written(
    order: Order,
    response: Response,
    seller: Party,
    buyer: Party | None,
    response_id: str,
    day: date,
    kind: tuple[str, str],
) -> bytes:
    buyer = order.details.buyer or buyer
    if buyer is None:
        raise Rejected("BUYER_UNKNOWN", order=order.id)
    return document(
        "OrderResponse",
        NAMESPACE,
        leaf("cbc:CustomizationID", kind[0]),
        leaf("cbc:ProfileID", kind[1]),
        leaf("cbc:ID", response_id),
        leaf("cbc:SalesOrderID", order.id),
        write.day("cbc:IssueDate", day),
        leaf("cbc:OrderResponseCode", response.code.value),
        leaf("cbc:Note", _REVIEWED if response.code is ResponseCode.RECEIVED else response.note),
        leaf("cbc:DocumentCurrencyCode", order.currency),
        leaf("cbc:CustomerReference", order.details.buyer_reference),
        group("cac:OrderReference", leaf("cbc:ID", order.details.reference or order.id)),
        group("cac:OrderChangeDocumentReference", leaf("cbc:ID", response.change)),
        group("cac:SellerSupplierParty", _party(seller)),
        group("cac:BuyerCustomerParty", _party(buyer)),
        *_lines(order, response.lines, day),
    )


def _party(party: Party) -> Element | None:
    return group(
        "cac:Party",
        write.identifier("cbc:EndpointID", party.endpoint),
        *(group("cac:PartyIdentification", write.identifier("cbc:ID", each)) for each in party.identifiers),
        group("cac:PartyLegalEntity", leaf("cbc:RegistrationName", party.legal_name or party.name)),
    )


def _lines(order: Order, answers: Sequence[LineAnswer], day: date) -> list[Element | None]:
    lines = {line.id: line for line in order.lines}
    names = {each.id: each.name for amendment in order.amendments for each in amendment.added}
    return [_line(answer, lines.get(answer.line), names.get(answer.line, ""), day) for answer in answers]


def _line(answer: LineAnswer, line: OrderLine | None, name: str, day: date) -> Element | None:
    """`line` None: one that the seller offers beside what was ordered."""
    unit = answer.unit or (line.agreed.unit if line else "")
    now, ordered = answer.quantity - answer.backordered, line is not None and answer.code is not LineCode.ADDED
    replaced = line is not None and answer.substitute not in ("", line.agreed.product) and line.agreed.product != ""
    return group(
        "cac:OrderLine",
        group(
            "cac:LineItem",
            leaf("cbc:ID", answer.line),
            leaf("cbc:Note", _line_note(answer)),
            leaf("cbc:LineStatusCode", answer.code.value),
            write.quantity("cbc:Quantity", Quantity.trusted(now, unit)),
            leaf("cbc:MaximumBackorderQuantity", plain(answer.backordered) if answer.backordered else ""),
            _promised(answer.promised, day),
            write.price(answer.price, unit) if answer.price else None,
            _item(line) if line and (replaced or not answer.substitute) else _named(answer, line, name),
        ),
        _substituted(answer) if replaced else None,
        group("cac:OrderLineReference", leaf("cbc:LineID", answer.line)) if ordered else None,
    )


def _promised(promised: date | None, day: date) -> Element | None:
    """The day that a line is promised for; one that is not to come says nothing."""
    if promised is None or promised <= day:
        return None
    period = (write.day("cbc:StartDate", promised), write.day("cbc:EndDate", promised))
    return group("cac:Delivery", group("cac:PromisedDeliveryPeriod", *period))


def _line_note(answer: LineAnswer) -> str:
    if answer.note:
        return answer.note
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


def _named(answer: LineAnswer, line: OrderLine | None, name: str) -> Element | None:
    """An item by the seller's number: one that had none, or that the seller adds."""
    return group(
        "cac:Item",
        leaf("cbc:Name", line.agreed.name if line else name or answer.substitute),
        group("cac:BuyersItemIdentification", leaf("cbc:ID", line.agreed.buyer_item if line else "")),
        group("cac:SellersItemIdentification", leaf("cbc:ID", answer.substitute)),
    )


def _substituted(answer: LineAnswer) -> Element | None:
    item = group("cac:SellersItemIdentification", leaf("cbc:ID", answer.substitute))
    return group(
        "cac:SellerSubstitutedLineItem",
        leaf("cbc:ID", answer.line),
        group("cac:Item", leaf("cbc:Name", answer.substitute), item),
    )
