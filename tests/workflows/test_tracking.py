"""The time-line of an order: everything that came of it, in order, with who and why."""

from datetime import timedelta

import pytest

from otcore.orders.hold import HoldKind
from otcore.orders.returns.commands import AuthoriseReturn, LineToReturn, ReceivedLine, ReceiveReturn, RequestReturn
from otcore.orders.shipments.commands import ConfirmDelivery
from otcore.ports.errors import NotFound
from otcore.process.timeline import AskTimeline, Entry
from tests.orders.examples import DAY, left, pieces
from tests.workflows.books import books
from tests.workflows.desk import NOW, Desk, desk


def entries(ready: Desk, order: str = "O1", whole: bool = False) -> tuple[Entry, ...]:
    return ready.otc.ask(AskTimeline(order, whole))


def told(ready: Desk, whole: bool = False) -> list[tuple[str, str]]:
    return [(entry.what, entry.text) for entry in entries(ready, whole=whole)]


def paid(ready: Desk, between: timedelta = timedelta(hours=1)) -> Desk:
    """An order that went all the way, so much time between the steps."""
    ready.places()
    ready.clock.time += between
    ready.acknowledges()
    ready.clock.time += between
    ready.ships(left("1", 10))
    ready.clock.time += between
    ready.handle(ConfirmDelivery(shipment="S1", day=DAY))
    ready.clock.time += between
    ready.bills()
    ready.clock.time += between
    ready.gets("120.00", text="INV-2026-000001")
    ready.applies()
    return ready


def test_an_order_is_followed_from_its_placing_to_the_money():
    assert told(paid(desk(stocked=10))) == [
        ("order.placed", "Placed: 1 line, 120.00 EUR"),
        ("order.allocated", "Goods promised: line 1: 10 from main"),
        ("order.acknowledged", "Answered: accepted (AP); line 1: by 2026-03-02"),
        ("order.confirmed", "Confirmed: both sides agree"),
        ("order.shipped", "Shipment S1 left: line 1: 10"),
        ("order.delivered", "Shipment S1 arrived: line 1: 10"),
        ("invoice.issued", "Invoice INV-2026-000001 over 120.00 EUR issued, due 2026-04-01"),
        ("order.closed", "Closed"),
        ("receipt.recorded", "R1: 120.00 EUR received on 2026-03-02"),
        ("invoice.paid", "INV-2026-000001: 120.00 EUR paid by receipt R1"),
    ]


def test_what_happens_at_one_moment_is_told_in_the_same_order():
    assert told(paid(desk(stocked=10), timedelta())) == told(paid(desk(stocked=10)))


def test_an_entry_says_when_who_and_which_paper():
    ready = paid(desk(stocked=10))
    first, bill = entries(ready)[0], entries(ready)[6]
    assert (first.at, first.actor, first.kind, first.document) == (NOW, "host", "order", "O1")
    assert (bill.at, bill.kind, bill.document) == (NOW + timedelta(hours=4), "invoice", "INV-2026-000001")


def test_an_entry_says_why():
    ready = desk(limit="1.00", stocked=10)
    ready.places()
    ready.releases(HoldKind.CREDIT)
    whys = {entry.what: entry.why for entry in entries(ready)}
    assert whys["order.held"] == "0.00 EUR used + 120.00 EUR ordered is over the limit of 1.00 EUR"
    assert whys["order.released"] == "looked at"


def test_a_return_is_followed_too():
    ready = paid(desk(stocked=10))
    asked = LineToReturn(line="1", quantity=pieces(2), reason="too big")
    ready.handle(RequestReturn(return_id="R1", order="O1", day=DAY, lines=(asked,)))
    ready.handle(AuthoriseReturn(return_id="R1", day=DAY))
    came = ReceivedLine(line="1", good=pieces(2))
    ready.handle(ReceiveReturn(return_id="R1", day=DAY, lines=(came,), location="main"))
    last = [entry for entry in entries(ready) if entry.kind == "return"]
    assert [(entry.what, entry.text, entry.why) for entry in last] == [
        ("return.requested", "Return R1 requested: line 1: 2", "line 1: too big"),
        ("return.authorised", "R1: Return authorised", ""),
        ("return.received", "R1: Came back, good: line 1: 2; 24.00 EUR to credit", ""),
        ("return.completed", "R1: All of the return came", ""),
    ]


def test_facts_that_say_the_same_again_are_left_out_unless_all_are_asked_for():
    ready = paid(desk(stocked=10))
    again = set(dict(told(ready, whole=True))) - set(dict(told(ready)))
    assert again == {
        "shipment.posted", "shipment.delivered", "shipment.invoiced", "order.invoiced", "item.opened",
        "receipt.applied",
    }  # fmt: skip


def test_nothing_of_another_order_is_told():
    ready = paid(desk(stocked=30))
    ready.places(order="O2")
    ready.acknowledges("O2")
    ready.ships(left("1", 10), shipment="S2", order="O2")
    assert not [entry for entry in entries(ready) if "S2" in entry.text or entry.document in ("O2", "S2")]
    assert {entry.document for entry in entries(ready, "O2", whole=True)} == {"O2", "S2"}


def test_an_unknown_order_has_no_time_line():
    with pytest.raises(NotFound, match="no order 'O9'"):
        entries(desk(), "O9")


def test_asking_changes_nothing():
    ready = paid(desk(stocked=10))
    before = books(ready.store)
    entries(ready)
    assert books(ready.store) == before
