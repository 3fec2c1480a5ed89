"""What is due: all that time alone brings about, each kind of it found first and then done one by one."""

from collections.abc import Callable
from datetime import date

from attrs import frozen

from otcore.workflows import drafting, expiring, overdue
from otcore.workflows.announcing import announced
from otcore.workflows.billing import running
from otcore.workflows.direct_debit import automatic, mandates
from otcore.workflows.gateways import reconciling
from otcore.workflows.house import House
from otcore.workflows.requests import Flow


@frozen
class Due:
    """One kind of thing that falls due.

    `find` names what is due by a day; it only reads. `act` does it for one of them, in a unit of work of its own, and
    says how much happened: 0 where it was seen to meanwhile.
    """

    find: Callable[[date, House], Flow[tuple[str, ...]]]
    act: Callable[[str, date, House], Flow[int]]

    def done(self, id: str, day: date, house: House) -> Flow[int]:
        """`act`, with the messages of what it saves."""
        return announced(self.act(id, day, house))


DUE: tuple[Due, ...] = (
    Due(overdue.past_due, overdue.fall_overdue),
    Due(expiring.lapsed, expiring.let_go),
    Due(drafting.expired, drafting.expire),
    Due(running.to_bill, running.bill_customer),
    Due(reconciling.pending, reconciling.look_into),
    Due(mandates.idle, mandates.expire),
    Due(automatic.to_collect, automatic.collect),
)
"""In the order a tick goes through them."""
