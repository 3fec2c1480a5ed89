"""What can happen to a shipment, in the past tense, and the lines it tells of."""

from datetime import date
from decimal import Decimal
from typing import get_args

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.quantity import Quantity

ZERO = Decimal(0)


@fast_init
@frozen
class DespatchLine:
    """One line of a despatch advice. `outstanding`: what will still follow; 0 or less than is open closes the rest
    short.

    None says nothing: what is not delivered stays on backorder, but for a rest within the under-delivery tolerance.
    """

    line: str
    quantity: Quantity
    outstanding: Quantity | None = None
    reason: str = ""


@fast_init
@frozen
class ShipmentLine:
    """What left of one order line, and what of it was given up, in the line's unit.

    `taken`: from which locations, and how much of each had been promised to the line; `released`: promises given back,
    by location. `delivered`: what arrived at the buyer's; `returned`: what of that came back.
    """

    line: str
    quantity: Decimal
    cancelled: Decimal
    reason: str
    taken: tuple[tuple[str, Decimal, Decimal], ...] = ()
    released: tuple[tuple[str, Decimal], ...] = ()
    delivered: Decimal = ZERO
    returned: Decimal = ZERO

    @property
    def billable(self) -> Decimal:
        """What a bill of the shipment is for: what left and did not come back."""
        return self.quantity - self.returned

    @property
    def under_way(self) -> Decimal:
        """What left and is not known to have arrived."""
        return self.quantity - self.delivered


@frozen
class ShipmentPlanned:
    """A despatch is being prepared; no goods are reserved for it."""

    shipment: str
    order: str
    customer: str
    day: date
    lines: tuple[DespatchLine, ...]
    nothing: Money


@fast_init
@frozen
class ShipmentPosted:
    """The goods left. `dropped`: the value of what was closed short with them; `ahead`: what of their own was billed
    before; None: nothing.
    """

    shipment: str
    order: str
    customer: str
    day: date
    lines: tuple[ShipmentLine, ...]
    value: Money
    exposure: Money | None = None
    dropped: Money | None = None
    ahead: Money | None = None


@frozen
class ShipmentCancelled:
    """What was planned will not leave."""

    reason: str


@frozen
class ShipmentDelivered:
    """Goods arrived at the buyer's: so much of each line."""

    day: date
    lines: tuple[tuple[str, Decimal], ...]


@frozen
class DespatchReversed:
    """The goods did not leave after all, or came back whole before they were billed. `nothing`: what it counts now."""

    day: date
    reason: str
    nothing: Money


@frozen
class GoodsCameBack:
    """Goods of the shipment came back with a return; `exposure`: what of its value no longer waits to be billed.

    `arrived`: what of them nobody had confirmed to have arrived; it had, or was turned away at the door.
    """

    return_id: str
    lines: tuple[tuple[str, Decimal], ...]
    exposure: Money
    arrived: tuple[tuple[str, Decimal], ...] = ()


@frozen
class ShipmentInvoiced:
    """The goods were billed."""

    invoice: str


@frozen
class BillTakenBack:
    """A credit note took the whole bill back: they are to be billed again. `exposure`: what they count until then."""

    note: str
    exposure: Money


Event = (
    ShipmentPlanned
    | ShipmentPosted
    | ShipmentCancelled
    | ShipmentDelivered
    | DespatchReversed
    | GoodsCameBack
    | ShipmentInvoiced
    | BillTakenBack
)

EVENTS: tuple[type, ...] = get_args(Event)
