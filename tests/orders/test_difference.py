"""What amendments changed, line by line."""

from otcore.orders.amendments.difference import Difference, revisions, what_changed
from otcore.values.period import Period
from tests.orders.amendments import PRODUCTS, amended, change
from tests.orders.examples import DAY, line, order_of, place_events, placed


def order():
    return placed(line(), line("2", 4, "P2"), products=PRODUCTS)


def test_every_difference_is_told_as_it_was_and_as_it_is():
    after = amended(
        order(), change("1", 5, "9.00", promised=DAY), change("2", requested=Period(DAY, DAY), product="P3")
    )
    assert what_changed(order(), after) == (
        Difference("1", "quantity", "10 C62", "5 C62"),
        Difference("1", "price", "10.00 EUR", "9.00 EUR"),
        Difference("1", "promised", "", "2026-03-02"),
        Difference("2", "product", "P2", "P3"),
        Difference("2", "name", "Product P2", "Product P3"),
        Difference("2", "requested", "", "2026-03-02/2026-03-02"),
    )


def test_a_new_line_comes_from_nothing():
    after = amended(order(), added=(line("3", 2, "P3"),))
    assert what_changed(order(), after) == (
        Difference("3", "quantity", "", "2 C62"),
        Difference("3", "price", "", "4.00 EUR"),
        Difference("3", "product", "", "P3"),
        Difference("3", "name", "", "Product P3"),
    )
    assert what_changed(after, order())[0] == Difference("3", "quantity", "2 C62", "")


def test_an_order_that_was_not_amended_has_no_revisions():
    assert revisions(place_events(order_of(), PRODUCTS)) == ()
    assert what_changed(order(), order()) == ()
