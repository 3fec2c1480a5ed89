"""However an order is billed, its invoices come to its value, to the cent; and what may be owed is counted once."""

from contextlib import suppress
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.orders.advances import Milestone
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import RECEIVABLE, SHIPMENT
from otcore.ports.storage import Where
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.tax import TaxCategory
from otcore.workflows.ask import Every
from tests.orders.examples import STANDARD, eur, left, line, product
from tests.workflows.billing.billers import bills_order, bills_period, monthly, ordered, plans, prepays, reaches
from tests.workflows.desk import Desk, desk

PIECES = 12
LINES = ("1", "2")
LOW = TaxCategory("S", Decimal(7))
TWO = (line("1", PIECES, "A"), line("2", PIECES, "B"))
prices = st.decimals("0.01", "99.999", places=3)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("prepay"), st.integers(1, 60)),
        st.tuples(st.just("ship"), st.sampled_from(LINES), st.integers(1, PIECES)),
        st.tuples(st.just("bill"), st.none()),
        st.tuples(st.just("whole"), st.none()),
    ),
    max_size=8,
)


def goods(ready: Desk, first: Decimal, second: Decimal) -> None:
    """Two products of these prices, of different taxes, on the shelf."""
    ready.lists(product("A", str(first)), product("B", str(second), tax=LOW))
    ready.receives(10 * PIECES, "A")
    ready.receives(10 * PIECES, "B")


def shop(first: Decimal, second: Decimal, allowance: int) -> Desk:
    """An order of two lines of different taxes, with a percentage off and a charge on all of it."""
    ready = desk()
    goods(ready, first, second)
    changes = (
        Adjustment(charge=False, percent=Decimal(allowance), tax=STANDARD),
        Adjustment(charge=True, amount=eur("3.33"), tax=LOW),
    )
    return ordered(ready, *TWO, customer="C1", adjustments=changes)


def charged(ready: Desk) -> Money:
    """What all invoices come to."""
    items = ready.otc.ask(Every(RECEIVABLE))
    return Money.from_minor(sum(item.amount.minor for item in items), "EUR")


def takes(ready: Desk, step: tuple[Any, ...], count: int) -> None:
    """A step of the seller's, where it is open."""
    with suppress(Rejected):
        if step[0] == "prepay":
            prepays(ready, step[1])
        elif step[0] == "ship":
            ships(ready, step[1], step[2], f"S{count}")
        elif step[0] == "bill":
            bills_shipments(ready)
        else:
            bills_order(ready)


def ships(ready: Desk, id: str, quantity: int, shipment: str, order: str = "O1") -> None:
    """So much of a line, or what is open of it."""
    found = ready.order(order).line(id)
    assert found is not None
    still = min(found.ledger.open, Decimal(quantity))
    if still:
        ready.ships(left(id, still), order=order, shipment=shipment)


def bills_shipments(ready: Desk) -> None:
    for each in ready.otc.ask(Every(SHIPMENT, Where(status="posted"))):
        ready.bills(each.id)


def finishes(ready: Desk) -> None:
    """All of it shipped and billed."""
    for id in LINES:
        ships(ready, id, PIECES, f"Z{id}")
    bills_shipments(ready)


def counted_once(ready: Desk) -> None:
    """What is ordered, delivered and billed comes to the order; goods count by their prices, bills by their taxes.

    What is prepaid beyond what is still to leave is taken off the bills of what left.
    """
    order = ready.order()
    beyond = max(order.ahead.minor - order.open_value.minor, 0) if order.ahead else 0
    counted = sum(Decimal(part) for part in ready.exposure()) - Decimal(beyond) / 100
    assert abs(counted - order.value.amount) <= order.value.amount * Decimal("0.25") + 1


@settings(max_examples=60, deadline=None)
@given(prices, prices, st.integers(0, 50), steps)
def test_any_mix_of_prepayments_deliveries_and_the_whole_bills_the_order_exactly(first, second, allowance, story):
    ready = shop(first, second, allowance)
    value = ready.order().value
    for count, step in enumerate(story):
        takes(ready, step, count)
        counted_once(ready)
    finishes(ready)
    assert charged(ready) == value
    assert ready.order().status is Status.CLOSED
    assert ready.exposure() == ("0.00", "0.00", str(value.amount))
    assert not any(each.left for each in ready.order().advances)


@settings(max_examples=40, deadline=None)
@given(prices, prices, st.lists(st.integers(1, 33), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_milestones_in_any_order_bill_the_order_exactly(first, second, percents, random):
    ready = shop(first, second, 10)
    value = ready.order().value
    milestones = [Milestone(id=f"M{at}", percent=Decimal(each)) for at, each in enumerate(percents)]
    plans(ready, *milestones, Milestone(id="rest"))
    names = [*(each.id for each in milestones), "rest"]
    random.shuffle(names)
    for name in names:
        reaches(ready, name)
    assert charged(ready) == value
    for id in LINES:
        ready.ships(left(id, PIECES), shipment=f"S{id}")
    assert ready.order().status is Status.CLOSED
    assert ready.exposure() == ("0.00", "0.00", str(value.amount))


@settings(max_examples=40, deadline=None)
@given(prices, prices, st.lists(st.tuples(st.sampled_from(LINES), st.integers(1, 5), st.booleans()), max_size=6))
def test_periods_bill_their_orders_exactly(first, second, story):
    ready = monthly()
    goods(ready, first, second)
    tenth = Adjustment(charge=False, percent=Decimal(10), tax=STANDARD)
    for order in ("O1", "O2"):
        ordered(ready, *TWO, order=order, adjustments=(tenth,))
    for count, (id, quantity, bill) in enumerate(story):
        order = f"O{1 + count % 2}"
        ships(ready, id, quantity, f"S{count}", order)
        if bill and ready.otc.ask(Every(SHIPMENT, Where(status="posted"))):
            bills_period(ready)
    for order in ("O1", "O2"):
        for id in LINES:
            ships(ready, id, PIECES, f"Z{order}{id}", order)
    if ready.otc.ask(Every(SHIPMENT, Where(status="posted"))):
        bills_period(ready)
    worth = ready.order("O1").value + ready.order("O2").value
    assert charged(ready) == worth
    assert ready.exposure("C2") == ("0.00", "0.00", str(worth.amount))
