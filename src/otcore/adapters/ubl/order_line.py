"""The lines of a UBL order."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from otcore.adapters.ubl.adjustments import read_adjustments
from otcore.adapters.ubl.party import read_identifier
from otcore.adapters.ubl.reading import UblCursor, each, every
from otcore.adapters.ubl.tax import read_tax
from otcore.adapters.xml.records import distinct_ids
from otcore.orders.line import RequestedLine
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory


def read_order_lines(order: UblCursor) -> tuple[RequestedLine, ...]:
    """Every cac:OrderLine. NO_LINES, DUPLICATE_LINE (PEPPOL-T01-R001), and what is wrong with each line."""
    lines = order.children("cac:OrderLine")
    if not lines:
        raise order.fault("NO_LINES", "an order has at least one line")
    read: tuple[RequestedLine, ...]
    read, _ = every(lambda: each(lines, lambda line: read_order_line(line, ordered)), lambda: distinct(lines))
    return read


def distinct(lines: tuple[UblCursor, ...]) -> None:
    """DUPLICATE_LINE for each line that stands there twice."""
    distinct_ids(lines, "cac:LineItem/cbc:ID")


def read_order_line(order_line: UblCursor, quantity: Callable[[UblCursor], Quantity]) -> RequestedLine:
    """One cac:OrderLine; `quantity` reads how much of it, from its cac:LineItem."""
    line = order_line.one("cac:LineItem")
    return line.record(
        _requested,
        id=line.id,
        quantity=lambda: quantity(line),
        item=lambda: read_item(line.one("cac:Item")),
        price=lambda: read_price(line),
        adjustments=lambda: read_adjustments(line, taxed=False),
        requested=lambda: line.period("cac:Delivery/cac:RequestedDeliveryPeriod"),
        note=lambda: "\n".join(filter(None, (order_line.notes("cbc:Note"), line.notes("cbc:Note")))),
        accounting_cost=lambda: line.words("cbc:AccountingCost"),
    )


def read_item(item: UblCursor) -> dict[str, Any]:
    """The fields of a line that say what is ordered."""
    return item.record(
        dict,
        product=lambda: item.optional_id("cac:SellersItemIdentification/cbc:ID"),
        name=lambda: item.words("cbc:Name"),
        description=lambda: item.notes("cbc:Description"),
        buyer_item=lambda: item.optional_id("cac:BuyersItemIdentification/cbc:ID"),
        standard_item=lambda: read_identifier(item, "cac:StandardItemIdentification/cbc:ID"),
        tax=lambda: _tax(item),
    )


def _requested(*, item: dict[str, Any], **others: Any) -> RequestedLine:
    return RequestedLine(**item, **others)


def ordered(line: UblCursor) -> Quantity:
    """More than nothing. QUANTITY_NOT_POSITIVE."""
    quantity = line.quantity("cbc:Quantity")
    if quantity.value <= 0:
        raise line.fault("QUANTITY_NOT_POSITIVE", f"{quantity} ordered", quantity=quantity)
    return quantity


def read_price(line: UblCursor) -> UnitPrice | None:
    """The net price; an allowance within it is taken off already, and stays unread."""
    price = line.child("cac:Price")
    if price is None:
        return None
    amount = price.one("cbc:PriceAmount")
    return price.record(
        UnitPrice,
        amount=lambda: price.number("cbc:PriceAmount"),
        currency=lambda: amount.required_attribute("currencyID"),
        per=lambda: read_base(price, line.child("cbc:Quantity")),
    )


def read_base(price: UblCursor, quantity: UblCursor | None) -> Decimal:
    """The quantity that the price is for: in the unit that is ordered, for otherwise it prices nothing."""
    base = price.child("cbc:BaseQuantity")
    if base is None:
        return Decimal(1)
    unit, ordered = base.attribute("unitCode"), quantity.attribute("unitCode") if quantity else ""
    if unit and ordered and unit != ordered:
        message = f"the price is for {unit[:40]!a}, ordered is in {ordered[:40]!a}"
        raise base.fault("UNIT_MISMATCH", message, left=unit, right=ordered)
    return price.number("cbc:BaseQuantity")


def _tax(item: UblCursor) -> TaxCategory | None:
    tax = item.child("cac:ClassifiedTaxCategory")
    return read_tax(tax) if tax else None
