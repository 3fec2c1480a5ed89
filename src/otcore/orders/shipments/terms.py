"""What was agreed, and what the house does, about how goods leave."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.orders.line import ZERO, OrderLine
from otcore.orders.order import Order
from otcore.orders.shipments.events import DespatchLine, ShipmentLine
from otcore.orders.tolerance import NO_TOLERANCE, closed_short, most
from otcore.orders.windows import earliest_despatch
from otcore.values.decimals import plain
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage

UNDER_TOLERANCE = "UNDER_TOLERANCE"
"""The reason on a line that was closed short by tolerance."""


@frozen
class ShippingTerms:
    """The customer's tolerances; `complete`: its orders leave whole or not at all; `lead_days`: goods leave at most so
    many days before the buyer wants them, None: whenever they are ready.
    """

    over_delivery: Percentage = NO_TOLERANCE
    under_delivery: Percentage = NO_TOLERANCE
    complete: bool = False
    lead_days: int | None = None

    def check_quantity(self, order: Order, line: OrderLine, said: DespatchLine) -> None:
        """Refused: `OVER_DELIVERY`, for all shipments of the line together."""
        quantity, open_, most_ = said.quantity.value, line.ledger.open, most(line, self.over_delivery)
        if quantity > open_ and quantity > most_:
            facts = {"shipped": str(said.quantity), "open": plain(open_), "at_most": plain(max(most_, open_))}
            raise Rejected("OVER_DELIVERY", order=order.id, line=line.id, **facts)

    def given_up(self, line: OrderLine, said: DespatchLine) -> tuple[Decimal, str]:
        """What will not follow, and why: all that is open after this shipment and not said to be outstanding; where
        nothing is said, a rest within the tolerance.
        """
        if said.outstanding is not None:
            return max(line.ledger.open - said.quantity.value - said.outstanding.value, ZERO), said.reason
        rest = closed_short(line, said.quantity.value, self.under_delivery)
        return rest, said.reason or (UNDER_TOLERANCE if rest else "")

    def check_whole(self, order: Order, left: tuple[ShipmentLine, ...]) -> None:
        """Refused: `SHIP_COMPLETE` when something leaves and something else stays, for a customer that does not want
        that. A rest within the tolerance may stay; one that the despatch gives up beyond it may not.
        """
        quantities = {each.line: each.quantity for each in left}
        if not self.complete or not any(quantities.values()):
            return
        for line in order.lines:
            quantity = quantities.get(line.id, ZERO)
            missing = line.ledger.open - quantity - closed_short(line, quantity, self.under_delivery)
            if missing > 0:
                raise Rejected("SHIP_COMPLETE", order=order.id, line=line.id, missing=str(missing))

    def check_day(self, order: Order, line: OrderLine, said: DespatchLine, day: date) -> None:
        """Refused: `TOO_EARLY` for goods that would arrive before they are wanted."""
        if self.lead_days is None or not said.quantity:
            return
        first = earliest_despatch(order, line, self.lead_days)
        if first is not None and day < first:
            raise Rejected("TOO_EARLY", order=order.id, line=line.id, day=str(day), earliest=str(first))


STRICT = ShippingTerms()
"""Nothing more or less than ordered, in as many parts as it takes."""
