"""The table of an amendment's life cycle is the whole truth: every pair of status and event is tried on an order."""

import pytest

from otcore.orders import events as e
from otcore.orders.amendment import Amendment, AmendmentStatus, LineChange, Side
from otcore.orders.amendment_lifecycle import AMENDMENT
from otcore.orders.evolution import evolve
from otcore.orders.order import Order
from tests.orders.examples import DAY, eur, placed

SAMPLES: dict[type, object] = {
    e.AmendmentProposed: e.AmendmentProposed(
        Amendment(number=1, by=Side.BUYER, day=DAY, changes=(LineChange(line="1", note="in red"),))
    ),
    e.AmendmentAccepted: e.AmendmentAccepted(1, (), eur("120.00"), eur("120.00")),
    e.AmendmentRejected: e.AmendmentRejected(1, "no"),
    e.AmendmentWithdrawn: e.AmendmentWithdrawn(1, "never mind"),
}
PATHS: dict[AmendmentStatus | None, tuple[type, ...]] = {
    None: (),
    AmendmentStatus.PROPOSED: (e.AmendmentProposed,),
    AmendmentStatus.ACCEPTED: (e.AmendmentProposed, e.AmendmentAccepted),
    AmendmentStatus.REJECTED: (e.AmendmentProposed, e.AmendmentRejected),
    AmendmentStatus.WITHDRAWN: (e.AmendmentProposed, e.AmendmentWithdrawn),
}
OVER = (AmendmentStatus.ACCEPTED, AmendmentStatus.REJECTED, AmendmentStatus.WITHDRAWN)


def reached(path: tuple[type, ...]) -> Order:
    order = placed()
    for event in path:
        order = evolve(order, SAMPLES[event])
    return order


def test_every_status_and_event_is_tried():
    assert set(PATHS) == {None, *AmendmentStatus}
    assert {event for _, event in AMENDMENT.table} == set(SAMPLES)


@pytest.mark.parametrize("event", SAMPLES, ids=lambda event: event.__name__)
@pytest.mark.parametrize("status", [None, AmendmentStatus.PROPOSED], ids=str)
def test_an_event_leads_where_the_table_says_and_is_impossible_elsewhere(status: AmendmentStatus | None, event: type):
    before = reached(PATHS[status])
    if AMENDMENT.allows(status, event):
        assert evolve(before, SAMPLES[event]).amendments[0].status is AMENDMENT.table[status, event]
    else:
        with pytest.raises(KeyError):
            evolve(before, SAMPLES[event])


@pytest.mark.parametrize("event", SAMPLES, ids=lambda event: event.__name__)
@pytest.mark.parametrize("status", OVER, ids=str)
def test_nothing_moves_an_amendment_that_was_answered(status: AmendmentStatus, event: type):
    """Only another amendment may follow it, which leaves it as it is."""
    before = reached(PATHS[status])
    assert not AMENDMENT.allows(status, event)
    if event is e.AmendmentProposed:
        after = evolve(before, SAMPLES[event])
        assert [each.status for each in after.amendments] == [status, AmendmentStatus.PROPOSED]
    else:
        with pytest.raises(KeyError):
            evolve(before, SAMPLES[event])
