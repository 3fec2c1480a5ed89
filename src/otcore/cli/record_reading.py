"""From a JSON or CSV file to its documents; a file may hold many records, and each is a document of its own."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import evolve

from otcore.cli.attempts import placed
from otcore.cli.documents import CancellationContent, Document, DocumentKind, Failure, OrderContent, Sender
from otcore.orders.commands import CancelOrder, PlaceOrder
from otcore.schemas.inbox import READERS, csv_kind, json_kind, read_seller
from otcore.schemas.inbox import Document as Record
from otcore.schemas.inbox.kinds import unknown_kind
from otcore.values.faults import Fault, Invalid

Read = tuple[tuple[Document, ...], tuple[Failure, ...]]

_SELLER = "seller"
_NOTHING_KNOWN = "no seller, customers, products, order or cancellation in JSON or CSV, no UBL, and no bank file"


def read_records(name: str, data: bytes) -> Read:
    """The documents of a file and what is wrong with others in it. Raises `Invalid` when its kind is not known."""
    kind = json_kind(data) or csv_kind(data)
    if kind == _SELLER:
        seller = read_seller(data, name)
        return (Document(DocumentKind.SELLER, seller.party.name, None, name, "/seller", seller),), ()
    if not kind:
        raise Invalid(*map(_in_full, unknown_kind(data, name)))
    reading = READERS[kind](data, name)
    documents = tuple(_DOCUMENTS[kind](record) for record in reading.documents)
    return documents, tuple(_failures(name, reading.faults))


def _in_full(fault: Fault) -> Fault:
    return evolve(fault, message=_NOTHING_KNOWN) if fault.code == "KIND_UNKNOWN" else fault


def _failures(name: str, faults: tuple[Fault, ...]) -> Iterator[Failure]:
    if faults:
        yield Failure(name, "", tuple(placed(fault, name) for fault in faults))


def _master(kind: DocumentKind) -> Callable[[Record], Document]:
    return lambda record: Document(kind, record.id, None, record.source, f"line {record.line}", record.commands)


def _order(record: Record) -> Document:
    command: Any = record.commands[0]
    assert isinstance(command, PlaceOrder)
    content = OrderContent(Sender(command.customer), command)
    return Document(DocumentKind.ORDER, record.id, command.day, record.source, f"line {record.line}", content)


def _cancellation(record: Record) -> Document:
    command: Any = record.commands[0]
    assert isinstance(command, CancelOrder)
    content = CancellationContent(Sender(), command)
    return Document(DocumentKind.CANCELLATION, record.id, command.day, record.source, f"line {record.line}", content)


_DOCUMENTS: Mapping[str, Callable[[Record], Document]] = {
    "customers": _master(DocumentKind.CUSTOMER),
    "products": _master(DocumentKind.PRODUCT),
    "order": _order,
    "cancellation": _cancellation,
}
