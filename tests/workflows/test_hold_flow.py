"""Making orders wait, and letting them go on: what becomes of goods, credit and bills meanwhile."""

import pytest
from attrs import evolve

from otcore.customers.credit.commands import ChangeCreditLimit
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment
from otcore.orders.credit_commands import RecheckCredit
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.process.timeline import AskTimeline
from otcore.values.faults import Rejected
from otcore.workflows.house import House
from tests.orders.examples import DAY, dec, eur, left, pieces
from tests.workflows.desk import HOUSE, Desk, desk

FREES_ON_FRAUD = evolve(HOUSE, free_on_hold=frozenset({HoldKind.FRAUD}))


def confirmed(house: House = HOUSE) -> Desk:
    ready = desk(stocked=10, house=house)
    ready.places()
    ready.acknowledges()
    return ready


def test_a_held_order_keeps_its_goods_and_counts_on():
    ready = confirmed()
    order = ready.holds()
    assert (order.held, order.status, ready.shelf(), ready.exposure()[0]) == (
        True,
        Status.CONFIRMED,
        (10, 10),
        "120.00",
    )


def test_a_held_order_does_not_ship():
    ready = confirmed()
    ready.holds()
    with pytest.raises(Rejected, match="ORDER_HELD"):
        ready.ships(left("1", 1))
    ready.releases(HoldKind.MANUAL)
    ready.ships(left("1", 1))


@pytest.mark.parametrize("kind", [kind for kind in HoldKind if kind is not HoldKind.CREDIT])
def test_what_left_of_a_held_order_is_not_billed_meanwhile(kind: HoldKind):
    ready = confirmed()
    ready.ships(left("1", 4))
    ready.holds(kind)
    with pytest.raises(Rejected, match=f"ORDER_HELD: order=O1, holds={kind.name}_HOLD"):
        ready.bills()
    ready.releases(kind)
    ready.bills()


def test_a_credit_hold_stops_no_bill_for_what_left():
    ready = confirmed()
    ready.ships(left("1", 4))
    ready.holds(HoldKind.CREDIT)
    assert ready.bills().payable.minor == 4800


def test_the_goods_of_a_held_order_go_back_where_the_house_wants_that():
    ready = confirmed(house=FREES_ON_FRAUD)
    order = ready.holds(HoldKind.FRAUD, code="SCORE_900")
    assert (ready.shelf(), order.lines[0].ledger.allocations, ready.exposure()[0]) == ((10, 0), (), "120.00")
    assert ready.otc.ask(AskTimeline("O1"))[-1].why == "SCORE_900"


def test_another_kind_of_hold_frees_nothing():
    ready = confirmed(house=FREES_ON_FRAUD)
    ready.holds(HoldKind.MANUAL)
    assert ready.shelf() == (10, 10)


def test_a_second_hold_does_not_free_goods_twice():
    ready = confirmed(house=FREES_ON_FRAUD)
    ready.holds(HoldKind.FRAUD)
    ready.holds(HoldKind.MANUAL)
    assert ready.shelf() == (10, 0)


def test_freed_goods_are_promised_anew_with_the_last_release():
    ready = confirmed(house=FREES_ON_FRAUD)
    ready.holds(HoldKind.FRAUD)
    ready.holds(HoldKind.MANUAL)
    ready.releases(HoldKind.FRAUD)
    assert ready.shelf() == (10, 0)
    order = ready.releases(HoldKind.MANUAL)
    assert (ready.shelf(), order.lines[0].ledger.allocated, ready.exposure()[0]) == ((10, 10), dec(10), "120.00")


def test_goods_that_others_got_meanwhile_are_on_backorder():
    ready = confirmed(house=FREES_ON_FRAUD)
    ready.holds(HoldKind.FRAUD)
    ready.places(order="O2")
    order = ready.releases(HoldKind.FRAUD)
    assert (order.lines[0].ledger.backordered, ready.shelf()) == (dec(10), (10, 10))


def test_a_hold_on_an_order_that_waits_for_credit_is_one_more():
    ready = desk(limit="1.00", stocked=10)
    ready.places()
    ready.holds()
    ready.releases(HoldKind.CREDIT)
    assert ready.shelf() == (10, 0)
    order = ready.releases(HoldKind.MANUAL)
    assert (order.held, order.promised, ready.shelf()) == (False, True, (10, 10))


def test_a_release_says_who_why_when_and_at_which_value():
    ready = confirmed()
    ready.holds()
    (release,) = ready.releases(HoldKind.MANUAL).releases
    assert (release.by, release.reason, str(release.value)) == ("host", "looked at", "120.00 EUR")


def test_a_credit_check_that_passes_again_promises_freed_goods_anew():
    ready = confirmed(evolve(HOUSE, free_on_hold=frozenset({HoldKind.CREDIT})))
    ready.handle(ChangeCreditLimit(account="C1", limit=eur("50.00")))
    fewer = LineChange(line="1", quantity=pieces(9))
    order = ready.handle(ProposeAmendment(order="O1", day=DAY, by=Side.SELLER, changes=(fewer,)))
    order = ready.handle(AcceptAmendment(order="O1", day=DAY, by=Side.BUYER))
    assert (order.held, ready.shelf()) == (True, (10, 0))
    ready.raises(ChangeCreditLimit(account="C1", limit=eur("500.00")))
    order = ready.handle(RecheckCredit(order="O1", day=DAY))
    assert (order.held, order.lines[0].ledger.allocated, ready.shelf()) == (False, dec(9), (10, 9))
    assert ready.exposure()[0] == "108.00"


def test_what_left_before_a_held_order_was_closed_is_billed_once_the_hold_is_lifted():
    ready = confirmed()
    ready.ships(left("1", 4))
    ready.holds()
    ready.closes()
    with pytest.raises(Rejected, match="ORDER_HELD"):
        ready.bills()
    assert ready.releases(HoldKind.MANUAL).status is Status.CLOSED
    assert ready.bills().payable == eur("48.00")
