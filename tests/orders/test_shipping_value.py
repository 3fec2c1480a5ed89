"""The value of an order moves with its goods, and none of it is lost on the way."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from otcore.orders import fulfilment
from otcore.orders.evolution import evolve
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from tests.orders.despatching import posted, ready
from tests.orders.examples import (
    STANDARD,
    after,
    confirmed,
    despatch,
    eur,
    left,
    line,
    placed,
    product,
    promised,
    shelf,
)


def test_shipping_a_part_moves_its_part_of_the_value():
    order = ready()
    (fact,) = posted(order, despatch(left("1", 4)), shelf(10)).order
    assert (order.value, fact.value, fact.dropped) == (eur("120.00"), eur("48.00"), eur("0.00"))


def test_short_closing_drops_the_value_of_what_does_not_follow():
    (fact,) = posted(ready(), despatch(left("1", 4, 0)), shelf(10)).order
    assert (fact.value, fact.dropped) == (eur("48.00"), eur("72.00"))


def test_what_is_delivered_beyond_the_order_has_no_part_in_its_value():
    (fact,) = posted(ready(), despatch(left("1", 12)), shelf(12), tolerance=Percentage(20)).order
    assert (fact.value, fact.dropped) == (eur("120.00"), eur("0.00"))


def test_goods_free_of_charge_carry_the_charges_of_their_order():
    freight = Adjustment(charge=True, amount=eur("15.00"), tax=STANDARD)
    free = placed(line(), products=(product(price="0"),), adjustments=(freight,))
    order = confirmed(promised(free))
    first = posted(order, despatch(left("1", 5)), shelf(10))
    assert (order.value, first.order[0].value) == (eur("18.00"), eur("9.00"))
    order = after(order, first.order)
    assert posted(order, despatch(left("1", 5), shipment="S2"), shelf(5)).order[0].value == eur("9.00")


prices = st.decimals("0", "99", places=3)
steps = st.lists(st.tuples(st.integers(0, 12), st.none() | st.integers(0, 9)), min_size=1, max_size=6)


@given(st.lists(st.tuples(prices, st.integers(1, 9), st.sampled_from([1, 3, 7])), min_size=1, max_size=3), steps)
def test_value_shipped_dropped_and_open_is_the_value_ordered(
    lines: list[tuple[Decimal, int, int]], steps: list[tuple[int, int | None]]
):
    requested = [
        line(str(index), quantity, price=UnitPrice(price, "EUR", per))
        for index, (price, quantity, per) in enumerate(lines, 1)
    ]
    order = confirmed(promised(placed(*requested, products=(product(price="0"),))))
    shipped_value = dropped = Money.zero("EUR")
    for number, (quantity, outstanding) in enumerate(steps):
        id = str(number % len(lines) + 1)
        try:
            (fact,) = posted(
                order,
                despatch(left(id, quantity, outstanding), shipment=f"S{number}"),
                shelf(999),
                tolerance=Percentage(20),
            ).order
        except Rejected:
            continue
        order = evolve(order, fact)
        shipped_value, dropped = shipped_value + fact.value, dropped + fact.dropped
        assert min(fact.value, fact.dropped).minor >= 0
        assert shipped_value + dropped + order.open_value == order.value
    if not any(each.ledger.open for each in order.lines):
        assert order.open_value == Money.zero("EUR")
        assert fulfilment.shipped(order) is not fulfilment.Extent.PART
