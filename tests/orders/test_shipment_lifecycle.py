"""The tables of shipments and of returns are the whole truth: every pair of state and event is tried."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial, reduce
from typing import Any

import pytest

from otcore.orders.returns import events as r
from otcore.orders.returns import returned_goods as returns
from otcore.orders.returns import returning
from otcore.orders.returns.commands import AuthoriseReturn, CancelReturn, CloseReturn, RejectReturn
from otcore.orders.returns.lifecycle import RETURN_LIFE_CYCLE, ReturnStatus
from otcore.orders.returns.restocking import NO_FEE
from otcore.orders.shipments import events as s
from otcore.orders.shipments import shipment
from otcore.orders.shipments.commands import CancelShipment
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE, ShipmentStatus
from otcore.orders.shipments.planning import cancel_plan
from otcore.values.faults import Rejected
from tests.orders.examples import DAY, dec, eur, left

LEFT = (s.ShipmentLine("1", dec(10), dec(0), ""),)
NOTHING = eur("0.00")
SAMPLES: dict[type, object] = {
    s.ShipmentPlanned: s.ShipmentPlanned("S1", "O1", "C1", DAY, (left("1", 10),), NOTHING),
    s.ShipmentPosted: s.ShipmentPosted("S1", "O1", "C1", DAY, LEFT, eur("120.00")),
    s.ShipmentCancelled: s.ShipmentCancelled("no lorry"),
    s.ShipmentDelivered: s.ShipmentDelivered(DAY, (("1", dec(1)),)),
    s.DespatchReversed: s.DespatchReversed(DAY, "wrong lorry", NOTHING),
    s.GoodsCameBack: s.GoodsCameBack("R1", (("1", dec(1)),), eur("12.00")),
    s.ShipmentInvoiced: s.ShipmentInvoiced("INV-1"),
    s.BillTakenBack: s.BillTakenBack("CN-1", eur("120.00")),
    r.ReturnOpened: r.ReturnOpened("R1", "O1", "C1", DAY, (r.ReturnLine("1", dec(3)),), NOTHING),
    r.ReturnAuthorised: r.ReturnAuthorised(DAY, NO_FEE),
    r.ReturnRejected: r.ReturnRejected("too late"),
    r.ReturnCancelled: r.ReturnCancelled("keeps it"),
    r.ReturnReceived: r.ReturnReceived(DAY, (("1", dec(1), dec(0)),), (), NOTHING, NOTHING),
    r.ReturnCompleted: r.ReturnCompleted(DAY),
    r.ReturnExchanged: r.ReturnExchanged("O2", DAY),
    r.ReturnClosed: r.ReturnClosed(DAY, "never came", (("1", dec(2)),)),
    r.ReturnCredited: r.ReturnCredited(r.CreditedPart("CN-1", "INV-1", (("1", dec(1)),), eur("12.00"), NOTHING)),
}
SHIPMENT_PATHS: dict[ShipmentStatus | None, tuple[type, ...]] = {
    None: (),
    ShipmentStatus.PLANNED: (s.ShipmentPlanned,),
    ShipmentStatus.POSTED: (s.ShipmentPlanned, s.ShipmentPosted),
    ShipmentStatus.DELIVERED: (s.ShipmentPosted, s.ShipmentDelivered),
    ShipmentStatus.CANCELLED: (s.ShipmentPlanned, s.ShipmentCancelled),
    ShipmentStatus.REVERSED: (s.ShipmentPosted, s.DespatchReversed),
}
RETURN_PATHS: dict[ReturnStatus | None, tuple[type, ...]] = {
    None: (),
    ReturnStatus.REQUESTED: (r.ReturnOpened,),
    ReturnStatus.AUTHORISED: (r.ReturnOpened, r.ReturnAuthorised),
    ReturnStatus.RECEIVED: (r.ReturnOpened, r.ReturnAuthorised, r.ReturnReceived, r.ReturnCompleted),
    ReturnStatus.CLOSED: (r.ReturnOpened, r.ReturnAuthorised, r.ReturnClosed),
    ReturnStatus.REJECTED: (r.ReturnOpened, r.ReturnRejected),
    ReturnStatus.CANCELLED: (r.ReturnOpened, r.ReturnCancelled),
}


def reached(evolve: Callable[[Any, Any], Any], path: tuple[type, ...]) -> Any:
    state = None
    for event in path:
        state = evolve(state, SAMPLES[event])
    return state


def test_there_is_a_sample_of_every_event_and_a_path_to_every_status():
    assert set(SAMPLES) == {*s.EVENTS, *r.EVENTS}
    assert set(SHIPMENT_PATHS) == {None, *ShipmentStatus}
    assert set(RETURN_PATHS) == {None, *ReturnStatus}


@pytest.mark.parametrize("event", s.EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("status", SHIPMENT_PATHS, ids=str)
def test_a_shipment_goes_where_the_table_says_and_nowhere_else(status: ShipmentStatus | None, event: type):
    before = reached(shipment.evolve, SHIPMENT_PATHS[status])
    if SHIPMENT_LIFE_CYCLE.allows(status, event):
        assert shipment.evolve(before, SAMPLES[event]).status is SHIPMENT_LIFE_CYCLE.table[status, event]
    else:
        with pytest.raises(KeyError):
            shipment.evolve(before, SAMPLES[event])


@pytest.mark.parametrize("event", r.EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("status", RETURN_PATHS, ids=str)
def test_a_return_goes_where_the_table_says_and_nowhere_else(status: ReturnStatus | None, event: type):
    before = reached(returns.evolve, RETURN_PATHS[status])
    if RETURN_LIFE_CYCLE.allows(status, event):
        assert returns.evolve(before, SAMPLES[event]).status is RETURN_LIFE_CYCLE.table[status, event]
    else:
        with pytest.raises(KeyError):
            returns.evolve(before, SAMPLES[event])


def asked_of(back: returns.Return) -> Iterator["partial[returning.Turn]"]:
    """Everything that can be asked of a return without its order."""
    yield partial(returning.authorise, back, AuthoriseReturn(return_id="R1", day=DAY), NO_FEE)
    yield partial(returning.reject, back, RejectReturn(return_id="R1", day=DAY, reason="too late"))
    yield partial(returning.cancel, back, CancelReturn(return_id="R1", day=DAY, reason="keeps it"))
    yield partial(returning.close, back, CloseReturn(return_id="R1", day=DAY, reason="never came"))


@pytest.mark.parametrize("status", ReturnStatus)
def test_no_command_leads_a_return_off_the_table(status: ReturnStatus):
    back = reached(returns.evolve, RETURN_PATHS[status])
    taken = 0
    for ask in asked_of(back):
        with suppress(Rejected):
            assert reduce(returns.evolve, ask().returned, back).status is not status
            taken += 1
    over = (ReturnStatus.CLOSED, ReturnStatus.REJECTED, ReturnStatus.CANCELLED)
    assert (taken == 0) is (status in over)


@pytest.mark.parametrize("status", ShipmentStatus)
def test_only_a_planned_shipment_is_given_up(status: ShipmentStatus):
    sent = reached(shipment.evolve, SHIPMENT_PATHS[status])
    if status is ShipmentStatus.PLANNED:
        (fact,) = cancel_plan(sent, CancelShipment(shipment="S1", day=DAY, reason="no lorry"))
        assert shipment.evolve(sent, fact).status is ShipmentStatus.CANCELLED
    else:
        with pytest.raises(Rejected, match="SHIPMENT_NOT_PLANNED"):
            cancel_plan(sent, CancelShipment(shipment="S1", day=DAY, reason="no lorry"))


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ((s.ShipmentPlanned,), "planned"),
        ((s.ShipmentPlanned, s.ShipmentCancelled), "cancelled"),
        ((s.ShipmentPosted,), "posted"),
        ((s.ShipmentPosted, s.ShipmentDelivered), "posted"),
        ((s.ShipmentPosted, s.ShipmentInvoiced), "invoiced"),
        ((s.ShipmentPosted, s.DespatchReversed), "reversed"),
        ((s.ShipmentPosted, s.ShipmentInvoiced, s.BillTakenBack), "posted"),
        ((s.ShipmentPosted, s.GoodsCameBack), "posted"),
        ((s.ShipmentPosted, *(s.GoodsCameBack,) * 10), "returned"),
    ],
)
def test_a_shipment_is_found_by_what_is_to_be_done_with_it(path: tuple[type, ...], word: str):
    found = shipment.facets(reached(shipment.evolve, path))
    assert (found.party, found.reference, found.status, found.day) == ("C1", "O1", word, DAY)


def test_a_return_is_found_by_customer_order_status_and_day():
    found = returns.facets(reached(returns.evolve, RETURN_PATHS[ReturnStatus.AUTHORISED]))
    assert (found.party, found.reference, found.status, found.day) == ("C1", "O1", "authorised", DAY)
