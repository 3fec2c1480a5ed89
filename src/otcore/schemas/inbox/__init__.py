"""The documents of an inbox that are not XML: customers and products (JSON, CSV), the seller, orders, cancellations."""

from otcore.schemas.inbox.kinds import KINDS, csv_kind, json_kind, unknown_kind
from otcore.schemas.inbox.readers import (
    READERS,
    read_cancellation,
    read_customers,
    read_order,
    read_products,
    read_seller,
)
from otcore.schemas.inbox.reading import Document, Reading

__all__ = [
    "KINDS",
    "READERS",
    "Document",
    "Reading",
    "csv_kind",
    "json_kind",
    "read_cancellation",
    "read_customers",
    "read_order",
    "read_products",
    "read_seller",
    "unknown_kind",
]
