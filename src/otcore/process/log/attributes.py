"""What a log says of a fact beside its name: the figures, days, codes and reasons that it carries itself."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import fields

from otcore.invoicing.credit_notes.events import CreditNoteIssued
from otcore.invoicing.invoices.events import InvoiceDrafted, InvoiceIssued
from otcore.payments.receipt_events import ReceiptRecorded
from otcore.receivables import events as r
from otcore.values.decimals import plain
from otcore.values.money import Money

_TOLD = frozenset(
    {
        "amount",
        "capture",
        "code",
        "currency",
        "day",
        "dropped",
        "due",
        "exposure",
        "fee",
        "kind",
        "milestone",
        "number",
        "open_value",
        "outcome",
        "planned",
        "reason",
        "released",
        "resolution",
        "rule",
        "until",
        "value",
        "why",
    }
)
"""Fields that may leave the house in a log: no account, holder or name of a person is among them."""

Attribute = tuple[str, str]
Inside = dict[str, Any]


def attributes(event: Any) -> tuple[Attribute, ...]:
    """Names and texts; an amount is two of them, the number and its currency. What is empty is left out."""
    found = {name: getattr(event, name) for name in _told(type(event))}
    inside = _INSIDE.get(type(event))
    if inside is not None:
        found |= inside(event)
    return tuple(attribute for name, value in found.items() for attribute in _said(name, value))


def _told(of: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(of) if each.name in _TOLD)


def _said(name: str, value: Any) -> Iterator[Attribute]:
    if isinstance(value, Money):
        yield name, str(value.amount)
        yield f"{name}_currency", value.currency
    elif value is not None and value != "":
        yield name, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return plain(value) if isinstance(value, Decimal) else str(value)


def _document(event: InvoiceIssued | CreditNoteIssued | InvoiceDrafted) -> Inside:
    document = event.document
    return {"amount": document.totals.payable, "day": document.issued, "due": document.due}


def _applied(event: r.ItemPaid | r.ItemCredited | r.CreditReleased) -> Inside:
    return {"amount": event.applied.amount, "day": event.applied.day}


def _written_off(event: r.ItemWrittenOff) -> Inside:
    return {"amount": event.adjusted.amount, "day": event.adjusted.day, "kind": event.adjusted.why}


def _recorded(event: ReceiptRecorded) -> Inside:
    return {"amount": event.transaction.amount, "day": event.transaction.booked}


_INSIDE: Mapping[type, Callable[[Any], Inside]] = {
    CreditNoteIssued: _document,
    InvoiceDrafted: _document,
    InvoiceIssued: _document,
    ReceiptRecorded: _recorded,
    r.CreditReleased: _applied,
    r.ItemCredited: _applied,
    r.ItemPaid: _applied,
    r.ItemWrittenOff: _written_off,
}
"""What stands within the parts of a fact."""
