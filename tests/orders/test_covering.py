"""The usual case of covering a line is the general one, only quicker."""

from hypothesis import example, given
from hypothesis import strategies as st

from otcore.orders.allocation.covering import _at_once, _Work
from otcore.orders.events import LinesCancelled, StockAllocated
from otcore.orders.evolution import evolve
from otcore.stock.item import StockItem
from otcore.stock.reserving import Allocation
from tests.orders.examples import dec, eur, line, placed
from tests.stock.shelves import TODAY, halves, several, shelf

promises = st.lists(st.builds(Allocation, st.just("L0"), halves.filter(bool)), max_size=1).map(tuple)


@given(several(), halves.filter(bool), promises, promises)
@example([shelf(4, location="L0"), shelf(9, location="L1")], dec("4.5"), (), ())
def test_a_line_that_one_shelf_has_all_of_is_covered_as_any_line_is(
    shelves: list[StockItem], wanted, allocations, awaited
):
    order = placed(line(quantity=wanted))
    order = evolve(order, StockAllocated((("1", allocations),), (("1", awaited),)))
    places = {each.location: each for each in shelves}
    usual = _at_once("O1", order.lines[0], places, TODAY)
    if usual is None:
        assert allocations or awaited or all(each.available < wanted for each in shelves)
    else:
        assert usual == _Work("O1", order.lines[0], places).fresh(TODAY)


def test_a_line_of_which_nothing_is_open_is_no_usual_case():
    order = placed(line(quantity=2))
    order = evolve(order, LinesCancelled((("1", dec(2)),), "", eur("0")))
    assert _at_once("O1", order.lines[0], {"main": shelf(5)}, TODAY) is None
