"""The order response as its reader gets it: Peppol BIS Order Response 3 (T76), Order Response Advanced 3 (T116) and
Order Agreement 3 (T110), which are all UBL 2.1 OrderResponse.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from attrs import evolve as changed
from attrs import frozen

from otcore.adapters.ubl.order import read_currency
from otcore.adapters.ubl.order_line import distinct, read_item, read_price
from otcore.adapters.ubl.party import read_party
from otcore.adapters.ubl.reading import UblCursor, each, every
from otcore.adapters.xml import day_of
from otcore.orders.acknowledgement import LineCode, ResponseCode
from otcore.orders.details import Unread
from otcore.values.party import Identifier, Party
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory

E = TypeVar("E", bound=StrEnum)


@frozen(kw_only=True)
class AnsweredItem:
    """What a line is of. `product` is the seller's own number."""

    product: str = ""
    name: str = ""
    description: str = ""
    buyer_item: str = ""
    standard_item: Identifier | None = None
    tax: TaxCategory | None = None


@frozen(kw_only=True)
class AnsweredLine:
    """The answer to a line; None and blank where it says nothing. `of`: the line of the order that it answers.

    `quantity` comes now, `backordered` later and in addition, in the same unit.
    """

    id: str
    of: str = ""
    code: LineCode | None = None
    quantity: Quantity | None = None
    backordered: Decimal | None = None
    price: UnitPrice | None = None
    promised: Period | None = None
    item: AnsweredItem
    substitute: AnsweredItem | None = None
    note: str = ""


@frozen(kw_only=True)
class OrderResponseDocument:
    """A seller's answer. `order` is the buyer's number of the order, `sales_order` the seller's; `change` the number of
    the order change that it answers. `code` None: an order agreement, which states what is agreed. `promised`: for all
    lines. What no rule uses is in `unread`.
    """

    id: str
    issued: date
    transaction: str
    code: ResponseCode | None
    order: str
    buyer: Party
    seller: Party
    lines: tuple[AnsweredLine, ...] = ()
    sales_order: str = ""
    change: str = ""
    currency: str = ""
    buyer_reference: str = ""
    note: str = ""
    promised: Period | None = None
    unread: tuple[Unread, ...] = ()


def read_order_response(data: bytes, source: str = "") -> OrderResponseDocument:
    """The order response in a file; `source` names the file in messages. Nothing is lost: see `unread`.

    Raises `Invalid` with every fault found, each with file, line and path: the codes of `read_xml`, `UblCursor` and the
    values; CURRENCY_MISMATCH, DUPLICATE_LINE, RESPONSE_CODE for an unknown code of the whole or a line. Whether it may
    state lines is for `response_faults` to say.
    """
    root = UblCursor.opened(data, "OrderResponse", source)
    document = root.record(
        OrderResponseDocument,
        id=root.id,
        issued=lambda: root.required_value("cbc:IssueDate", day_of),
        transaction=lambda: root.words("cbc:CustomizationID"),
        code=lambda: _code(root, "cbc:OrderResponseCode", ResponseCode),
        order=lambda: root.one("cac:OrderReference").id(),
        buyer=lambda: read_party(root.one("cac:BuyerCustomerParty").one("cac:Party")),
        seller=lambda: read_party(root.one("cac:SellerSupplierParty").one("cac:Party")),
        lines=lambda: _lines(root),
        sales_order=lambda: root.optional_id("cbc:SalesOrderID"),
        change=lambda: root.optional_id("cac:OrderChangeDocumentReference/cbc:ID"),
        currency=lambda: read_currency(root) if root.peek("cbc:DocumentCurrencyCode") else "",
        buyer_reference=lambda: root.words("cbc:CustomerReference"),
        note=lambda: root.notes("cbc:Note"),
        promised=lambda: root.period("cac:Delivery/cac:PromisedDeliveryPeriod"),
    )
    return changed(document, unread=root.rest())


def _lines(root: UblCursor) -> tuple[AnsweredLine, ...]:
    lines = root.children("cac:OrderLine")
    read: tuple[AnsweredLine, ...]
    read, _ = every(lambda: each(lines, _line), lambda: distinct(lines))
    return read


def _line(order_line: UblCursor) -> AnsweredLine:
    line = order_line.one("cac:LineItem")
    return line.record(
        AnsweredLine,
        id=line.id,
        of=lambda: order_line.optional_id("cac:OrderLineReference/cbc:LineID"),
        code=lambda: _code(line, "cbc:LineStatusCode", LineCode),
        quantity=lambda: _if(line, "cbc:Quantity", lambda: line.quantity("cbc:Quantity")),
        backordered=lambda: _if(
            line, "cbc:MaximumBackorderQuantity", lambda: line.number("cbc:MaximumBackorderQuantity")
        ),
        price=lambda: read_price(line),
        promised=lambda: line.period("cac:Delivery/cac:PromisedDeliveryPeriod"),
        item=lambda: _item(line.one("cac:Item")),
        substitute=lambda: _substitute(order_line),
        note=lambda: "\n".join(filter(None, (order_line.notes("cbc:Note"), line.notes("cbc:Note")))),
    )


def _item(item: UblCursor) -> AnsweredItem:
    return AnsweredItem(**read_item(item))


def _substitute(line: UblCursor) -> AnsweredItem | None:
    item = line.child("cac:SellerSubstitutedLineItem/cac:Item")
    return _item(item) if item else None


def _code(cursor: UblCursor, path: str, codes: type[E]) -> E | None:
    said = cursor.text(path)
    if not said:
        return None
    if said not in set(codes):
        raise cursor.fault("RESPONSE_CODE", f"{said[:40]!a} is no code of an answer", said=said[:40])
    return codes(said)


def _if(cursor: UblCursor, path: str, read: Callable[[], Any]) -> Any:
    return read() if cursor.peek(path) else None
