"""Every fact of an order and its papers has a sentence."""

import pytest

from otcore.orders import events as e
from otcore.orders.acknowledgement import LineAnswer, LineCode, ResponseCode
from otcore.orders.amendment import Amendment, LineChange, Side
from otcore.orders.details import OrderDetails
from otcore.orders.line import RequestedLine
from otcore.orders.returns.events import ReturnClosed, ReturnLine, ReturnOpened, ReturnReceived
from otcore.orders.shipments.events import GoodsCameBack, ShipmentDelivered, ShipmentPlanned, ShipmentPosted
from otcore.ports.aggregates import ORDER, RECEIPT, RECEIVABLE
from otcore.process.timeline import SENTENCES
from otcore.stock.reserving import Allocation
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.rates import Rate
from otcore.workflows.track import PAPERS
from tests.orders.examples import DAY, dec, eur, left, pieces
from tests.orders.test_lifecycle import SAMPLES

KINDS = (ORDER, *PAPERS, RECEIVABLE, RECEIPT)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_fact_that_a_time_line_may_show_has_a_sentence(kind):
    assert set(kind.events) <= set(SENTENCES)


def test_nothing_is_told_that_cannot_happen():
    assert set(SENTENCES) == {event for kind in KINDS for event in kind.events}


def test_a_code_stands_for_one_kind_of_fact():
    assert len({sentence.what for sentence in SENTENCES.values()}) == len(SENTENCES)


@pytest.mark.parametrize("event", SAMPLES.values(), ids=lambda event: type(event).__name__)
def test_a_fact_of_an_order_is_told_in_one_line(event):
    text = said(event)
    assert text
    assert "\n" not in text
    assert text[0].isupper()


def said(event: object) -> str:
    return SENTENCES[type(event)].text(event)


def why(event: object) -> str:
    return SENTENCES[type(event)].why(event)


def test_what_was_promised_is_told_by_line_and_place():
    here, coming = (("1", (Allocation("HAM", dec("4.00")),)),), (("2", (Allocation("LEJ", dec(1)),)),)
    assert said(e.StockAllocated(here)) == "Goods promised: line 1: 4 from HAM"
    assert said(e.StockAllocated((), coming)) == "Goods promised: line 2: 1 of what is to arrive at LEJ"
    assert said(e.StockAllocated(())) == "No goods promised"


def test_an_answer_tells_what_is_not_as_ordered():
    answers = (
        LineAnswer("1", LineCode.ACCEPTED, dec(10), dec(0)),
        LineAnswer("2", LineCode.CHANGED, dec(10), dec(4), UnitPrice("9.50", "EUR"), DAY),
        LineAnswer("3", LineCode.REJECTED, dec(2), dec(2)),
        LineAnswer("4", LineCode.CHANGED, dec(2), dec(0), substitute="P9"),
    )
    text = said(e.OrderAcknowledged(DAY, ResponseCode.CHANGED, answers))
    assert text == (
        "Answered: accepted with changes (CA); line 2: 4 of 10 later at 9.50 EUR by 2026-03-02, "
        "line 3: not delivered, line 4: P9 instead"
    )
    assert said(e.OrderAcknowledged(DAY, ResponseCode.ACCEPTED, answers[:1])) == "Answered: accepted (AP)"


def test_a_shipment_tells_what_left_and_what_will_not_follow():
    lines = (e.ShippedLine("1", dec(6), (), (), dec(0)), e.ShippedLine("2", dec(0), (), (), dec(4)))
    assert said(e.GoodsShipped("S1", lines, eur("72.00"), eur("48.00"))) == (
        "Shipment S1 left: line 1: 6; will not follow: line 2: 4"
    )
    assert said(e.GoodsShipped("S1", lines[1:], eur("0.00"), eur("48.00"))).startswith("Shipment S1 left: nothing; ")
    assert said(ShipmentPosted("S1", "O1", "C1", DAY, (), eur("0.00"))) == "Shipment S1 left: nothing"


def test_a_planned_shipment_and_one_that_came_back_are_told():
    lines = (left("1", 4), left("2", 1))
    planned = ShipmentPlanned("S1", "O1", "C1", DAY, lines, eur("0.00"))
    assert said(planned) == "Shipment S1 planned for 2026-03-02: line 1: 4, line 2: 1"
    assert said(GoodsCameBack("R1", (("1", dec(2)),), eur("0.00"))) == "Came back with return R1: line 1: 2"
    assert said(ShipmentDelivered(DAY, (("1", dec(4)),))) == "Arrived on 2026-03-02: line 1: 4"


def test_a_proposal_tells_every_change():
    changes = (
        LineChange(line="1", quantity=pieces(12), price=UnitPrice("9.50", "EUR")),
        LineChange(line="2", quantity=pieces(0)),
        LineChange(line="3", product="P9", promised=DAY, requested=Period(DAY, DAY), note="in red"),
    )
    added = (RequestedLine(id="4", quantity=pieces(1)),)
    proposal = Amendment(
        number=2, by=Side.SELLER, day=DAY, changes=changes, added=added, details=OrderDetails(), reason="sold out"
    )
    event = e.AmendmentProposed(proposal)
    assert said(event) == (
        "Amendment 2 proposed by the seller: line 1: 12 C62 at 9.50 EUR; line 2: off; "
        "line 3: P9 instead wanted 2026-03-02/2026-03-02 promised by 2026-03-02 in red; "
        "new line 4: 1 C62; delivery or references"
    )
    assert why(event) == "sold out"


def test_a_closing_tells_what_was_still_open():
    assert said(e.OrderClosed()) == "Closed"
    assert said(e.OrderClosed("enough", eur("72.00"))) == "Closed with 72.00 EUR still open"


def test_what_counts_in_the_exposure_is_told():
    assert said(e.CreditCleared(None)) == "All that is open counts"
    assert said(e.CreditCleared(eur("5.00"))) == "No more than 5.00 EUR of what is open counts"
    assert said(e.RateFixed(Rate("USD", "EUR", "0.9"))) == "Counts in EUR at 0.9 for 1 USD"


def test_a_return_tells_what_came_in_which_state():
    nothing = eur("0.00")
    lines = (ReturnLine("1", dec(3), "too big"), ReturnLine("2", dec(1)))
    asked = ReturnOpened("R1", "O1", "C1", DAY, lines, nothing)
    assert (said(asked), why(asked)) == ("Return R1 requested: line 1: 3, line 2: 1", "line 1: too big")
    came = (("1", dec(2), dec(1)), ("2", dec(0), dec(1)))
    assert said(ReturnReceived(DAY, came, (), eur("36.00"), eur("2.00"))) == (
        "Came back, good: line 1: 2; spoilt: line 1: 1, line 2: 1; 36.00 EUR to credit less 2.00 EUR fee"
    )
    good = (("1", dec(2), dec(0)),)
    assert (
        said(ReturnReceived(DAY, good, (), eur("24.00"), nothing)) == "Came back, good: line 1: 2; 24.00 EUR to credit"
    )
    spoilt = (("1", dec(0), dec(1)),)
    assert said(ReturnReceived(DAY, spoilt, (), nothing, nothing)) == "Came back, spoilt: line 1: 1; 0.00 EUR to credit"
    assert said(e.GoodsReturned("R1", came)) == "Return R1 came back, good: line 1: 2; spoilt: line 1: 1, line 2: 1"
    assert said(ReturnClosed(DAY, "", ())) == "Return closed"
    assert said(ReturnClosed(DAY, "", (("1", dec(1)),))) == "Return closed, stays with the buyer: line 1: 1"
