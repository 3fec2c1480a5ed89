"""What left, arrived and came back of an order's lines, by shipment and by return."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve as changed
from attrs import field, frozen

from otcore.kpi.orders.rows import ZERO, Moved, Reached
from otcore.orders.returns import events as r
from otcore.orders.shipments import events as s
from otcore.values.recorded import Recorded

Moves = Mapping[str, tuple[Moved, ...]]


@frozen
class Sent:
    """One shipment, or one return, of an order; by line."""

    order: str
    shipped: Moves = field(factory=dict)
    delivered: Moves = field(factory=dict)
    returned: Mapping[str, Decimal] = field(factory=dict)
    spoilt: Mapping[str, Decimal] = field(factory=dict)


def sent_after(before: Sent | None, recorded: Recorded) -> Sent:
    """What is known of a shipment or a return after one more fact of it."""
    event = recorded.event
    told = _TOLD.get(type(event))
    known = before or Sent(getattr(event, "order", ""))
    return told(known, event, recorded) if told else known


def _posted(known: Sent, event: s.ShipmentPosted, recorded: Recorded) -> Sent:
    lines = ((line.line, line.quantity) for line in event.lines if line.quantity)
    return Sent(event.order, _moved({}, lines, event.day, recorded))


def _delivered(known: Sent, event: s.ShipmentDelivered, recorded: Recorded) -> Sent:
    return changed(known, delivered=_moved(known.delivered, event.lines, event.day, recorded))


def _turned_away(known: Sent, event: s.GoodsCameBack, recorded: Recorded) -> Sent:
    """What nobody had confirmed to have arrived, did."""
    return changed(known, delivered=_moved(known.delivered, event.arrived, recorded.at.date(), recorded))


def _received(known: Sent, event: r.ReturnReceived, recorded: Recorded) -> Sent:
    returned, spoilt = dict(known.returned), dict(known.spoilt)
    for line, good, bad in event.lines:
        returned[line] = returned.get(line, ZERO) + good + bad
        spoilt[line] = spoilt.get(line, ZERO) + bad
    return changed(known, returned=returned, spoilt=spoilt)


_TOLD: Mapping[type, Callable[[Sent, Any, Recorded], Sent]] = {
    s.ShipmentPosted: _posted,
    s.ShipmentDelivered: _delivered,
    s.DespatchReversed: lambda known, event, recorded: Sent(known.order),
    s.GoodsCameBack: _turned_away,
    r.ReturnReceived: _received,
}


def _moved(before: Moves, lines: Iterable[tuple[str, Decimal]], day: date, recorded: Recorded) -> Moves:
    when = Reached(day, recorded.at)
    added = {line: (*before.get(line, ()), Moved(quantity, when)) for line, quantity in lines}
    return {**before, **added}
