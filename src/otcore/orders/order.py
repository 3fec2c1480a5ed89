"""The order: its state."""

from datetime import date

from attrs import frozen

from otcore.orders.acknowledgement import LineAnswer, ResponseCode
from otcore.orders.advances import BilledAdvance, Milestone
from otcore.orders.amendment import Amendment, AmendmentStatus
from otcore.orders.details import OrderDetails
from otcore.orders.hold import Hold, Release
from otcore.orders.lifecycle import Status
from otcore.orders.line import OrderLine, RequestedLine
from otcore.values.adjustment import Adjustment
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.rates import Rate


@fast_init
@frozen
class Order:
    """An order as the seller sees it.

    `value`: what was ordered, tax included. `open_value`: the part of it that is neither shipped nor given up.
    `promised`: it was cleared, and its open value counts in the customer's exposure. `response`: the last answer, None
    before. `requested`: what a draft asks for. `revision` counts the amendments that were accepted. `promised_until`:
    when the promises of goods lapse. `rate`: into the currency of the credit account; None: the same currency.
    `cleared`: the part of the open value that counts while a rise of it waits for a release; None: all of it.
    `advances`: invoices before delivery; `milestones`: the plan by which it is billed. `ahead`: what is billed of the
    open value, and counts as billed; None: nothing. `ahead_by`: the invoice that billed lines before they left.
    """

    id: str
    customer: str
    day: date
    currency: str
    status: Status
    lines: tuple[OrderLine, ...]
    adjustments: tuple[Adjustment, ...]
    details: OrderDetails
    value: Money
    open_value: Money
    promised: bool = False
    holds: tuple[Hold, ...] = ()
    response: ResponseCode | None = None
    answers: tuple[LineAnswer, ...] = ()
    reasons: tuple[str, ...] = ()
    requested: tuple[RequestedLine, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    revision: int = 0
    releases: tuple[Release, ...] = ()
    promised_until: date | None = None
    rate: Rate | None = None
    cleared: Money | None = None
    advances: tuple[BilledAdvance, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    ahead: Money | None = None
    ahead_by: str = ""

    @property
    def held(self) -> bool:
        """Whether any hold stands; a held order is not promised, acknowledged or shipped."""
        return bool(self.holds)

    def line(self, id: str) -> OrderLine | None:
        """The line with this id, None when there is none."""
        return next((line for line in self.lines if line.id == id), None)

    @property
    def proposal(self) -> Amendment | None:
        """The amendment that waits for an answer; there is at most one."""
        last = self.amendments[-1] if self.amendments else None
        return last if last and last.status is AmendmentStatus.PROPOSED else None


def facets(order: Order) -> Facets:
    """Found by customer, the buyer's own order number, status and day."""
    return Facets(order.customer, order.details.reference, order.status.value, order.day)
