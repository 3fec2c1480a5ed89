"""What is still open of an order's value, whatever was taken off it and in which steps."""

from decimal import Decimal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from otcore.orders.closing import cancel_lines
from otcore.orders.commands import CancelLines, LineCancellation
from otcore.orders.events import LinesCancelled
from otcore.orders.order import Order
from otcore.orders.valuing import still_open, taken
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from tests.orders.despatching import posted
from tests.orders.examples import (
    DAY,
    after,
    confirmed,
    despatch,
    eur,
    left,
    line,
    pieces,
    placed,
    product,
    promised,
    shelf,
)

lines = st.lists(
    st.tuples(st.decimals("0", "99", places=3), st.integers(1, 9), st.sampled_from([1, 3, 7])), min_size=1, max_size=3
)
steps = st.lists(st.tuples(st.sampled_from(["cancel", "ship"]), st.integers(0, 5)), min_size=1, max_size=8)


def order_over(requested: list[tuple[Decimal, int, int]]) -> Order:
    asked = [
        line(str(index), quantity, price=UnitPrice(price, "EUR", per))
        for index, (price, quantity, per) in enumerate(requested, 1)
    ]
    return confirmed(promised(placed(*asked, products=(product(price="0"),))))


def stepped(order: Order, number: int, what: str, quantity: int) -> tuple[object, ...]:
    line_ = order.lines[number % len(order.lines)].id
    if what == "cancel":
        parts = (LineCancellation(line=line_, quantity=pieces(quantity)),)
        return cancel_lines(order, CancelLines(order="O1", day=DAY, lines=parts))
    advice = despatch(left(line_, quantity), shipment=f"S{number}")
    return posted(order, advice, shelf(99), tolerance=Percentage(50)).order


@given(lines, steps)
def test_what_is_open_is_the_share_of_the_open_lines_after_any_steps(requested, taken_off):
    order = order_over(requested)
    gone = Money.zero("EUR")
    for number, (what, quantity) in enumerate(taken_off):
        try:
            facts = stepped(order, number, what, quantity)
        except Rejected:
            continue
        gone += sum((fact.released for fact in facts if isinstance(fact, LinesCancelled)), Money.zero("EUR"))
        before, order = order, after(order, facts)
        assert order.open_value <= before.open_value
        assert order.open_value == still_open(order.value, order.lines)
    assert gone <= order.value
    if not any(each.ledger.open for each in order.lines):
        assert order.open_value == Money.zero("EUR")


def test_nothing_is_given_back_where_less_is_open_than_its_share():
    order = order_over([(Decimal("10"), 3, 1)])
    assert taken(evolve(order, open_value=eur("35.99")), order.lines) == eur("0.00")


def test_the_next_step_puts_a_cent_on_the_wrong_side_right():
    order = order_over([(Decimal("10"), 3, 1)])
    short = evolve(order, open_value=eur("35.99"))
    over = after(short, cancel_lines(short, fewer(1)))
    assert over.open_value == eur("24.00")


def fewer(quantity: int) -> CancelLines:
    return CancelLines(order="O1", day=DAY, lines=(LineCancellation(line="1", quantity=pieces(quantity)),))
