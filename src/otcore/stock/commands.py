"""What a host asks of a stock item, in the imperative."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.stock.item import StockItem
from otcore.values.command import Command
from otcore.values.quantity import Quantity


@frozen
class ReceiveStock(Command[StockItem]):
    """Put goods on a shelf; those that `document` announced are expected no longer.

    Lines that were promised arrivals have the first claim on them. Refused: `QUANTITY_NOT_POSITIVE`, `UNIT_DIFFERS`,
    `NOT_STOCKED`.
    """

    product: str
    location: str
    quantity: Quantity
    document: str = ""


@frozen
class ExpectStock(Command[StockItem]):
    """Announce goods: what is still to come under `document`, and when. Said again it replaces, 0 announces no more.

    Refused: `QUANTITY_NEGATIVE`, `UNIT_DIFFERS`, `NOT_STOCKED`.
    """

    product: str
    location: str
    document: str
    quantity: Quantity
    expected: date


@frozen
class CountStock(Command[StockItem]):
    """Say what lies on a shelf; `quantity` is all of it, promised or not.

    Less than what is promised is taken as the truth, and reported. Refused: `BELOW_THRESHOLD` when it is less than 0,
    or than what the policy of the shelf lets it go below; `UNIT_DIFFERS`, `NOT_STOCKED`.
    """

    product: str
    location: str
    quantity: Quantity
    reason: str = ""


@frozen
class SetStockPolicy(Command[StockItem]):
    """Say what is never promised (`safety`), or how far promises may go beyond what is there (`may_go_below`).

    Both in the product's unit; promises made before stand. Refused: `THRESHOLD_NEGATIVE`, `THRESHOLDS_OPPOSED` when
    both are stated, `NOT_STOCKED`.
    """

    product: str
    location: str
    safety: Decimal = Decimal(0)
    may_go_below: Decimal = Decimal(0)
