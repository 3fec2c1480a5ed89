"""Available to promise: how much by which day, and nothing promised twice."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from otcore.stock.events import ArrivalPromised, StockReserved
from otcore.stock.incoming import Incoming, expecting
from otcore.stock.item import StockItem, evolve
from otcore.stock.promising import Promise, Row, Supply, available_by, claim, earliest, profile
from tests.orders.examples import dec
from tests.stock.shelves import TODAY, days, halves, on, several, shelf


def with_more(shelves: list[StockItem], at: int, document: str, quantity: Decimal, day: date) -> list[StockItem]:
    """The shelves, and so much more announced at one of them."""
    one = shelves[at]
    incoming = expecting(one.incoming, Incoming(document, quantity, day))
    item = StockItem(
        one.product, one.location, one.on_hand, one.reserved, incoming,
        one.safety, one.may_go_below, one.awaited, one.arrived,
    )  # fmt: skip
    return [*shelves[:at], item, *shelves[at + 1 :]]


def promised(shelves: list[StockItem], promise: Promise) -> list[StockItem]:
    """The shelves after a promise was made."""
    by_location = {item.location: item for item in shelves}
    for each in promise.supplies:
        fact = StockReserved if each.day is None else ArrivalPromised
        by_location[each.location] = evolve(by_location[each.location], fact("O", "1", each.quantity))
    return list(by_location.values())


def test_what_lies_free_is_there_at_once():
    assert earliest([shelf(10, 4)], dec(6), TODAY) == Promise(TODAY, (Supply("main", dec(6)),))


def test_what_is_missing_comes_with_the_first_arrivals():
    promise = earliest([shelf(2, 0, (3, 4), (9, 5))], dec(8), TODAY)
    assert promise == Promise(
        on(9),
        (Supply("main", dec(2)), Supply("main", dec(4), on(3), "PO-1"), Supply("main", dec(2), on(9), "PO-2")),
    )


def test_nobody_knows_when_there_is_more_than_all_that_comes():
    assert earliest([shelf(2, 0, (3, 4))], dec(7), TODAY) is None
    assert earliest([], dec(1), TODAY) is None


def test_what_is_overdue_is_promised_for_the_day_of_the_question():
    promise = earliest([shelf(0, 0, (-3, 4))], dec(4), TODAY)
    assert promise is not None
    assert promise.day == TODAY
    assert promise.supplies[0].day == on(-3)


def test_arrivals_that_others_wait_for_are_not_promised_again():
    waited_for = shelf(0, 0, (3, 4), (9, 5), awaited=4)
    assert available_by([waited_for], on(3)) == 0
    assert earliest([waited_for], dec(1), TODAY) == Promise(on(9), (Supply("main", dec(1), on(9), "PO-2"),))


def test_a_shelf_that_has_less_than_it_promised_is_filled_first():
    assert available_by([shelf(2, 5, (3, 4))], on(3)) == 1
    assert available_by([shelf(2, 2, (3, 4), safety=3)], on(3)) == 1


def test_an_availability_has_a_row_for_each_day_on_which_something_comes_free():
    shelves = [shelf(2, 1, (-1, 1), (3, 4), location="a"), shelf(0, 0, (3, 2), (5, 3), location="b", awaited=1)]
    assert profile(shelves, TODAY) == (
        Row(TODAY, dec(2), (Supply("a", dec(1)), Supply("a", dec(1), on(-1), "PO-1"))),
        Row(on(3), dec(7), (Supply("a", dec(4), on(3), "PO-2"), Supply("b", dec(1), on(3), "PO-1"))),
        Row(on(5), dec(10), (Supply("b", dec(3), on(5), "PO-2"),)),
    )


def test_nothing_anywhere_is_one_empty_row():
    assert profile([], TODAY) == (Row(TODAY, dec(0), ()),)


def test_nothing_asked_is_nothing_claimed():
    assert claim([shelf(0, 0, (3, 4))], dec(0), TODAY) == Promise(TODAY, ())


@given(several(), halves.filter(bool), days)
def test_the_earliest_day_is_the_first_by_which_so_much_is_available(
    shelves: list[StockItem], quantity: Decimal, day: date
):
    promise = earliest(shelves, quantity, day)
    if promise is None:
        assert available_by(shelves, date.max) < quantity
        return
    assert promise.quantity == quantity
    assert available_by(shelves, promise.day) >= quantity
    earlier = [row for row in profile(shelves, day) if row.day < promise.day]
    assert all(row.available < quantity for row in earlier)


@given(several(), days, days)
def test_what_is_available_only_grows_with_the_days(shelves: list[StockItem], one: date, other: date):
    assert available_by(shelves, min(one, other)) <= available_by(shelves, max(one, other))


@given(several(), days)
def test_a_row_says_what_is_available_by_its_day(shelves: list[StockItem], day: date):
    rows = profile(shelves, day)
    assert [row.available for row in rows] == [available_by(shelves, row.day) for row in rows]
    assert [row.day for row in rows] == sorted({row.day for row in rows})


@given(several().filter(bool), halves.filter(bool), days, days, halves, st.data())
def test_more_supplies_never_make_a_promise_smaller_or_later(
    shelves: list[StockItem], more: Decimal, coming: date, day: date, quantity: Decimal, data: st.DataObject
):
    at = data.draw(st.integers(0, len(shelves) - 1))
    richer = with_more(shelves, at, "PO-9", more, coming)
    for on_day in (day, coming):
        assert available_by(richer, on_day) >= available_by(shelves, on_day)
    before, after = earliest(shelves, quantity, day), earliest(richer, quantity, day)
    assert before is None or (after is not None and after.day <= before.day)


@given(several(), st.lists(st.tuples(halves, st.booleans()), max_size=6), days)
def test_no_unit_is_promised_twice(shelves: list[StockItem], asked: list[tuple[Decimal, bool]], last: date):
    """Whatever was promised, by any day no more falls due than lies there and arrives by then."""
    made: list[Promise] = []
    free = {day: available_by(shelves, day) for day in {last, TODAY, date.max}}
    for quantity, whole in asked:
        promise = earliest(shelves, quantity, TODAY) if whole else claim(shelves, quantity, TODAY)
        if promise is not None:
            shelves = promised(shelves, promise)
            made.append(promise)
    for day, had in free.items():
        due = sum(promise.quantity for promise in made if promise.day <= day)
        assert due + available_by(shelves, day) <= had
    for item in shelves:
        assert item.awaited - item.arrived <= item.arriving
