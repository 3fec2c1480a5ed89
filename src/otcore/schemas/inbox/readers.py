"""The readers of an inbox: bytes and the file's name in, documents and faults out."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from otcore.invoicing.seller import Seller
from otcore.schemas.inbox.csv_file import csv_file
from otcore.schemas.inbox.json_file import json_file
from otcore.schemas.inbox.kinds import is_json
from otcore.schemas.inbox.order_record import CancellationRecord, OrderRecord
from otcore.schemas.inbox.party_record import CustomerRecord, SellerRecord
from otcore.schemas.inbox.product_record import ProductRecord
from otcore.schemas.inbox.reading import Document, File, Reading, Records, in_file, records_of
from otcore.values.command import Command
from otcore.values.faults import Invalid


class _Record(Protocol):
    @property
    def id(self) -> str: ...

    def commands(self) -> tuple[Command[Any], ...]: ...


R = TypeVar("R")
D = TypeVar("D", bound=_Record)


def read_customers(data: bytes, source: str) -> Reading:
    """Customers, from `{"customers": [...]}` or CSV: see `CustomerRecord` for the members, which are the columns."""
    return _many(data, source, "customers", CustomerRecord)


def read_products(data: bytes, source: str) -> Reading:
    """Products with their opening stock, from `{"products": [...]}` or CSV: see `ProductRecord`."""
    return _many(data, source, "products", ProductRecord)


def read_order(data: bytes, source: str) -> Reading:
    """One order, from `{"order": {...}}`: see `OrderRecord`."""
    return _documents(_one(data, source, "order", OrderRecord), source)


def read_cancellation(data: bytes, source: str) -> Reading:
    """The cancellation of one order, from `{"cancellation": {...}}`: see `CancellationRecord`."""
    return _documents(_one(data, source, "cancellation", CancellationRecord), source)


def read_seller(data: bytes, source: str) -> Seller:
    """Who sells, from `{"seller": {...}}`: see `SellerRecord`. Raises `Invalid` with every fault and its place."""
    read = _one(data, source, "seller", SellerRecord)
    if read.faults:
        raise Invalid(*read.faults)
    return read.taken[0][1].seller()


READERS: Mapping[str, Callable[[bytes, str], Reading]] = MappingProxyType(
    {
        "customers": read_customers,
        "products": read_products,
        "order": read_order,
        "cancellation": read_cancellation,
    }
)
"""The readers by kind; the seller is not a document, see `read_seller`."""


def _many(data: bytes, source: str, kind: str, of: type[D]) -> Reading:
    def opened() -> File:
        return json_file(data, source, kind, True) if is_json(data) else csv_file(data, source, of)

    return _documents(_records(opened, source, of), source)


def _one(data: bytes, source: str, kind: str, of: type[R]) -> Records[R]:
    return _records(lambda: json_file(data, source, kind, False), source, of)


def _records(opened: Callable[[], File], source: str, of: type[R]) -> Records[R]:
    try:
        file = opened()
    except Invalid as error:
        return Records((), in_file(error, source))
    return records_of(file, of)


def _documents(read: Records[D], source: str) -> Reading:
    documents = tuple(Document(record.id, source, raw.line, record.commands()) for raw, record in read.taken)
    return Reading(documents, read.faults)
