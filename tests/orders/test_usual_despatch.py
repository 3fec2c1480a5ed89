"""What is quick about allocating and drawing changes nothing: not what is decided, and not what the facts lead to."""

from contextlib import suppress
from functools import reduce

from hypothesis import assume, given
from hypothesis import strategies as st

from otcore.orders.allocation.allocating import Allotment, allot
from otcore.orders.order import Order
from otcore.orders.shipments.drawing import Drawing
from otcore.stock.item import StockItem
from otcore.stock.item import evolve as moved
from otcore.stock.policy import Allocating
from otcore.values.faults import Rejected
from tests.orders.examples import after, line, placed
from tests.stock.shelves import TODAY, halves, several

quantities = st.lists(halves.filter(bool), min_size=1, max_size=3)


def allotted(shelves: list[StockItem], lines, how: Allocating = Allocating.PARTIAL) -> tuple[Order, Allotment]:
    order = placed(*(line(str(at), quantity=each) for at, each in enumerate(lines)))
    places = {"P1": {each.location: each for each in shelves}}
    found = allot(order, places, TODAY, how)
    return after(order, found.order), found


@given(several(), quantities, st.sampled_from(Allocating))
def test_the_shelves_after_allocating_are_what_its_facts_make_of_them(shelves, lines, how):
    _, found = allotted(shelves, lines, how)
    folded = {each.location: each for each in shelves}
    for (_, location), fact in found.stock:
        folded[location] = moved(folded[location], fact)
    assert found.shelves == {"P1": folded}


@given(several(), quantities, halves, halves)
def test_what_leaves_as_it_was_promised_leaves_as_any_goods_do(shelves, lines, quantity, cancelled):
    order, found = allotted(shelves, lines)
    first = order.lines[0]
    quantity = first.ledger.allocated or quantity
    assume(quantity)
    usual, any_ = Drawing("S1", "O1", found.shelves), Drawing("S1", "O1", found.shelves)
    assume(usual._just_as_promised(first, quantity))
    assert usual._taken_whole(first, quantity, cancelled, "") == any_._taken(first, quantity, cancelled, "")
    assert (usual.moves, usual.shelves) == (any_.moves, any_.shelves)


@given(several(), quantities)
def test_the_shelves_after_drawing_are_what_its_facts_make_of_them(shelves, lines):
    order, found = allotted(shelves, lines)
    drawing = Drawing("S1", "O1", found.shelves)
    for each in order.lines:
        with suppress(Rejected):  # promised beyond what lies there
            drawing.leave(each, each.ledger.allocated, each.ledger.open, "")
    for (product, location), facts in drawing.moves.items():
        assert drawing.shelves[product][location] == reduce(moved, facts, found.shelves[product][location])
