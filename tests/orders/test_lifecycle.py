"""The table of the order's life cycle is the whole truth: every pair of state and event is tried."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from otcore.orders import events as e
from otcore.orders.acknowledgement import ResponseCode
from otcore.orders.advances import Milestone
from otcore.orders.amendment import Amendment, LineChange, Side
from otcore.orders.amendments.amending import propose, reject, withdraw
from otcore.orders.amendments.commands import ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.answering import acknowledge, agree_to_changes, reject_order
from otcore.orders.closing import cancel, cancel_lines, close, reopen
from otcore.orders.commands import (
    AcknowledgeOrder,
    AgreeToChanges,
    CancelLines,
    CancelOrder,
    CloseOrder,
    HoldOrder,
    LineCancellation,
    RejectOrder,
    ReleaseHold,
    ReopenOrder,
)
from otcore.orders.evolution import evolve
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.holding import hold, release
from otcore.orders.lifecycle import LIFE_CYCLE, Status
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import PostDespatch
from otcore.orders.shipments.shipping import post
from otcore.stock.reserving import Allocation
from otcore.values.faults import Rejected
from otcore.values.rates import Rate
from tests.orders.examples import DAY, dec, despatch, eur, left, order_of, place_events, product, shelf

PLACED = place_events(order_of(), (product(),))[0]
PROPOSAL = Amendment(number=1, by=Side.BUYER, day=DAY, changes=(LineChange(line="1", note="in red"),))
SAMPLES: dict[type, object] = {
    e.OrderDrafted: e.OrderDrafted(
        "O1", "C1", DAY, "EUR", PLACED.lines, (), PLACED.details, PLACED.value, order_of().lines
    ),
    e.OrderPlaced: PLACED,
    e.OrderRejected: e.OrderRejected(("NO: reason",)),
    e.HoldPlaced: e.HoldPlaced(Hold(HoldKind.MANUAL, "LOOK", DAY, "odd")),
    e.HoldReleased: e.HoldReleased(HoldKind.MANUAL, "fine", eur("120.00")),
    e.RateFixed: e.RateFixed(Rate("EUR", "USD", "1.25")),
    e.CreditCleared: e.CreditCleared(eur("100.00")),
    e.StockAllocated: e.StockAllocated((("1", (Allocation("main", dec(4)),)),)),
    e.StockFreed: e.StockFreed("PROMISE_EXPIRED"),
    e.ReceiptAcknowledged: e.ReceiptAcknowledged(DAY),
    e.OrderAcknowledged: e.OrderAcknowledged(DAY, ResponseCode.CHANGED, ()),
    e.OrderConfirmed: e.OrderConfirmed("test"),
    e.AmendmentProposed: e.AmendmentProposed(PROPOSAL),
    e.AmendmentAccepted: e.AmendmentAccepted(1, (), eur("120.00"), eur("120.00")),
    e.AmendmentRejected: e.AmendmentRejected(1, "no"),
    e.AmendmentWithdrawn: e.AmendmentWithdrawn(1, "never mind"),
    e.ShipmentReversed: e.ShipmentReversed("S1", (("1", dec(1), dec(0)),), eur("12.00")),
    e.GoodsDelivered: e.GoodsDelivered("S1", (("1", dec(1)),)),
    e.LinesCancelled: e.LinesCancelled((("1", dec(1)),), "fewer", eur("12.00")),
    e.ReturnRequested: e.ReturnRequested("R1", (("1", dec(1)),)),
    e.ReturnDropped: e.ReturnDropped("R1", (("1", dec(1)),)),
    e.GoodsReturned: e.GoodsReturned("R1", (("1", dec(1), dec(0)),)),
    e.GoodsShipped: e.GoodsShipped("S1", (e.ShippedLine("1", dec(1), (), (), dec(0)),), eur("12.00"), eur("0.00")),
    e.LinesInvoiced: e.LinesInvoiced("INV-1", (("1", dec(1)),)),
    e.LinesCredited: e.LinesCredited("CN-1", (("1", dec(1)),)),
    e.MilestonesPlanned: e.MilestonesPlanned((Milestone(id="M1", percent=dec(30)), Milestone(id="M2"))),
    e.AdvanceBilled: e.AdvanceBilled("INV-1", DAY, eur("36.00"), "M1"),
    e.AdvanceDeducted: e.AdvanceDeducted("INV-2", (("INV-1", eur("1.00")),)),
    e.AdvanceReturned: e.AdvanceReturned("CN-2", "INV-2"),
    e.AdvanceCredited: e.AdvanceCredited("CN-1", "INV-1", eur("1.00")),
    e.OrderCancelled: e.OrderCancelled("no more", eur("120.00")),
    e.OrderClosed: e.OrderClosed(),
    e.OrderReopened: e.OrderReopened("more after all", eur("12.00")),
}
ANSWERS = (e.AmendmentAccepted, e.AmendmentRejected, e.AmendmentWithdrawn)
DEPTH = 6
Sketch = tuple[object, ...]


def sketch(order: Order) -> Sketch:
    """What of an order decides which commands it takes."""
    ledger = order.lines[0].ledger
    return (
        order.status,
        order.held,
        order.promised,
        order.response,
        bool(ledger.shipped),
        bool(ledger.invoiced),
        bool(ledger.allocations),
        order.proposal is not None,
    )


def possible(order: Order, event: type) -> bool:
    """Whether the two tables let it happen: an order's, and that of the amendment it may have."""
    if not LIFE_CYCLE.allows(order.status, event):
        return False
    return event not in (*ANSWERS, e.AmendmentProposed) or (event in ANSWERS) is (order.proposal is not None)


