"""Posting a despatch advice: what may leave, what follows later, what is given up, and where the goods come from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.orders import fulfilment
from otcore.orders.events import HoldPlaced, ShippedLine
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.order import Order, evolve
from otcore.orders.shipment import PostDespatch, Shipment
from otcore.orders.shipping import Despatch, post
from otcore.stock import item as stock
from otcore.stock.item import StockItem
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from tests.orders.examples import (
    DAY,
    STANDARD,
    after,
    confirmed,
    dec,
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

STRICT = Percentage(0)


def ready(*allocated: tuple[str, str | int], ordered: int = 10) -> Order:
    """A confirmed order of one line, with these goods promised."""
    return confirmed(promised(placed(line(quantity=ordered)), _1=allocated))


def posted(
    order: Order,
    command: PostDespatch,
    *shelves: StockItem,
    tolerance: Percentage = STRICT,
    known: Shipment | None = None,
) -> Despatch:
    by_product: dict[str, dict[str, StockItem]] = {}
    for each in shelves:
        by_product.setdefault(each.product, {})[each.location] = each
    return post(order, known, command, by_product, tolerance)


def shipped(order: Order, command: PostDespatch, *shelves: StockItem, tolerance: Percentage = STRICT) -> Order:
    return after(order, posted(order, command, *shelves, tolerance=tolerance).order)


def refused(order: Order, command: PostDespatch, *shelves: StockItem, tolerance: Percentage = STRICT) -> Rejected:
    with pytest.raises(Rejected) as caught:
        posted(order, command, *shelves, tolerance=tolerance)
    return caught.value


# what may be shipped


def test_a_shipment_is_posted_once():
    known = Shipment("S1", "O1", "C1", DAY, (), eur("0.00"))
    with pytest.raises(Rejected, match="SHIPMENT_EXISTS: shipment=S1"):
        posted(ready(), despatch(left("1", 1)), shelf(10), known=known)


def test_an_order_that_is_not_confirmed_does_not_ship():
    assert refused(placed(), despatch(left("1", 1)), shelf(10)).code == "ORDER_NOT_CONFIRMED"


def test_a_held_order_does_not_ship():
    held = evolve(ready(), HoldPlaced(Hold(HoldKind.FRAUD, "LOOKED_AT", DAY, "odd")))
    assert refused(held, despatch(left("1", 1)), shelf(10)).facts["holds"] == "LOOKED_AT"


def test_a_line_that_the_order_does_not_have_is_refused():
    assert refused(ready(), despatch(left("9", 1)), shelf(10)).code == "LINE_UNKNOWN"


def test_a_line_stands_once_on_a_despatch_advice():
    assert refused(ready(), despatch(left("1", 1), left("1", 2)), shelf(10)).code == "LINE_TWICE"


def test_goods_leave_in_the_unit_they_were_ordered_in():
    assert refused(ready(), despatch(left("1", 1, unit="KGM")), shelf(10)).code == "UNIT_DIFFERS"


def test_what_is_outstanding_is_said_in_the_unit_ordered():
    odd = left("1", 1, unit="C62")
    odd = type(odd)(odd.line, odd.quantity, pieces(9, "KGM"))
    assert refused(ready(), despatch(odd), shelf(10)).code == "UNIT_DIFFERS"


@pytest.mark.parametrize(("quantity", "outstanding"), [(-1, None), (1, -1)])
def test_less_than_nothing_does_not_leave(quantity: int, outstanding: int | None):
    assert refused(ready(), despatch(left("1", quantity, outstanding)), shelf(10)).code == "QUANTITY_NEGATIVE"


def test_a_despatch_advice_of_nothing_is_refused():
    assert refused(ready(), despatch(left("1", 0)), shelf(10)).code == "NOTHING_SHIPPED"
    assert refused(ready(), despatch(), shelf(10)).code == "NOTHING_SHIPPED"


def test_more_than_there_is_cannot_leave():
    fault = refused(ready(("main", 4)), despatch(left("1", 8)), shelf(7, 4))
    assert (fault.code, fault.facts["shipped"], fault.facts["available"]) == ("INSUFFICIENT_STOCK", "8", "7")


def test_a_product_that_no_shelf_holds_cannot_leave():
    assert refused(ready(), despatch(left("1", 1))).code == "INSUFFICIENT_STOCK"


def test_goods_promised_to_another_order_do_not_leave():
    assert refused(ready(), despatch(left("1", 5)), shelf(10, 6)).code == "INSUFFICIENT_STOCK"


def test_two_lines_of_one_product_do_not_take_the_same_goods():
    order = confirmed(promised(placed(line("1", 6), line("2", 6))))
    assert refused(order, despatch(left("1", 6), left("2", 6)), shelf(11)).facts["line"] == "2"
    facts = posted(order, despatch(left("1", 6), left("2", 6)), shelf(12))
    assert [event.quantity for event in facts.stock["P1", "main"] if isinstance(event, stock.StockIssued)] == [6, 6]


def test_what_the_catalogue_does_not_know_is_never_taken_from_a_shelf():
    unlisted = confirmed(promised(placed(line(product="P1", price=UnitPrice(1, "EUR")), products=(), rules=())))
    assert refused(unlisted, despatch(left("1", 1)), shelf(10)).code == "INSUFFICIENT_STOCK"


# the five lines of a despatch advice: complete, backorder, short-close, both, over-delivery


@pytest.mark.parametrize(
    ("quantity", "outstanding", "open_", "cancelled"),
    [(10, None, 0, 0), (6, 4, 4, 0), (6, 0, 0, 4), (6, 3, 3, 1), (6, None, 4, 0), (6, 9, 4, 0), (0, 0, 0, 10)],
    ids=["complete", "backorder 4", "short-close 4", "backorder 3 and close 1", "silent", "more than open", "nothing"],
)
def test_what_is_outstanding_decides_what_follows(quantity: int, outstanding: int | None, open_: int, cancelled: int):
    order = shipped(ready(("main", 10)), despatch(left("1", quantity, outstanding)), shelf(10, 10))
    ledger = order.lines[0].ledger
    assert ledger.shipped == quantity
    assert (ledger.open, ledger.cancelled) == (dec(open_), dec(cancelled))


def test_more_than_ordered_is_refused_without_a_tolerance():
    fault = refused(ready(("main", 10)), despatch(left("1", 12)), shelf(20, 10))
    assert (fault.code, fault.facts["shipped"], fault.facts["open"]) == ("OVER_DELIVERY", "12 C62", "10")


def test_more_than_ordered_leaves_within_the_tolerance():
    order = shipped(ready(("main", 10)), despatch(left("1", 12)), shelf(20, 10), tolerance=Percentage(20))
    ledger = order.lines[0].ledger
    assert (ledger.shipped, ledger.open) == (dec(12), dec(0))
    assert refused(ready(), despatch(left("1", 13)), shelf(20), tolerance=Percentage(20)).code == "OVER_DELIVERY"


def test_the_tolerance_is_given_once_not_to_every_shipment():
    order = shipped(ready(), despatch(left("1", 12)), shelf(20), tolerance=Percentage(20))
    again = despatch(left("1", 1), shipment="S2")
    assert refused(order, again, shelf(8), tolerance=Percentage(20)).code == "OVER_DELIVERY"


def test_the_tolerance_is_of_what_was_not_given_up():
    order = shipped(ready(), despatch(left("1", 5, 0)), shelf(20), tolerance=Percentage(20))
    assert (
        refused(order, despatch(left("1", 2), shipment="S2"), shelf(9), tolerance=Percentage(20)).code
        == "OVER_DELIVERY"
    )
    assert (
        shipped(order, despatch(left("1", 1), shipment="S2"), shelf(9), tolerance=Percentage(20))
        .lines[0]
        .ledger.shipped
        == 6
    )


def test_a_line_that_is_no_longer_sold_does_not_leave_even_with_a_tolerance():
    order = confirmed(
        promised(placed(line("1"), line("2", product="P2"), products=(product(), product("P2", sold=False))))
    )
    fault = refused(order, despatch(left("2", 1)), shelf(9, product="P2"), tolerance=Percentage(50))
    assert fault.code == "OVER_DELIVERY"


# promises


def test_goods_leave_from_where_they_were_promised():
    facts = posted(ready(("b", 10)), despatch(left("1", 4)), shelf(10, 0, "a"), shelf(10, 10, "b"))
    assert facts.stock == {("P1", "b"): (stock.StockIssued("S1", dec(4), dec(4)),)}
    assert facts.order[0].lines == (ShippedLine("1", dec(4), (("b", dec(4)),), (), dec(0)),)


def test_what_was_not_promised_is_taken_from_what_is_free():
    facts = posted(ready(("b", 3)), despatch(left("1", 4)), shelf(10, 0, "a"), shelf(10, 10, "b"))
    assert facts.stock == {
        ("P1", "b"): (stock.StockIssued("S1", dec(3), dec(3)),),
        ("P1", "a"): (stock.StockIssued("S1", dec(1), dec(0)),),
    }


def test_a_backorder_keeps_its_promise():
    order = shipped(ready(("main", 10)), despatch(left("1", 6)), shelf(10, 10))
    assert order.lines[0].ledger.allocated == 4
    assert order.lines[0].ledger.backordered == 0


def test_a_short_closed_line_gives_its_promise_back():
    facts = posted(ready(("main", 10)), despatch(left("1", 6, 0)), shelf(10, 10))
    assert facts.stock["P1", "main"][-1] == stock.StockReleased("O1", "1", dec(4))
    assert after(ready(("main", 10)), facts.order).lines[0].ledger.allocations == ()


def test_a_line_closed_in_part_gives_back_what_is_not_needed_any_more():
    facts = posted(ready(("main", 10)), despatch(left("1", 6, 3)), shelf(10, 10))
    assert facts.stock["P1", "main"][-1] == stock.StockReleased("O1", "1", dec(1))
    ledger = after(ready(("main", 10)), facts.order).lines[0].ledger
    assert (ledger.allocated, ledger.backordered) == (dec(3), dec(0))


def test_what_was_promised_last_is_given_back_first():
    facts = posted(ready(("a", 4), ("b", 6)), despatch(left("1", 2, 1)), shelf(4, 4, "a"), shelf(6, 6, "b"))
    assert facts.order[0].lines[0].promised == (("a", dec(2)),)
    assert facts.order[0].lines[0].released == (("b", dec(6)), ("a", dec(1)))


def test_a_service_leaves_no_shelf():
    order = confirmed(promised(placed(line(product="P2"), products=(product("P2", stocked=False),))))
    facts = posted(order, despatch(left("1", 10)))
    assert facts.stock == {}
    assert after(order, facts.order).lines[0].ledger.shipped == 10


# value


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
