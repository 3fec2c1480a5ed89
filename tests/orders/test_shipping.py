"""Posting a despatch advice: what may leave, what follows later, what is given up."""

import pytest

from otcore.orders.events import HoldPlaced
from otcore.orders.evolution import evolve
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.shipments.shipment import Shipment
from otcore.stock import events as stock
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from tests.orders.despatching import posted, ready, refused, shipped
from tests.orders.examples import (
    DAY,
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
    assert fault.code == "OVER_DELIVERY"
    assert (fault.facts["shipped"], fault.facts["open"], fault.facts["at_most"]) == ("12 C62", "10", "10")


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
