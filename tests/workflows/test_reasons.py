"""What others will ask about is done with a reason, or not at all."""

import pytest

from otcore.orders.commands import CloseOrder, HoldOrder, RejectOrder, ReleaseHold, ReopenOrder
from otcore.orders.hold import HoldKind
from otcore.orders.returns.commands import LineToReturn, RejectReturn, RequestReturn
from otcore.orders.shipments.commands import ReverseShipment
from otcore.values.command import Command
from otcore.values.faults import Invalid
from tests.orders.examples import DAY, left, line, pieces
from tests.workflows.books import books
from tests.workflows.desk import Desk, desk


def busy() -> Desk:
    """An order that is placed, one that is held, one that was shipped in part, asked back and closed."""
    ready = desk(stocked=100)
    for order in ("placed", "held", "shipped", "closed"):
        ready.places(line(quantity=10), order=order)
    ready.holds(order="held")
    for order in ("shipped", "closed"):
        ready.acknowledges(order)
        ready.ships(left("1", 4), shipment=f"S-{order}", order=order)
    back = LineToReturn(line="1", quantity=pieces(1))
    ready.handle(RequestReturn(return_id="R1", order="closed", day=DAY, lines=(back,)))
    ready.closes("closed")
    return ready


@pytest.mark.parametrize("reason", ["", " \n"])
@pytest.mark.parametrize(
    "about",
    [
        lambda why: RejectOrder(order="placed", day=DAY, reason=why),
        lambda why: HoldOrder(order="placed", kind=HoldKind.MANUAL, day=DAY, reason=why),
        lambda why: ReleaseHold(order="held", kind=HoldKind.MANUAL, day=DAY, reason=why),
        lambda why: CloseOrder(order="shipped", day=DAY, reason=why),
        lambda why: ReopenOrder(order="closed", day=DAY, reason=why),
        lambda why: RejectReturn(return_id="R1", day=DAY, reason=why),
        lambda why: ReverseShipment(shipment="S-shipped", day=DAY, reason=why),
    ],
    ids=lambda about: type(about("")).__name__,
)
def test_who_says_no_or_undoes_what_was_done_says_why(about, reason: str):
    ready = busy()
    before = books(ready.store)
    with pytest.raises(Invalid, match="REASON_MISSING"):
        ready.handle(about(reason))
    assert books(ready.store) == before
    command: Command = about("because")
    ready.handle(command)
    assert books(ready.store) != before
