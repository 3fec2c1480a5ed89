"""A draft is written down at the prices of the day, and placed at those of the day it is taken up."""

from datetime import UTC, date, datetime

import pytest
from attrs import evolve as changed
from hypothesis import given
from hypothesis import strategies as st

import otcore as ot
from otcore.app.sync import MAIN
from otcore.orders.details import OrderDetails
from otcore.orders.drafting import DraftOrder, SubmitOrder
from otcore.orders.lifecycle import Status
from otcore.orders.line import RequestedLine
from otcore.orders.order import Order
from otcore.ports.storage import Context
from otcore.values.faults import Invalid, Rejected
from otcore.values.price import UnitPrice
from otcore.workflows.ask import OrderHistory
from otcore.workflows.drafting import expire
from otcore.workflows.drivers import run
from tests.catalog.lists import at
from tests.orders.examples import DAY, eur, line
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, NOW, Desk, desk

LATER = date(2026, 3, 9)
UNTIL = OrderDetails(reference="PO-7", valid_until=LATER)


def drafts(ready: Desk, *lines: RequestedLine, order: str = "O1", details: OrderDetails = UNTIL) -> Order:
    command = DraftOrder(order=order, customer="C1", day=DAY, currency="EUR", lines=lines or (line(),), details=details)
    return ready.otc.handle(command)


def submits(ready: Desk, day: date = LATER, order: str = "O1") -> Order:
    return ready.otc.handle(SubmitOrder(order=order, day=day))


def ticks(ready: Desk, day: date) -> int:
    return ready.otc.tick(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def lists(ready: Desk, price: str) -> None:
    ready.otc.handle(ot.PublishPriceList(ot.PriceList("ALL", "EUR")))
    ready.otc.handle(ot.SetPrices(price_list="ALL", product="P1", unit="C62", breaks=(at(price),)))


def test_a_draft_is_worth_what_it_would_come_to_and_costs_nothing():
    ready = desk(stocked=10)
    order = drafts(ready)
    assert (order.status, order.value, order.requested) == (Status.DRAFT, eur("120.00"), (line(),))
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "0.00"), (10, 0))


def test_a_draft_says_what_it_said_last():
    ready = desk()
    drafts(ready)
    order = drafts(ready, line(quantity=1), line("2", product="P2"))
    assert [each.id for each in order.lines] == ["1", "2"]
    assert order.value == eur("42.00")


def test_a_draft_is_placed_like_any_order():
    ready = desk(stocked=10)
    drafts(ready)
    order = submits(ready)
    assert (order.status, order.day, order.promised) == (Status.SUBMITTED, LATER, True)
    assert order.requested == ()
    assert (ready.exposure(), ready.shelf()) == (("120.00", "0.00", "0.00"), (10, 10))
    facts = [type(fact.event).__name__ for fact in ready.otc.ask(OrderHistory("O1"))]
    assert facts[:2] == ["OrderDrafted", "OrderPlaced"]


def test_a_draft_is_placed_at_the_price_of_the_day_it_is_submitted():
    ready = desk(house=changed(HOUSE, price_lists=("ALL",)))
    lists(ready, "9")
    assert drafts(ready).lines[0].agreed.price == UnitPrice("9", "EUR")
    lists(ready, "8")
    assert submits(ready).lines[0].agreed.price == UnitPrice("8", "EUR")


def test_a_draft_is_placed_under_the_rules_of_the_day_it_is_submitted():
    ready = desk(limit="100.00")
    drafts(ready)
    drafts(ready, line(price=UnitPrice("1.00", "EUR")), order="O2", details=OrderDetails())
    drafts(ready, order="O3", details=OrderDetails(reference="PO-7"))
    assert [hold.code for hold in submits(ready).holds] == ["CREDIT_LIMIT_EXCEEDED"]
    assert [hold.code for hold in submits(ready, order="O2").holds] == ["PRICE_BELOW_LIST"]
    assert submits(ready, order="O3").reasons == ("DUPLICATE_REFERENCE: PO-7 is order O1",)


def test_an_offer_that_is_over_is_rejected_when_it_is_submitted():
    ready = desk()
    drafts(ready)
    assert submits(ready, date(2026, 3, 10)).reasons == ("OFFER_EXPIRED: valid until 2026-03-09, placed on 2026-03-10",)


@given(st.lists(st.tuples(st.integers(1, 20), st.sampled_from(["P1", "P2", "?"])), min_size=1, max_size=4))
def test_a_draft_submitted_on_its_day_is_the_order_that_would_have_been_placed(asked: list[tuple[int, str]]):
    lines = tuple(line(str(number), *each) for number, each in enumerate(asked))
    drafted, placed = desk(stocked=10), desk(stocked=10)
    drafts(drafted, *lines)
    assert submits(drafted, DAY) == placed.places(*lines, details=UNTIL)
    assert (drafted.exposure(), drafted.shelf()) == (placed.exposure(), placed.shelf())


# refusals


def test_an_order_that_is_placed_is_no_draft_any_more():
    ready = desk()
    ready.places()
    before = books(ready.store)
    with pytest.raises(Rejected, match="ORDER_EXISTS: order=O1"):
        drafts(ready)
    with pytest.raises(Rejected, match="ORDER_NOT_DRAFT: order=O1, status=submitted"):
        submits(ready)
    assert books(ready.store) == before


def test_another_order_does_not_take_a_drafts_id():
    ready = desk()
    drafts(ready)
    with pytest.raises(Rejected, match="ORDER_EXISTS: order=O1"):
        ready.places()


def test_a_draft_that_contradicts_itself_is_not_stored():
    ready = desk()
    before = books(ready.store)
    with pytest.raises(Invalid, match="DUPLICATE_LINE"):
        drafts(ready, line(), line())
    assert books(ready.store) == before


def test_nobody_submits_what_is_not_there():
    with pytest.raises(ot.NotFound):
        submits(desk())


def test_a_draft_is_given_up_like_any_order():
    ready = desk()
    drafts(ready)
    assert ready.cancels().status is Status.CANCELLED


# time


def test_an_offer_is_cancelled_when_its_day_has_passed():
    ready = desk()
    drafts(ready)
    drafts(ready, order="O2", details=OrderDetails())
    assert ticks(ready, LATER) == 0
    assert ticks(ready, date(2026, 3, 10)) == 1
    order = ready.order()
    assert (order.status, order.reasons) == (Status.CANCELLED, ("OFFER_EXPIRED: valid until 2026-03-09",))
    assert ready.order("O2").status is Status.DRAFT
    assert ticks(ready, date(2026, 3, 11)) == 0


def test_an_order_that_was_placed_in_time_is_not_cancelled():
    ready = desk()
    drafts(ready)
    submits(ready)
    assert ticks(ready, date(2026, 3, 10)) == 0


def test_what_is_placed_between_finding_and_cancelling_stays():
    ready, day = desk(), date(2026, 3, 10)
    drafts(ready)
    submits(ready)
    unit = ready.store.begin(Context(MAIN, "test", NOW))
    assert run(lambda: expire("O1", day, HOUSE), lambda: unit, 1) == 0
    assert ready.order().status is Status.SUBMITTED


def test_what_becomes_of_a_draft_is_announced():
    ready = desk()
    drafts(ready)
    ticks(ready, date(2026, 3, 10))
    ready.otc.relay()
    assert [posted.notice.topic for posted in ready.postbox.got if posted.notice.subject == "O1"] == [
        "order.drafted",
        "order.cancelled",
    ]
