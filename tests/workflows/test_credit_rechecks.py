"""An order that was cleared and becomes another is checked anew; what was cleared goes on counting."""

import pytest

from otcore.customers.credit.commands import BlockCredit, ChangeCreditLimit, UnblockCredit
from otcore.customers.credit.risk_class import RiskClass
from otcore.orders.amendment import Side
from otcore.orders.amendments.commands import AcceptAmendment
from otcore.orders.hold import HoldKind
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from tests.orders.examples import eur, left
from tests.workflows.amendments import change, proposes
from tests.workflows.books import books
from tests.workflows.crediting import classed, codes, later, of_order, rechecks, releases, verdicts
from tests.workflows.desk import Desk, desk


def confirmed(limit: str | None = "130.00", stocked: int = 40) -> Desk:
    """An order of ten pieces, worth 120.00, that both sides agreed on."""
    ready = desk(limit, stocked)
    ready.places()
    ready.acknowledges()
    return ready


def becomes(ready: Desk, quantity: int, days: int = 0) -> Order:
    """The order with another quantity, which both sides agree on so many days later."""
    proposes(ready, change(quantity=quantity), day=later(days))
    return ready.otc.handle(AcceptAmendment(order="O1", day=later(days), by=Side.SELLER))


def test_a_rise_that_fits_counts():
    ready = confirmed("180.00")
    assert becomes(ready, 15).promised
    assert ready.exposure() == ("180.00", "0.00", "0.00")


def test_a_rise_that_does_not_fit_holds_the_order_and_what_was_cleared_goes_on_counting():
    ready = confirmed()
    risen = becomes(ready, 15)
    assert (codes(risen), risen.open_value, risen.cleared) == (["CREDIT_LIMIT_EXCEEDED"], eur("180.00"), eur("120.00"))
    assert risen.holds[0].why == "0.00 EUR used + 180.00 EUR ordered is over the limit of 130.00 EUR"
    assert ready.exposure() == ("120.00", "0.00", "0.00")
    with pytest.raises(Rejected, match="ORDER_HELD"):
        ready.ships(left("1", 1))


def test_a_risen_order_counts_whole_once_it_is_released():
    ready = confirmed()
    becomes(ready, 15)
    released = releases(ready)
    assert (released.cleared, ready.exposure()) == (None, ("180.00", "0.00", "0.00"))
    assert ready.shelf()[1] == 15


def test_a_held_rise_that_is_given_up_takes_out_only_what_counted():
    ready = confirmed()
    becomes(ready, 15)
    ready.cancels()
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_a_held_rise_that_falls_again_counts_what_is_open():
    ready = confirmed()
    becomes(ready, 15)
    fallen = becomes(ready, 5)
    assert (fallen.cleared, codes(fallen)) == (None, ["CREDIT_LIMIT_EXCEEDED"])
    assert ready.exposure() == ("60.00", "0.00", "0.00")
    assert rechecks(ready).holds == ()


def test_a_second_rise_of_a_held_order_adds_no_second_hold():
    ready = confirmed()
    becomes(ready, 15)
    risen = becomes(ready, 20)
    assert (codes(risen), risen.cleared) == (["CREDIT_LIMIT_EXCEEDED"], eur("120.00"))
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def test_an_order_that_falls_is_checked_too_and_counts_less_at_once():
    ready = confirmed("200.00")
    ready.handle(ChangeCreditLimit(account="C1", limit=eur("50.00")))
    fallen = becomes(ready, 5)
    assert codes(fallen) == ["CREDIT_LIMIT_EXCEEDED"]
    assert ready.exposure() == ("60.00", "0.00", "0.00")


def test_a_lower_limit_does_not_touch_what_was_cleared():
    ready = confirmed()
    ready.handle(ChangeCreditLimit(account="C1", limit=eur("0.00")))
    ready.ships(left("1", 10))
    assert ready.bills().payable == eur("120.00")


def test_a_rise_under_another_hold_waits_for_both():
    ready = desk("130.00", 40)
    ready.places()
    ready.holds(HoldKind.MANUAL)
    risen = proposes(ready, change(quantity=15))
    assert ready.exposure() == ("120.00", "0.00", "0.00")
    assert codes(risen) == ["MANUAL_HOLD", "CREDIT_LIMIT_EXCEEDED"]
    releases(ready)
    assert ready.releases(HoldKind.MANUAL).cleared is None
    assert ready.exposure() == ("180.00", "0.00", "0.00")


