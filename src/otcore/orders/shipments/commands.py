"""What a host asks of a shipment beside posting it, in the imperative. `day` is the business day of the act."""

from datetime import date

from attrs import frozen

from otcore.orders.shipments.shipment import DespatchLine, Shipment
from otcore.values.command import Command
from otcore.values.quantity import Quantity


@frozen(kw_only=True)
class PlanShipment(Command[Shipment]):
    """Prepare a despatch: what is to leave, and when. Nothing is reserved for it; whether it may leave is decided when
    it is posted.

    Refused: `SHIPMENT_EXISTS`, `ORDER_NOT_CONFIRMED`, `LINE_UNKNOWN`, `LINE_TWICE`, `UNIT_DIFFERS`,
    `QUANTITY_NEGATIVE`, `NOTHING_SHIPPED`, `OVER_DELIVERY`.
    """

    shipment: str
    order: str
    day: date
    lines: tuple[DespatchLine, ...]


@frozen(kw_only=True)
class CancelShipment(Command[Shipment]):
    """Give a planned despatch up. Refused: `SHIPMENT_NOT_PLANNED` (one that left is reversed)."""

    shipment: str
    day: date
    reason: str = ""


@frozen(kw_only=True)
class DeliveredLine:
    """What arrived of one order line."""

    line: str
    quantity: Quantity


@frozen(kw_only=True)
class ConfirmDelivery(Command[Shipment]):
    """The buyer has the goods. `lines` None: all that is still under way. What is missing may be confirmed later.

    Refused: `SHIPMENT_NOT_POSTED`, `ALREADY_DELIVERED` when nothing is under way, `DELIVERED_EARLIER` than it left,
    `LINE_UNKNOWN`, `LINE_TWICE`, `UNIT_DIFFERS`, `QUANTITY_NEGATIVE`, `MORE_THAN_SHIPPED`, `NOTHING_DELIVERED`.
    """

    shipment: str
    day: date
    lines: tuple[DeliveredLine, ...] | None = None


@frozen(kw_only=True)
class ReverseShipment(Command[Shipment]):
    """The goods did not leave after all: they are on their shelves again, promised as they were, and owed again.

    `location`: where the goods go, where the shipment does not say from where they were taken.
    Refused: `SHIPMENT_NOT_POSTED`, `ALREADY_INVOICED`, `ALREADY_DELIVERED`, `ALREADY_RETURNED`, `RETURN_REQUESTED`,
    `ORDER_NOT_CONFIRMED` (reopen a closed order first), `LOCATION_NEEDED`. Raises `Invalid` REASON_MISSING.
    """

    shipment: str
    day: date
    reason: str
    location: str = ""
