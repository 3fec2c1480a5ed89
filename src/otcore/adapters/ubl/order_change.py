"""The order change as Peppol BIS Order Change 3 (UBL 2.1 OrderChange, transaction T114): the whole order stated again,
with a code on each line that says what becomes of it.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from attrs import evolve as changed
from attrs import fields, frozen

from otcore.adapters.ubl.adjustments import read_adjustments
from otcore.adapters.ubl.order import read_currency, read_details
from otcore.adapters.ubl.order_line import distinct, read_order_line
from otcore.adapters.ubl.party import read_party
from otcore.adapters.ubl.reading import UblCursor, each, every
from otcore.adapters.xml import day_of
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import ProposeAmendment
from otcore.orders.details import OrderDetails
from otcore.orders.line import OrderLine, RequestedLine
from otcore.orders.order import Order
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.party import Party
from otcore.values.quantity import Quantity


class ChangeCode(StrEnum):
    """What becomes of a line (UNCL 1229)."""

    ADDED = "1"
    DELETED = "2"
    CHANGED = "3"
    KEPT = "4"
    DELIVERED = "42"


@frozen
class ChangedLine:
    """A line as the buyer states it now."""

    code: ChangeCode
    line: RequestedLine


@frozen(kw_only=True)
class OrderChangeDocument:
    """A change of an order as its buyer wrote it. `order` is the buyer's number of the order, `sequence` counts its
    changes; what no rule uses is in `details.unread`.
    """

    id: str
    issued: date
    order: str
    currency: str
    buyer: Party
    seller: Party
    lines: tuple[ChangedLine, ...]
    adjustments: tuple[Adjustment, ...]
    details: OrderDetails
    sequence: str = ""

    def command(self, order: Order) -> ProposeAmendment:
        """Propose it for the order as it stands in the seller's books. Lines that are not stated, and what is left
        blank of the head, stay as they are.

        Refused: `CURRENCY_MISMATCH`, and `CHANGE_NOT_SUPPORTED` where it states what an amendment cannot change: other
        allowances and charges, another tax or another item of a line than was agreed (`what` says which).
        """
        if self.currency != order.currency:
            raise Rejected("CURRENCY_MISMATCH", order=order.id, stated=self.currency)
        if self.adjustments != order.adjustments:
            raise _unsupported(order, "", "adjustments")
        return ProposeAmendment(
            order=order.id,
            day=self.issued,
            by=Side.BUYER,
            changes=tuple(self._changes(order)),
            added=tuple(each.line for each in self.lines if each.code is ChangeCode.ADDED),
            details=_over(order.details, self.details),
            reason=self.details.note,
            reference=self.id,
        )

    def _changes(self, order: Order) -> Iterator[LineChange]:
        for stated in self.lines:
            said = stated.line
            if stated.code is ChangeCode.DELETED:
                yield LineChange(line=said.id, quantity=Quantity(0, said.quantity.unit), note=said.note)
            if stated.code in (ChangeCode.CHANGED, ChangeCode.KEPT):
                standing = order.line(said.id)
                if standing is not None:
                    _same_otherwise(order, standing, said)
                yield LineChange(
                    line=said.id,
                    quantity=said.quantity,
                    price=said.price,
                    requested=said.requested,
                    product=said.product,
                    note=said.note,
                )


def read_order_change(data: bytes, source: str = "") -> OrderChangeDocument:
    """The order change in a file; `source` names the file in messages.

    Nothing is lost: what no rule uses is in `details.unread` (totals among it, for they are calculated anew).

    Raises `Invalid` with every fault found, each with file, line and path: the codes of `read_order`, but for
    QUANTITY_NEGATIVE in place of QUANTITY_NOT_POSITIVE (PEPPOL-T114-R004), and CHANGE_CODE for an unknown code.
    """
    root = UblCursor.opened(data, "OrderChange", source)
    change = root.record(
        OrderChangeDocument,
        id=root.id,
        issued=lambda: root.required_value("cbc:IssueDate", day_of),
        order=lambda: root.one("cac:OrderReference").id(),
        currency=lambda: read_currency(root),
        buyer=lambda: read_party(root.one("cac:BuyerCustomerParty").one("cac:Party")),
        seller=lambda: read_party(root.one("cac:SellerSupplierParty").one("cac:Party")),
        lines=lambda: _lines(root),
        adjustments=lambda: read_adjustments(root, taxed=True),
        details=lambda: read_details(root),
        sequence=lambda: root.words("cbc:SequenceNumberID"),
    )
    details = changed(change.details, reference=change.order, buyer=change.buyer, unread=root.rest())
    return changed(change, details=details)


def _lines(root: UblCursor) -> tuple[ChangedLine, ...]:
    lines = root.children("cac:OrderLine")
    if not lines:
        raise root.fault("NO_LINES", "an order change states the lines of the order")
    read: tuple[ChangedLine, ...]
    read, _ = every(lambda: each(lines, _line), lambda: distinct(lines))
    return read


def _line(line: UblCursor) -> ChangedLine:
    code, said = every(lambda: _code(line.one("cac:LineItem")), lambda: read_order_line(line, _quantity))
    return ChangedLine(code, said)


def _code(line: UblCursor) -> ChangeCode:
    said = line.required("cbc:LineStatusCode")
    if said not in set(ChangeCode):
        raise line.fault("CHANGE_CODE", f"{said[:40]!a} is no code of a changed line", said=said[:40])
    return ChangeCode(said)


def _quantity(line: UblCursor) -> Quantity:
    """Nothing, or more than nothing."""
    quantity = line.quantity("cbc:Quantity")
    if quantity.value < 0:
        raise line.fault("QUANTITY_NEGATIVE", f"{quantity} ordered (PEPPOL-T114-R004)", quantity=quantity)
    return quantity


def _over(standing: OrderDetails, said: OrderDetails) -> OrderDetails:
    """What is said over what stands; what nobody read of the order stays beside what nobody read of the change."""
    names = [each.name for each in fields(OrderDetails) if each.name not in ("reference", "unread")]
    stated = {name: value for name in names if (value := getattr(said, name))}
    return changed(standing, **stated, unread=(*standing.unread, *said.unread))


def _same_otherwise(order: Order, standing: OrderLine, said: RequestedLine) -> None:
    """Refuse what an amendment cannot carry to the line."""
    agreed = standing.agreed
    if said.adjustments != agreed.adjustments:
        raise _unsupported(order, said.id, "adjustments")
    if said.tax is not None and (said.tax.code, said.tax.rate) != (agreed.tax.code, agreed.tax.rate):
        raise _unsupported(order, said.id, "tax")
    if said.buyer_item and agreed.buyer_item and said.buyer_item != agreed.buyer_item:
        raise _unsupported(order, said.id, "buyer_item")
    if said.standard_item and agreed.standard_item and said.standard_item != agreed.standard_item:
        raise _unsupported(order, said.id, "standard_item")


def _unsupported(order: Order, line: str, what: str) -> Rejected:
    return Rejected("CHANGE_NOT_SUPPORTED", order=order.id, line=line, what=what)
