"""The order cancellation as Peppol BIS Order Cancellation 3 (UBL 2.1 OrderCancellation, transaction T115)."""

from datetime import date

from attrs import evolve as changed
from attrs import frozen

from otcore.adapters.ubl.party import read_party
from otcore.adapters.ubl.reading import UblCursor
from otcore.adapters.xml import day_of
from otcore.orders.commands import CancelOrder
from otcore.orders.details import Unread
from otcore.values.party import Party


@frozen(kw_only=True)
class CancellationDocument:
    """The buyer takes an order back. `order` is the buyer's own order number, `note` why."""

    id: str
    issued: date
    order: str
    buyer: Party
    note: str = ""
    unread: tuple[Unread, ...] = ()

    def command(self, order: str) -> CancelOrder:
        """Cancel the order, which has this id in the seller's books."""
        return CancelOrder(order=order, day=self.issued, reason=self.note)


def read_order_cancellation(data: bytes, source: str = "") -> CancellationDocument:
    """The cancellation in a file; `source` names the file in messages. Nothing is lost: see `unread`.

    Raises `Invalid` with every fault found, each with file, line and path: the codes of `read_xml` and `UblCursor`.
    """
    root = UblCursor.opened(data, "OrderCancellation", source)
    document = root.record(
        CancellationDocument,
        id=root.id,
        issued=lambda: root.required_value("cbc:IssueDate", day_of),
        order=lambda: root.one("cac:OrderReference").id(),
        buyer=lambda: read_party(root.one("cac:BuyerCustomerParty").one("cac:Party")),
        note=lambda: "\n".join(filter(None, (root.notes("cbc:CancellationNote"), root.notes("cbc:Note")))),
    )
    return changed(document, unread=root.rest())
