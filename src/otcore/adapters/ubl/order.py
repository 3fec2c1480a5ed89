"""The order as Peppol BIS Order 3 (UBL 2.1 Order, transaction T01)."""

from datetime import date
from itertools import islice

from attrs import evolve as changed
from attrs import frozen

from otcore.adapters.ubl.adjustments import read_adjustments
from otcore.adapters.ubl.order_line import read_order_lines
from otcore.adapters.ubl.party import read_address, read_contact, read_identifier, read_party
from otcore.adapters.ubl.reading import MOST_FAULTS, UblCursor
from otcore.adapters.xml import day_of
from otcore.orders.commands import PlaceOrder
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.line import RequestedLine
from otcore.values.adjustment import Adjustment
from otcore.values.currencies import digits
from otcore.values.faults import Fault, Invalid
from otcore.values.party import Party


@frozen(kw_only=True)
class OrderDocument:
    """An order as its buyer wrote it. `id` is the buyer's order number; what no rule uses is in `details.unread`."""

    id: str
    issued: date
    currency: str
    buyer: Party
    seller: Party
    lines: tuple[RequestedLine, ...]
    adjustments: tuple[Adjustment, ...]
    details: OrderDetails

    def command(self, customer: str, order: str) -> PlaceOrder:
        """Place it for a customer, under an id of the seller's own."""
        return PlaceOrder(
            order=order,
            customer=customer,
            day=self.issued,
            currency=self.currency,
            lines=self.lines,
            adjustments=self.adjustments,
            details=self.details,
        )


def read_order(data: bytes, source: str = "") -> OrderDocument:
    """The order in a file; `source` names the file in messages.

    Nothing is lost: what no rule uses is in `details.unread` (totals among it, for they are calculated anew).

    Raises `Invalid` with every fault found, each with file, line and path: the codes of `read_xml`, `UblCursor` and the
    values; CURRENCY_MISMATCH for an amount in another currency than the document's (PEPPOL-T01-R003); NO_LINES,
    DUPLICATE_LINE, QUANTITY_NOT_POSITIVE, UNIT_MISMATCH, AMOUNT_NEGATIVE.
    """
    root = UblCursor.opened(data, "Order", source)
    order = root.record(
        OrderDocument,
        id=root.id,
        issued=lambda: root.required_value("cbc:IssueDate", day_of),
        currency=lambda: read_currency(root),
        buyer=lambda: read_party(root.one("cac:BuyerCustomerParty").one("cac:Party")),
        seller=lambda: read_party(root.one("cac:SellerSupplierParty").one("cac:Party")),
        lines=lambda: read_order_lines(root),
        adjustments=lambda: read_adjustments(root, taxed=True),
        details=lambda: read_details(root),
    )
    details = changed(order.details, reference=order.id, buyer=order.buyer, unread=root.rest())
    return changed(order, details=details)


def read_details(root: UblCursor) -> OrderDetails:
    """What the head of an order, or of a change of one, says beyond its parties."""
    return root.record(
        OrderDetails,
        buyer_reference=lambda: root.words("cbc:CustomerReference"),
        accounting_cost=lambda: root.words("cbc:AccountingCost"),
        contract=lambda: root.optional_id("cac:Contract/cbc:ID"),
        note=lambda: root.notes("cbc:Note"),
        valid_until=lambda: root.day("cac:ValidityPeriod/cbc:EndDate"),
        delivery=lambda: _delivery(root.child("cac:Delivery")),
    )


def _delivery(cursor: UblCursor | None) -> Delivery | None:
    if cursor is None:
        return None
    return cursor.record(
        Delivery,
        location=lambda: read_identifier(cursor, "cac:DeliveryLocation/cbc:ID"),
        name=lambda: cursor.words("cac:DeliveryParty/cac:PartyName/cbc:Name"),
        address=lambda: read_address(cursor, "cac:DeliveryLocation/cac:Address"),
        requested=lambda: cursor.period("cac:RequestedDeliveryPeriod"),
        contact=lambda: read_contact(cursor, "cac:DeliveryParty/cac:Contact"),
    )


def read_currency(root: UblCursor) -> str:
    """The document's currency, which every amount in it names too. CURRENCY_MISMATCH, CURRENCY_UNKNOWN."""
    currency = root.required_value("cbc:DocumentCurrencyCode", known_currency)
    amounts = (each for each in root.all_below() if "currencyID" in each.element.attrib)
    strays = (each for each in amounts if each.element.get("currencyID").strip() != currency)
    faults = [mismatched(each, currency) for each in islice(strays, MOST_FAULTS)]
    if faults:
        raise Invalid(*faults)
    return currency


def known_currency(currency: str) -> str:
    """The code of an ISO 4217 currency. CURRENCY_UNKNOWN."""
    digits(currency)
    return currency


def mismatched(cursor: UblCursor, currency: str) -> Fault:
    """The fault of an amount that is not in the document's currency."""
    other = ascii(cursor.element.get("currencyID")[:40])
    facts = {"document": currency, "currency": other}
    return Fault("CURRENCY_MISMATCH", f"the document is in {currency}, this is in {other}", cursor.place, facts)