TENTH = RiskClass(name="tenth", deviation=Percentage(10), released_days=5)


@pytest.mark.parametrize(
    ("quantity", "days", "held"), [(11, 5, False), (12, 0, True), (11, 6, True), (9, 5, False), (9, 6, True)]
)
def test_a_change_is_covered_by_a_release_of_its_value_and_days(quantity: int, days: int, held: bool):
    """Ten pieces were released at 120.00: 132.00 is covered for five days."""
    ready = classed(TENTH, "10.00")
    ready.places()
    releases(ready)
    ready.acknowledges()
    assert bool(becomes(ready, quantity, days).holds) is held


def test_what_was_shipped_since_does_not_make_room_under_a_release():
    """Released at 120.00, 60.00 shipped: another 60.00 would make 180.00 of it."""
    ready = classed(TENTH, "10.00")
    ready.places()
    releases(ready)
    ready.acknowledges()
    ready.ships(left("1", 5))
    assert codes(becomes(ready, 15)) == ["CREDIT_LIMIT_EXCEEDED"]


def test_a_held_order_is_checked_again_when_asked():
    ready = desk("100.00", 40)
    ready.places()
    with pytest.raises(Rejected, match="CREDIT_NOT_CLEARED"):
        rechecks(ready)
    ready.raises(ChangeCreditLimit(account="C1", limit=eur("120.00")))
    cleared = rechecks(ready)
    assert (cleared.promised, cleared.holds) == (True, ())
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def test_a_check_that_passes_again_covers_nothing_later():
    ready = desk("100.00", 40)
    ready.places()
    ready.raises(ChangeCreditLimit(account="C1", limit=eur("120.00")))
    rechecks(ready)
    ready.acknowledges()
    assert codes(becomes(ready, 11)) == ["CREDIT_LIMIT_EXCEEDED"]


def test_the_end_of_a_block_lifts_nothing_by_itself():
    ready = desk(stocked=20)
    ready.handle(BlockCredit(account="C1", reason="late"))
    ready.places()
    ready.handle(UnblockCredit(account="C1"))
    assert ready.order().held
    assert rechecks(ready).promised


def test_only_holds_that_checks_placed_are_checked_again():
    ready = desk(stocked=20)
    ready.places()
    with pytest.raises(Rejected, match="NOT_HELD"):
        rechecks(ready)
    ready.holds(HoldKind.CREDIT, code="ASK_ANN")
    before = books(ready.store)
    with pytest.raises(Rejected, match="HELD_BY_RULE"):
        rechecks(ready)
    assert books(ready.store) == before


def test_an_order_that_is_over_is_not_checked_again():
    ready = desk("100.00", 20)
    ready.places()
    ready.cancels()
    with pytest.raises(Rejected, match="NOT_HELD"):
        rechecks(ready)


def test_another_hold_keeps_a_rechecked_order_waiting():
    ready = desk("100.00", 40)
    ready.places()
    ready.holds(HoldKind.MANUAL)
    ready.raises(ChangeCreditLimit(account="C1", limit=None))
    assert codes(rechecks(ready)) == ["MANUAL_HOLD"]
    assert ready.exposure() == ("0.00", "0.00", "0.00")
    assert ready.releases(HoldKind.MANUAL).promised


def test_what_the_checks_say_of_an_order_shows_its_release():
    ready = desk("100.00", 40)
    ready.places()
    assert verdicts(of_order(ready))["CREDIT_LIMIT_EXCEEDED"] == "not ok"
    releases(ready)
    answer = of_order(ready)
    assert (verdicts(answer)["CREDIT_LIMIT_EXCEEDED"], answer.clear) == ("released", True)
    assert verdicts(of_order(ready, day=later(31)))["CREDIT_LIMIT_EXCEEDED"] == "not ok"


def test_an_order_that_counts_does_not_count_against_itself():
    ready = confirmed("120.00")
    assert of_order(ready).clear
    assert str(of_order(ready).results[2].figures[0][1]) == "0.00 EUR"
