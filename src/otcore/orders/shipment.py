"""A shipment: what one despatch advice says left the house."""

from datetime import date
from decimal import Decimal

from attrs import evolve as changed
from attrs import frozen

from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.quantity import Quantity


@fast_init
@frozen
class DespatchLine:
    """One line of a despatch advice. `outstanding`: what will still follow; 0 or less than is open closes the rest
    short.

    None says nothing: what is not delivered stays on backorder.
    """

    line: str
    quantity: Quantity
    outstanding: Quantity | None = None
    reason: str = ""


@fast_init
@frozen
class ShipmentLine:
    """What left of one order line, and what of it was given up."""

    line: str
    quantity: Decimal
    cancelled: Decimal
    reason: str


@fast_init
@frozen
class Shipment:
    """Goods that left. `value`: their part of the order's value; `invoice` is empty until it is billed.

    `exposure`: what they count in the customer's credit account until then, in its currency and with what was delivered
    beyond what was ordered; None: their value.
    """

    id: str
    order: str
    customer: str
    day: date
    lines: tuple[ShipmentLine, ...]
    value: Money
    invoice: str = ""
    exposure: Money | None = None

    @property
    def counted(self) -> Money:
        """What they count in the credit account, in its currency."""
        return self.value if self.exposure is None else self.exposure


@frozen(kw_only=True)
class PostDespatch(Command[Shipment]):
    """Post what left the house. All or nothing.

    Refused: `SHIPMENT_EXISTS`, `ORDER_NOT_CONFIRMED`, `ORDER_HELD`, `LINE_UNKNOWN`, `LINE_TWICE`, `UNIT_DIFFERS`,
    `QUANTITY_NEGATIVE`, `NOTHING_SHIPPED`, `OVER_DELIVERY`, `INSUFFICIENT_STOCK`.
    """

    shipment: str
    order: str
    day: date
    lines: tuple[DespatchLine, ...]


@fast_init
@frozen
class ShipmentPosted:
    """The goods left."""

    shipment: str
    order: str
    customer: str
    day: date
    lines: tuple[ShipmentLine, ...]
    value: Money
    exposure: Money | None = None


@frozen
class ShipmentInvoiced:
    """The goods were billed."""

    invoice: str


def evolve(shipment: Shipment | None, event: ShipmentPosted | ShipmentInvoiced) -> Shipment:
    """The shipment after one fact."""
    if isinstance(event, ShipmentPosted):
        whose = (event.shipment, event.order, event.customer)
        return Shipment(*whose, event.day, event.lines, event.value, exposure=event.exposure)
    assert shipment is not None, "goods are billed after they left"
    return changed(shipment, invoice=event.invoice)


def facets(shipment: Shipment) -> Facets:
    """Found by customer, order, day, and whether it is billed."""
    return Facets(shipment.customer, shipment.order, "invoiced" if shipment.invoice else "posted", shipment.day)
