"""What stands in an inbox: documents in the order they are taken in, and what could not be understood."""

from datetime import date
from enum import StrEnum
from typing import Any

from attrs import frozen

from otcore.adapters.ubl.order_change import OrderChangeDocument
from otcore.orders.commands import CancelOrder, PlaceOrder
from otcore.orders.shipments.shipment import PostDespatch
from otcore.values.faults import Fault
from otcore.values.party import Party


class DocumentKind(StrEnum):
    """What a document is; in this order they are taken in."""

    SELLER = "seller"
    CUSTOMER = "customer"
    PRODUCT = "product"
    ORDER = "order"
    CHANGE = "order change"
    CANCELLATION = "order cancellation"
    DESPATCH = "despatch advice"
    STATEMENT = "bank statement"


RANK = {kind: rank for rank, kind in enumerate(DocumentKind)}


@frozen
class Document:
    """One record of a file. `day` is its own date, None for master data; `place` is where in the file it stands.

    `content` is what its reader made of it.
    """

    kind: DocumentKind
    id: str
    day: date | None
    file: str
    place: str
    content: Any

    @property
    def order(self) -> tuple[int, date, str, str]:
        """By kind, then date, then id, then file; sorting keeps those of one file in their order."""
        return RANK[self.kind], self.day or date.min, self.id, self.file

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


@frozen
class Failure:
    """A file or a document of it that was not taken in, and everything found wrong with it.

    `document` names it as people do ("order PO-7"), empty when the file as a whole was not understood.
    """

    file: str
    document: str
    faults: tuple[Fault, ...]


@frozen
class Sender:
    """Who sent a document: a customer by its id, or a party by its identifiers. Both may be missing."""

    customer: str = ""
    party: Party | None = None

    @property
    def named(self) -> bool:
        """Whether the document says anything of its sender."""
        return bool(self.customer) or self.party is not None


@frozen
class OrderContent:
    """An order as it came in. Its command has the document's own id, and no customer where only the party is known."""

    sender: Sender
    command: PlaceOrder


@frozen
class ChangeContent:
    """A buyer's change of an order; what it proposes depends on the order as it stands."""

    sender: Sender
    change: OrderChangeDocument


@frozen
class CancellationContent:
    """A buyer's wish to give an order up; the command has the buyer's number of that order."""

    sender: Sender
    command: CancelOrder


@frozen
class DespatchContent:
    """What left the house; the command has the number that the despatch advice gives the order."""

    buyer: Sender
    command: PostDespatch
