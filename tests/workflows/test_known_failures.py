"""What went wrong in other systems, each as its users told it, and does not go wrong here."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from otcore.catalog.pricing import AskPrice
from otcore.customers.credit.queries import AskCreditCheck, AskOrderCredit
from otcore.orders.commands import LineCancellation
from otcore.orders.drafting import DraftOrder, SubmitOrder
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.orders.steps import AskSteps
from otcore.process.timeline import AskTimeline
from otcore.stock.availability import AskAvailability
from otcore.values.faults import Rejected
from otcore.values.price import UnitPrice
from tests.orders.examples import DAY, dec, eur, left, line, pieces
from tests.workflows.amendments import accepts, change, offers, proposes, withdraws
from tests.workflows.books import books
from tests.workflows.conflicts import Crowded
from tests.workflows.crediting import codes, rechecks
from tests.workflows.desk import Desk, desk
from tests.workflows.sending import allows, asks, back, drops, gives_up, plans, replaces

LIMIT = "200.00"
CHEAP = UnitPrice("9.00", "EUR")
Way = Callable[[Desk], Order]


def confirmed(limit: str | None = None, stocked: int = 40, quantity: int = 10) -> Desk:
    ready = desk(limit=limit, stocked=stocked)
    ready.places(line(quantity=quantity))
    ready.acknowledges()
    return ready


# close, edit, reopen around a credit limit


def test_an_order_that_is_closed_changed_and_reopened_is_checked_at_its_new_value():
    """120.00 fit into 200.00; 240.00 do not, whatever happens between closing and reopening."""
    ready = confirmed(LIMIT)
    ready.closes()
    with pytest.raises(Rejected, match="ORDER_OVER"):
        proposes(ready, change(quantity=20))
    assert not ready.reopens().held
    proposes(ready, change(quantity=20))
    order = accepts(ready)
    assert (codes(order), order.value) == (["CREDIT_LIMIT_EXCEEDED"], eur("240.00"))
    assert ready.exposure() == ("120.00", "0.00", "0.00")
    ready.closes()
    assert ready.exposure() == ("0.00", "0.00", "0.00")
    order = ready.reopens()
    assert (codes(order), order.promised) == (["CREDIT_LIMIT_EXCEEDED"], False)
    assert ready.exposure() == ("0.00", "0.00", "0.00")
    with pytest.raises(Rejected, match="ORDER_HELD"):
        ready.ships(left("1", 1))


def test_an_order_that_is_reopened_after_another_took_its_room_is_held():
    ready = confirmed(LIMIT)
    ready.closes()
    assert not ready.places(order="O2").held
    assert codes(ready.reopens()) == ["CREDIT_LIMIT_EXCEEDED"]
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def draft_and_submit(ready: Desk) -> Order:
    lines = (line(quantity=20),)
    ready.handle(DraftOrder(order="O2", customer="C1", day=DAY, currency="EUR", lines=lines))
    answer: Order = ready.handle(SubmitOrder(order="O2", day=DAY))
    return answer


def release_another_hold(ready: Desk) -> Order:
    ready.places(line(quantity=20, price=CHEAP), order="O2")
    return ready.releases(HoldKind.PRICE, "O2")


def check_again(ready: Desk) -> Order:
    ready.places(line(quantity=20), order="O2")
    with pytest.raises(Rejected, match="CREDIT_NOT_CLEARED"):
        rechecks(ready, "O2")
    return ready.order("O2")


def hold_and_release(ready: Desk) -> Order:
    ready.places(line(quantity=20), order="O2")
    ready.holds(HoldKind.MANUAL, "O2")
    return ready.releases(HoldKind.MANUAL, "O2")


def raise_it(ready: Desk) -> Order:
    ready.places(line(quantity=1), order="O2")
    ready.acknowledges("O2")
    proposes(ready, change(quantity=20), order="O2")
    return accepts(ready, order="O2")


def answer_with_more(ready: Desk) -> Order:
    ready.places(line(quantity=1), order="O2")
    offers(ready, change(quantity=20), order="O2")
    return ready.agrees("O2")


def exchange_goods(ready: Desk) -> Order:
    ready.ships(left("1", 10))
    back(ready, 9, "R0")
    asks(ready, 1)
    allows(ready)
    replaces(ready, "O2", lines=(line(quantity=20),))
    return ready.order("O2")


WAYS: tuple[Way, ...] = (
    draft_and_submit,
    release_another_hold,
    check_again,
    hold_and_release,
    raise_it,
    answer_with_more,
    exchange_goods,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_way_leads_around_the_credit_check(way: Way):
    """Whatever makes an order worth more than its customer may owe, the order waits and its goods stay."""
    ready = confirmed(LIMIT)
    order = way(ready)
    assert "CREDIT_LIMIT_EXCEEDED" in codes(order)
    assert order.cleared is None or order.cleared <= eur(LIMIT)
    assert sum(dec(used) for used in ready.exposure()) <= dec(LIMIT)
    with pytest.raises(Rejected):
        ready.ships(left("1", 1), shipment="S9", order="O2")


# a document counted twice in exposure


def test_a_document_is_counted_once_at_every_step_of_its_way():
    """Three parts, each ordered, shipped, billed and paid in its turn: the sum moves, and never counts twice."""
    ready = confirmed()
    numbers = []
    for part, quantity in enumerate((3, 3, 4)):
        ready.ships(left("1", quantity), shipment=f"S{part}")
        assert sum(dec(used) for used in ready.exposure()) == dec(120)
        numbers.append(ready.bills(f"S{part}").id)
        assert sum(dec(used) for used in ready.exposure()) == dec(120)
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    for number, (amount, left_over) in zip(numbers, (("36.00", 84), ("36.00", 48), ("48.00", 0)), strict=True):
        ready.gets(amount, number, text=number)
        ready.applies(number)
        assert sum(dec(used) for used in ready.exposure()) == dec(left_over)


# over-delivery by a second line


def test_a_second_row_of_the_same_line_delivers_no_more_than_the_line():
    ready = confirmed()
    before = books(ready.store)
    with pytest.raises(Rejected, match="LINE_TWICE"):
        ready.ships(left("1", 10), left("1", 1))
    assert books(ready.store) == before


def test_a_second_line_of_the_same_goods_takes_nothing_of_what_the_first_may_have():
    ready = desk(stocked=40)
    ready.places(line(quantity=10), line("2", 1))
    ready.acknowledges()
    with pytest.raises(Rejected, match="OVER_DELIVERY"):
        ready.ships(left("1", 10), left("2", 2))
    ready.ships(left("1", 10))
    with pytest.raises(Rejected, match="OVER_DELIVERY"):
        ready.ships(left("1", 1), shipment="S2")
    ready.ships(left("2", 1), shipment="S2")
    assert [each.ledger.shipped for each in ready.order().lines] == [dec(10), dec(1)]


# a cancelled dialog with side effects


def test_looking_at_what_could_be_done_does_nothing():
    ready = confirmed(LIMIT)
    before = books(ready.store)
    for query in (
        AskSteps("O1", DAY),
        AskTimeline("O1"),
        AskPrice(customer="C1", product="P1", quantity=dec(1), day=DAY, currency="EUR"),
        AskAvailability("P1", DAY),
        AskOrderCredit(order="O1", day=DAY),
        AskCreditCheck(customer="C1", value=eur("500.00"), day=DAY),
    ):
        ready.otc.ask(query)
    assert books(ready.store) == before


def propose_and_withdraw(ready: Desk) -> None:
    proposes(ready, change(quantity=7))
    withdraws(ready)


def plan_and_give_up(ready: Desk) -> None:
    plans(ready, left("1", 4))
    drops(ready)


def draft_and_throw_away(ready: Desk) -> None:
    ready.handle(DraftOrder(order="O2", customer="C1", day=DAY, currency="EUR", lines=(line(quantity=5),)))
    ready.cancels("O2")


def ask_for_a_return_and_keep_it(ready: Desk) -> None:
    asks(ready, 3)
    gives_up(ready)


BEGUN = (propose_and_withdraw, plan_and_give_up, draft_and_throw_away, ask_for_a_return_and_keep_it)


@pytest.mark.parametrize("dialog", BEGUN, ids=lambda dialog: dialog.__name__)
def test_what_is_begun_and_given_up_leaves_goods_credit_and_order_as_they_were(dialog: Callable[[Desk], None]):
    ready = confirmed(LIMIT)
    ready.ships(left("1", 5), shipment="S0")
    before = figures(ready)
    dialog(ready)
    assert figures(ready) == before


def figures(ready: Desk) -> Any:
    order = ready.order()
    return ready.shelf(), ready.exposure(), order.status, order.value, order.open_value, order.holds, order.lines


# a partial cancel after a part invoice


def test_after_a_part_was_billed_another_part_is_given_up_and_the_rest_still_ships():
    """Ten ordered, four billed, one given up: five still leave, and the bills come to nine."""
    ready = confirmed()
    ready.ships(left("1", 4))
    ready.bills()
    order = ready.cancels_lines(LineCancellation(line="1", quantity=pieces(1)))
    ledger = order.lines[0].ledger
    assert (order.status, ledger.invoiced, ledger.cancelled, ledger.open) == (Status.CONFIRMED, dec(4), dec(1), dec(5))
    assert (ready.shelf(), ready.exposure()) == ((36, 5), ("60.00", "0.00", "48.00"))
    with pytest.raises(Rejected, match="MORE_THAN_OPEN"):
        ready.cancels_lines(LineCancellation(line="1", quantity=pieces(6)))
    ready.ships(left("1", 5), shipment="S2")
    ready.bills("S2")
    assert (ready.order().status, ready.exposure()) == (Status.CLOSED, ("0.00", "0.00", "108.00"))


# concurrent last unit (on every store, and by processes: test_last_unit.py)


def test_the_last_unit_goes_to_one_of_those_who_read_that_it_was_there():
    """All have read the shelf before the first of them commits."""
    ready = desk(stocked=1)
    crowd = Desk(store=Crowded(ready.store, 3), tries=100)
    with ThreadPoolExecutor(3) as pool:
        placed = list(pool.map(partial(place_one, crowd), ("O1", "O2", "O3")))
    assert sorted(order.lines[0].ledger.allocated for order in placed) == [0, 0, 1]
    assert ready.shelf() == (1, 1)


def place_one(crowd: Desk, order: str) -> Order:
    return crowd.places(line(quantity=1), order=order)
