"""A draft is placed or expires once."""

from datetime import date

import pytest

from otcore.orders.details import OrderDetails
from otcore.orders.drafting import DraftOrder, SubmitOrder, contents, draft, expire, submission
from otcore.orders.evolution import evolve
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.orders.examples import DAY, line, order_of, placed

COMMAND = DraftOrder(
    order="O1",
    customer="C1",
    day=DAY,
    currency="EUR",
    lines=(line(),),
    details=OrderDetails(valid_until=date(2026, 3, 5)),
)


def drafted(command: DraftOrder = COMMAND, before: Order | None = None) -> Order:
    order = before
    for event in draft(before, command, placed().lines, Money("120.00", "EUR")):
        order = evolve(order, event)
    assert order is not None
    return order


def test_a_draft_asks_for_the_order_that_it_says():
    assert contents(COMMAND) == order_of(details=COMMAND.details)
    later = date(2026, 3, 4)
    assert submission(drafted(), SubmitOrder(order="O1", day=later)) == order_of(day=later, details=COMMAND.details)


@pytest.mark.parametrize(("day", "over"), [(5, False), (6, True)])
def test_a_draft_stands_to_the_end_of_its_last_day(day: int, over: bool):
    assert bool(expire(drafted(), date(2026, 3, day))) is over


def test_what_is_placed_does_not_expire_as_a_draft():
    assert expire(placed(details=COMMAND.details), date(2026, 3, 6)) == ()


def test_what_is_over_is_no_draft():
    (over,) = expire(drafted(), date(2026, 3, 6))
    gone = evolve(drafted(), over)
    with pytest.raises(Rejected, match="ORDER_EXISTS"):
        drafted(before=gone)
    with pytest.raises(Rejected, match="ORDER_NOT_DRAFT: order=O1, status=cancelled"):
        submission(gone, SubmitOrder(order="O1", day=DAY))
