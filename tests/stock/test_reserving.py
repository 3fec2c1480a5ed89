"""Which shelf serves which line, and what a shipment takes."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from otcore.stock.item import StockItem
from otcore.stock.reserving import Allocation, draw, joined, shrink, spread
from tests.orders.examples import dec, shelf

halves = st.integers(0, 40).map(lambda number: Decimal(number) / 2)


def up_to(most: Decimal) -> st.SearchStrategy[Decimal]:
    return st.integers(0, int(most * 2)).map(lambda number: Decimal(number) / 2)


@st.composite
def shelves(draw: st.DrawFn) -> list[StockItem]:
    on_hand = draw(st.lists(halves, max_size=5))
    return [shelf(str(most), str(draw(up_to(most))), f"L{place}") for place, most in enumerate(on_hand)]


def of(location: str, quantity: int | str) -> Allocation:
    return Allocation(location, Decimal(quantity))


def test_one_shelf_that_has_it_all_serves_alone():
    assert spread([shelf(3, location="a"), shelf(8, location="b"), shelf(9, location="c")], Decimal(5)) == (of("b", 5),)


def test_no_shelf_has_it_all_so_they_share_in_their_order():
    assert spread([shelf(3, location="a"), shelf(4, location="b")], Decimal(5)) == (of("a", 3), of("b", 2))


def test_what_is_promised_already_is_not_promised_again():
    assert spread([shelf(9, 6, location="a"), shelf(4, 4, location="b")], Decimal(5)) == (of("a", 3),)


def test_empty_shelves_promise_nothing():
    assert spread([shelf(0)], Decimal(5)) == spread([], Decimal(5)) == ()


def test_nothing_wanted_is_nothing_promised():
    assert spread([shelf(5)], Decimal(0)) == ()


@given(shelves(), halves)
def test_a_spread_gives_what_there_is_and_no_more(places: list[StockItem], wanted: Decimal):
    parts = spread(places, wanted)
    free = {place.location: place.available for place in places}
    assert sum(part.quantity for part in parts) == min(wanted, sum(free.values()))
    assert all(0 < part.quantity <= free[part.location] for part in parts)
    assert len({part.location for part in parts}) == len(parts)


def test_a_shipment_takes_first_what_was_promised():
    places = {"a": shelf(9, 0, "a"), "b": shelf(4, 4, "b")}
    assert draw([of("b", 4)], places, Decimal(3)) == (("b", dec(3), dec(3)),)


def test_a_shipment_then_takes_what_is_free_by_location():
    places = {"b": shelf(9, 4, "b"), "a": shelf(1, 0, "a")}
    assert draw([of("b", 4)], places, Decimal(7)) == (("b", dec(6), dec(4)), ("a", dec(1), dec(0)))


def test_a_shipment_leaves_what_is_promised_to_others():
    assert draw([], {"a": shelf(9, 6, "a")}, Decimal(5)) == (("a", dec(3), dec(0)),)


def test_a_promise_that_is_not_needed_is_not_touched():
    places = {"a": shelf(3, 3, "a"), "b": shelf(3, 3, "b")}
    assert draw([of("a", 3), of("b", 3)], places, Decimal(3)) == (("a", dec(3), dec(3)),)


@given(shelves(), halves, st.data())
def test_a_draw_takes_no_more_than_is_promised_or_free(places: list[StockItem], wanted: Decimal, data: st.DataObject):
    promised = [of(place.location, str(data.draw(up_to(place.reserved)))) for place in places]
    by_location = {place.location: place for place in places}
    taken = draw(promised, by_location, wanted)
    could = sum((part.quantity for part in promised), Decimal(0)) + sum(place.available for place in places)
    assert sum(quantity for _, quantity, _ in taken) == min(wanted, could)
    promises = {part.location: part.quantity for part in promised}
    for location, quantity, of_promise in taken:
        assert 0 <= of_promise <= promises[location]
        assert quantity - of_promise <= by_location[location].available


def test_a_shipment_takes_only_what_lies_there_whatever_was_promised():
    short = StockItem("P1", "a", dec(3), dec(8), may_go_below=dec(5))
    assert draw([of("a", 8)], {"a": short}, Decimal(8)) == (("a", dec(3), dec(3)),)
    below = StockItem("P1", "a", dec(3), dec(0), may_go_below=dec(5))
    assert draw([], {"a": below}, Decimal(8)) == (("a", dec(3), dec(0)),)


def test_what_was_promised_last_is_given_back_first():
    kept, back = shrink([of("a", 4), of("b", 6), of("c", 1)], Decimal(5))
    assert (kept, back) == ((of("a", 4), of("b", 1)), (of("b", 5), of("c", 1)))


def test_promises_that_fit_are_kept():
    assert shrink([of("a", 4)], Decimal(4)) == ((of("a", 4),), ())
    assert shrink([of("a", 4)], Decimal(0)) == ((), (of("a", 4),))


@given(st.lists(halves.filter(bool)), halves)
def test_what_is_kept_and_what_is_given_back_is_what_was_promised(quantities: list[Decimal], to: Decimal):
    promised = [of(f"L{at}", str(quantity)) for at, quantity in enumerate(quantities)]
    kept, back = shrink(promised, to)
    assert sum(each.quantity for each in kept) == min(to, sum(quantities))
    assert joined(kept, back) == tuple(promised)


def test_promises_are_added_up_by_location():
    assert joined([of("a", 4), of("b", 6)], [of("c", 1), of("a", 2)]) == (of("a", 6), of("b", 6), of("c", 1))
