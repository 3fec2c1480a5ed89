"""The day by which a line is promised: the seller's word, what the shelves say, and what is left when neither waits."""

from otcore.orders.commands import LineCancellation
from otcore.orders.events import StockAllocated
from otcore.orders.hold import HoldKind
from otcore.stock.policy import Allocating
from otcore.values.quantity import Quantity
from otcore.workflows.ask import OrderHistory
from otcore.workflows.order_status import AskOrderStatus
from tests.orders.examples import line
from tests.workflows.amendments import SELLER, accepts, change, offers, proposes
from tests.workflows.desk import Desk, desk
from tests.workflows.goods import allocates, expects, house, on, promises, waits_for


def stated(days: int, stocked: int = 0, **changes: object) -> Desk:
    """A desk with an order of 10 of P1 that the seller promised by a day, and the buyer agreed."""
    ready = desk(stocked=stocked)
    ready.places()
    offers(ready, change(promised=on(days), **changes))  # type: ignore[arg-type]  # which is the test's to say
    ready.agrees()
    return ready


def allocations(ready: Desk) -> int:
    facts = ready.otc.ask(OrderHistory("O1"))
    return sum(isinstance(fact.event, StockAllocated) for fact in facts)


def gives_up(ready: Desk, quantity: int) -> None:
    ready.cancels_lines(LineCancellation(line="1", quantity=Quantity(quantity, "C62")))


def test_a_day_that_the_seller_states_stands_where_nothing_is_announced():
    ready = stated(6)
    assert promises(ready.order()) == (0, 0, on(6))
    assert promises(allocates(ready, days=1)) == (0, 0, on(6))


def test_goods_that_are_promised_already_are_not_promised_again_by_a_stated_day():
    assert allocations(stated(6, stocked=4)) == 1


def test_a_stated_day_stands_while_a_part_of_the_line_is_announced_nowhere():
    ready = stated(6, stocked=4)
    expects(ready, 3, 2)
    assert promises(allocates(ready)) == (4, 3, on(6))


def test_goods_that_come_earlier_than_stated_are_promised_for_their_day_while_they_are_announced():
    ready = stated(6)
    expects(ready, 10, 2)
    assert promises(allocates(ready)) == (0, 10, on(2))
    expects(ready, 0, 2)
    assert promises(allocates(ready)) == (0, 0, on(6))


def test_goods_on_the_shelf_may_be_stated_for_a_later_day():
    assert promises(stated(6, stocked=10).order()) == (10, 0, on(6))


def test_a_line_is_late_after_the_day_that_was_agreed_whatever_the_goods_say():
    ready = stated(6)
    expects(ready, 10, 9)
    assert promises(allocates(ready)) == (0, 10, on(6))
    assert promises(allocates(ready, days=2)) == (0, 10, on(6))
    late = [ready.otc.ask(AskOrderStatus("O1", on(days))).late for days in (6, 7)]
    assert late == [(), ("1",)]


def test_a_stated_day_stands_for_lines_that_are_promised_whole_or_not_at_all():
    ready = house(desk(), allocating=Allocating.LINE)
    ready.places()
    offers(ready, change(promised=on(6)))
    ready.agrees()
    expects(ready, 3, 2)
    assert promises(allocates(ready)) == (0, 0, on(6))


def test_a_hold_that_frees_the_goods_leaves_the_stated_day():
    ready = house(stated(6, stocked=4), free_on_hold=frozenset({HoldKind.MANUAL}))
    assert promises(ready.holds()) == (0, 0, on(6))


def test_a_stated_day_is_the_substitute_s():
    ready = desk(stocked=4)
    ready.places()
    offers(ready, change(product="P2", promised=on(6)))
    assert promises(ready.agrees()) == (4, 0, on(6))


def test_a_raised_quantity_is_not_promised_by_the_day_of_what_waited_before():
    ready = waits_for(10, 5)
    proposes(ready, change(quantity=15))
    assert promises(ready.order()) == (0, 10, None)


def test_a_raised_quantity_leaves_the_day_that_was_stated():
    ready = stated(6)
    proposes(ready, change(quantity=15))
    accepts(ready)
    assert promises(ready.order()) == (0, 0, on(6))


def test_a_later_word_of_the_seller_replaces_the_earlier():
    ready = stated(6)
    proposes(ready, change(promised=on(8)), by=SELLER)
    ready.agrees()
    assert promises(allocates(ready)) == (0, 0, on(8))


def test_a_line_that_waits_no_longer_is_promised_for_the_day_on_which_it_is_cut():
    ready = waits_for(6, 5, stocked=4)
    gives_up(ready, 6)
    assert promises(ready.order()) == (4, 0, on(0))


def test_a_line_that_waits_no_longer_for_goods_announced_nowhere_has_a_day():
    ready = desk(stocked=4)
    ready.places()
    gives_up(ready, 6)
    assert promises(ready.order()) == (4, 0, on(0))


def test_a_line_that_still_waits_keeps_its_day_when_it_is_cut():
    ready = waits_for(6, 5, stocked=4)
    gives_up(ready, 3)
    assert promises(ready.order()) == (4, 3, on(5))


def test_a_line_that_was_on_the_shelf_keeps_its_day_when_it_is_cut():
    ready = desk(stocked=10)
    ready.places()
    proposes(ready, change(quantity=4), day=on(3))
    assert promises(ready.order()) == (4, 0, on(0))


def test_an_amended_line_that_waits_no_longer_is_promised_for_the_day_of_the_amendment():
    ready = waits_for(6, 5, stocked=4)
    proposes(ready, change(quantity=4), day=on(3))
    assert promises(ready.order()) == (4, 0, on(3))


def test_only_the_line_that_is_cut_is_promised_anew():
    ready = desk(stocked=4)
    expects(ready, 6, 5)
    ready.places(line(), line("2", product="P2"))
    gives_up(ready, 6)
    assert [promises(ready.order(), each) for each in (0, 1)] == [(4, 0, on(0)), (4, 0, None)]


def test_a_line_raised_while_its_order_is_held_has_no_day_for_all_of_it():
    ready = waits_for(10, 5)
    ready.holds()
    proposes(ready, change(quantity=15))
    assert promises(ready.order()) == (0, 10, None)


def test_a_line_of_which_nothing_is_left_to_come_has_no_day():
    ready = waits_for(10, 5)
    ready.places(line(), line("2", 1), order="O2")
    ready.places(line(), line("2", 1), order="O3")
    expects(ready, 30, 5)
    allocates(ready, "O2")
    proposes(ready, change(quantity=0), order="O2")
    assert promises(ready.order("O2")) == (0, 0, None)
