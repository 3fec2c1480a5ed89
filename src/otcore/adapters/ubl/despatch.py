"""The despatch advice as Peppol BIS Despatch Advice 3 (UBL 2.1 DespatchAdvice, transaction T16)."""

from datetime import date

from attrs import evolve as changed
from attrs import frozen

from otcore.adapters.ubl.despatch_line import read_despatch_lines
from otcore.adapters.ubl.party import read_party
from otcore.adapters.ubl.reading import UblCursor
from otcore.adapters.xml import day_of
from otcore.orders.details import Unread
from otcore.orders.shipments.shipment import DespatchLine, PostDespatch
from otcore.values.party import Party

_ORDER = "cac:OrderReference/cbc:ID"
_LINE_ORDER = "cac:DespatchLine/cac:OrderLineReference/cac:OrderReference/cbc:ID"
_DESPATCHED = "cac:Shipment/cac:Delivery/cac:Despatch/cbc:ActualDespatchDate"


@frozen(kw_only=True)
class DespatchDocument:
    """What is said to have left. `order` is the buyer's order number; `despatched` is None where it is not stated."""

    id: str
    issued: date
    order: str
    lines: tuple[DespatchLine, ...]
    despatched: date | None = None
    buyer: Party | None = None
    delivery: Party | None = None
    unread: tuple[Unread, ...] = ()

    @property
    def day(self) -> date:
        """When the goods left: the despatch date where it is stated, else the day of the advice."""
        return self.despatched or self.issued

    def command(self, shipment: str, order: str) -> PostDespatch:
        """Post it, under ids of the seller's own."""
        return PostDespatch(shipment=shipment, order=order, day=self.day, lines=self.lines)


def read_despatch_advice(data: bytes, source: str = "") -> DespatchDocument:
    """The despatch advice in a file; `source` names the file in messages. Nothing is lost: see `unread`.

    Raises `Invalid` with every fault found, each with file, line and path: the codes of `read_xml` and `UblCursor`,
    DESPATCH_SEVERAL_ORDERS, and those of `read_despatch_lines`.
    """
    root = UblCursor.opened(data, "DespatchAdvice", source)
    document = root.record(
        DespatchDocument,
        id=root.id,
        issued=lambda: root.required_value("cbc:IssueDate", day_of),
        order=lambda: _order(root),
        lines=lambda: read_despatch_lines(root),
        despatched=lambda: root.day(_DESPATCHED),
        buyer=lambda: _party(root, "cac:BuyerCustomerParty/cac:Party"),
        delivery=lambda: _party(root, "cac:DeliveryCustomerParty/cac:Party"),
    )
    return changed(document, unread=root.rest())


def _order(root: UblCursor) -> str:
    """The order that the advice and all its lines name."""
    named = [*root.children(_ORDER), *root.children(_LINE_ORDER)]
    orders = tuple(dict.fromkeys(filter(None, (each.text() for each in named))))
    if not orders:
        raise root.missing(_ORDER)
    if len(orders) > 1:
        other = next(each for each in named if each.text() == orders[1])
        message = f"the orders {', '.join(map(ascii, orders))} in one advice; send one advice an order"
        raise other.fault("DESPATCH_SEVERAL_ORDERS", message, orders=", ".join(orders))
    return orders[0]


def _party(root: UblCursor, path: str) -> Party | None:
    party = root.child(path)
    return read_party(party) if party else None
