"""What can happen to a stock item, in the past tense; quantities are in the product's unit."""

from datetime import date
from decimal import Decimal
from typing import get_args

from attrs import frozen

from otcore.values.fast_init import fast_init

ZERO = Decimal(0)


@frozen
class StockReceived:
    """Goods arrived; `expected` of them were announced under this document, `awaited` of them lines were promised."""

    product: str
    location: str
    quantity: Decimal
    document: str
    expected: Decimal = ZERO
    awaited: Decimal = ZERO


@fast_init
@frozen
class StockReserved:
    """A quantity is promised to an order line."""

    order: str
    line: str
    quantity: Decimal


@frozen
class StockReleased:
    """A promise is taken back."""

    order: str
    line: str
    quantity: Decimal


@fast_init
@frozen
class StockIssued:
    """Goods left with a shipment; `reserved` of them had been promised to its order."""

    shipment: str
    quantity: Decimal
    reserved: Decimal


@frozen
class StockExpected:
    """A document announces goods; this replaces what it announced before, 0 announces nothing any more."""

    product: str
    location: str
    document: str
    quantity: Decimal
    expected: date


@frozen
class StockCounted:
    """Somebody counted, and there was so much more (negative: less) than the books said."""

    product: str
    location: str
    difference: Decimal
    reason: str


@frozen
class StockPolicySet:
    """What is never promised, or how far promises may go below what is there, from now on."""

    product: str
    location: str
    safety: Decimal
    may_go_below: Decimal


@frozen
class ArrivalPromised:
    """A quantity of what will arrive is promised to an order line."""

    order: str
    line: str
    quantity: Decimal


@frozen
class ArrivalReleased:
    """Such a promise is taken back, or kept: the line gets its goods. `arrived` of the quantity was there already."""

    order: str
    line: str
    quantity: Decimal
    arrived: Decimal = ZERO


@frozen
class StockReturned:
    """Goods that had left are back on the shelf; `document` names the return, or the shipment that was reversed."""

    product: str
    location: str
    quantity: Decimal
    document: str


Event = (
    StockReceived
    | StockReserved
    | StockReleased
    | StockIssued
    | StockExpected
    | StockCounted
    | StockPolicySet
    | ArrivalPromised
    | ArrivalReleased
    | StockReturned
)

EVENTS: tuple[type, ...] = get_args(Event)

OPENING = (StockReceived, StockExpected, StockCounted, StockPolicySet, StockReturned)
"""What may be the first that happens to a stock item."""
