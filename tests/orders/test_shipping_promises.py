"""Where shipped goods are taken from, and what happens to promises that are not needed any more."""

from otcore.orders.events import ShippedLine
from otcore.stock import events as stock
from tests.orders.despatching import posted, ready, shipped
from tests.orders.examples import (
    after,
    confirmed,
    dec,
    despatch,
    left,
    line,
    placed,
    product,
    promised,
    shelf,
)


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