def reachable() -> dict[Sketch, Order]:
    """One order of every kind that the table lets happen, by what of it decides."""
    edge = [evolve(None, PLACED), evolve(None, SAMPLES[e.OrderDrafted])]
    found = {sketch(order): order for order in edge}
    for _ in range(DEPTH):
        followers = [
            evolve(order, event) for order in edge for event in SAMPLES.values() if possible(order, type(event))
        ]
        edge = [order for order in {sketch(each): each for each in followers}.values() if sketch(order) not in found]
        found |= {sketch(order): order for order in edge}
    return found


ORDERS = reachable()


def commands(order: Order) -> Iterator["partial[Any]"]:
    """Everything that can be asked of an order."""
    for accepts_changes in (False, True):
        yield partial(acknowledge, order, AcknowledgeOrder(order="O1", day=DAY), accepts_changes)
    yield partial(agree_to_changes, order, AgreeToChanges(order="O1", day=DAY))
    for kind in HoldKind:
        yield partial(release, order, ReleaseHold(order="O1", kind=kind, reason="looked at", day=DAY))
    yield partial(cancel, order, CancelOrder(order="O1", day=DAY))
    yield partial(cancel_lines, order, CancelLines(order="O1", day=DAY, lines=(LineCancellation(line="1"),)))
    yield partial(close, order, CloseOrder(order="O1", day=DAY, reason="enough"))
    yield partial(reopen, order, ReopenOrder(order="O1", day=DAY, reason="after all"))
    yield partial(reject_order, order, RejectOrder(order="O1", day=DAY, reason="cannot"))
    yield partial(hold, order, HoldOrder(order="O1", kind=HoldKind.FRAUD, reason="odd", day=DAY), "ann")
    yield from amendments(order)
    for quantity, outstanding in ((1, None), (1, 0), (0, 0)):
        yield partial(shipped, order, despatch(left("1", quantity, outstanding)))
    yield partial(place_events, order_of(), (product(),), order)


def amendments(order: Order) -> Iterator["partial[Any]"]:
    """Everything that either side can ask of an order or its proposal, but to accept it, which takes prices."""
    for by in Side:
        yield partial(propose, order, ProposeAmendment(order="O1", day=DAY, by=by, changes=PROPOSAL.changes))
        yield partial(reject, order, RejectAmendment(order="O1", day=DAY, by=by, reason="no"))
        yield partial(withdraw, order, WithdrawAmendment(order="O1", day=DAY, by=by))


def shipped(order: Order, advice: PostDespatch) -> tuple[object, ...]:
    return post(order, None, advice, {"P1": {"main": shelf(20, 4)}}).order


def test_there_is_a_sample_of_every_event():
    assert set(SAMPLES) == set(e.EVENTS)


def test_every_status_is_reached():
    assert {order.status for order in ORDERS.values()} == set(Status)


@pytest.mark.parametrize("event", e.EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("status", Status)
def test_an_event_leads_where_the_table_says_and_is_impossible_elsewhere(status: Status, event: type):
    for order in ORDERS.values():
        if order.status is not status:
            continue
        if possible(order, event):
            assert evolve(order, SAMPLES[event]).status is LIFE_CYCLE.table[status, event]
        else:
            with pytest.raises(KeyError):
                evolve(order, SAMPLES[event])


@pytest.mark.parametrize("event", [event for event in e.EVENTS if event not in (e.OrderPlaced, e.OrderDrafted)])
def test_nothing_happens_to_an_order_before_it_is_placed(event: type):
    with pytest.raises(KeyError):
        evolve(None, SAMPLES[event])


def test_no_command_leads_off_the_table():
    taken = 0
    for order in ORDERS.values():
        for ask in commands(order):
            try:
                facts = ask()
            except Rejected:
                continue
            after = order
            for fact in facts:
                after = evolve(after, fact)
            taken += 1
    assert taken > len(ORDERS)


@pytest.mark.parametrize("status", [Status.REJECTED, Status.CANCELLED, Status.CLOSED])
def test_nothing_more_is_decided_of_an_order_that_is_over(status: Status):
    over = [order for order in ORDERS.values() if order.status is status]
    assert over
    for order in over:
        for ask in commands(order):
            if status is Status.CLOSED and order.held and ask.func is release:
                continue  # what left may still have to be billed
            if status is Status.CLOSED and ask.func is reopen:
                continue  # the one way back
            with pytest.raises(Rejected):
                ask()
