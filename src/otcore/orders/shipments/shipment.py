"""A shipment: what one despatch advice says left the house, from its plan to the buyer's door."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from otcore.orders.shipments import events as e
from otcore.orders.shipments.events import DespatchLine, ShipmentInvoiced, ShipmentLine, ShipmentPosted
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE, ShipmentStatus
from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.fast_init import changed, fast_init
from otcore.values.money import Money

__all__ = [
    "DespatchLine",
    "PostDespatch",
    "Shipment",
    "ShipmentInvoiced",
    "ShipmentLine",
    "ShipmentPosted",
    "evolve",
    "facets",
]


@fast_init
@frozen
class Shipment:
    """Goods that left, or are to leave. `value`: their part of the order's value; `invoice` is empty until billed.

    `exposure`: what they count in the customer's credit account until then, in its currency and with what was delivered
    beyond what was ordered; None: their value. `plan`: what a planned shipment is to bring, `lines`: what left.
    `dropped`: the value of what was closed short with it; None: not recorded. `reason`: why it was given up.
    `ahead`: what of their value was billed before they left; None: nothing.
    """

    id: str
    order: str
    customer: str
    day: date
    lines: tuple[ShipmentLine, ...]
    value: Money
    invoice: str = ""
    exposure: Money | None = None
    status: ShipmentStatus = ShipmentStatus.POSTED
    plan: tuple[DespatchLine, ...] = ()
    dropped: Money | None = None
    delivered_on: date | None = None
    reason: str = ""
    ahead: Money | None = None

    @property
    def counted(self) -> Money:
        """What they count in the credit account, in its currency."""
        return self.value if self.exposure is None else self.exposure

    def line(self, id: str) -> ShipmentLine | None:
        """What left of this order line, None when nothing did."""
        return next((line for line in self.lines if line.line == id), None)


@frozen(kw_only=True)
class PostDespatch(Command[Shipment]):
    """Post what left the house. All or nothing. A planned shipment leaves as planned where no lines are given.

    Refused: `SHIPMENT_EXISTS`, `ORDER_DIFFERS` from the planned one, `ORDER_NOT_CONFIRMED`, `ORDER_HELD`,
    `LINE_UNKNOWN`, `LINE_TWICE`, `UNIT_DIFFERS`, `QUANTITY_NEGATIVE`, `NOTHING_SHIPPED`, `OVER_DELIVERY`,
    `INSUFFICIENT_STOCK`, `SHIP_COMPLETE` for a customer whose orders leave whole, `TOO_EARLY` where the house does not
    ship long before.
    """

    shipment: str
    order: str
    day: date
    lines: tuple[DespatchLine, ...] = ()


def evolve(shipment: Shipment | None, event: Any) -> Shipment:
    """The shipment after one fact; never refuses, computes no rule."""
    status = SHIPMENT_LIFE_CYCLE.after(shipment.status if shipment else None, event)
    return _AFTER[type(event)](shipment, event, status)


def _planned(shipment: None, event: e.ShipmentPlanned, status: ShipmentStatus) -> Shipment:
    whose = (event.shipment, event.order, event.customer)
    return Shipment(*whose, event.day, (), event.nothing, status=status, plan=event.lines)


def _posted(shipment: Shipment | None, event: ShipmentPosted, status: ShipmentStatus) -> Shipment:
    return Shipment(
        event.shipment,
        event.order,
        event.customer,
        event.day,
        event.lines,
        event.value,
        exposure=event.exposure,
        status=status,
        plan=shipment.plan if shipment else (),
        dropped=event.dropped,
        ahead=event.ahead,
    )


def _cancelled(shipment: Shipment, event: e.ShipmentCancelled, status: ShipmentStatus) -> Shipment:
    return changed(shipment, status=status, reason=event.reason)


def _delivered(shipment: Shipment, event: e.ShipmentDelivered, status: ShipmentStatus) -> Shipment:
    return changed(shipment, status=status, lines=_arrived(shipment, event.lines), delivered_on=event.day)


def _arrived(shipment: Shipment, arrived: tuple[tuple[str, Decimal], ...]) -> tuple[ShipmentLine, ...]:
    came = dict(arrived)
    return tuple(
        changed(line, delivered=line.delivered + came[line.line]) if line.line in came else line
        for line in shipment.lines
    )


def _reversed(shipment: Shipment, event: e.DespatchReversed, status: ShipmentStatus) -> Shipment:
    return changed(shipment, status=status, reason=event.reason, exposure=event.nothing)


def _came_back(shipment: Shipment, event: e.GoodsCameBack, status: ShipmentStatus) -> Shipment:
    back = dict(event.lines)
    lines = tuple(
        changed(line, returned=line.returned + back[line.line]) if line.line in back else line
        for line in _arrived(shipment, event.arrived)
    )
    return changed(shipment, status=status, lines=lines, exposure=shipment.counted - event.exposure)


def _invoiced(shipment: Shipment, event: ShipmentInvoiced, status: ShipmentStatus) -> Shipment:
    return changed(shipment, status=status, invoice=event.invoice)


def _taken_back(shipment: Shipment, event: e.BillTakenBack, status: ShipmentStatus) -> Shipment:
    return changed(shipment, status=status, invoice="", exposure=event.exposure)


_AFTER: Mapping[type, Callable[[Any, Any, ShipmentStatus], Shipment]] = {
    e.ShipmentPlanned: _planned,
    ShipmentPosted: _posted,
    e.ShipmentCancelled: _cancelled,
    e.ShipmentDelivered: _delivered,
    e.DespatchReversed: _reversed,
    e.GoodsCameBack: _came_back,
    ShipmentInvoiced: _invoiced,
    e.BillTakenBack: _taken_back,
}


def facets(shipment: Shipment) -> Facets:
    """Found by customer, order, day, and by `posted` (left and not billed, wherever it is), `invoiced`, `returned` (all
    came back unbilled), `planned`, `cancelled`, `reversed`.
    """
    return Facets(shipment.customer, shipment.order, _word(shipment), shipment.day)


def _word(shipment: Shipment) -> str:
    if shipment.invoice:
        return "invoiced"
    if shipment.status not in (ShipmentStatus.POSTED, ShipmentStatus.DELIVERED):
        return shipment.status.value
    back = any(line.returned for line in shipment.lines) and not any(line.billable for line in shipment.lines)
    return "returned" if back else "posted"
