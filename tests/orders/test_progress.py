"""Every axis of an order is read off its ledgers; none hides what another says."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve as changed
from hypothesis import given
from hypothesis import strategies as st

from otcore.orders.amendment import Amendment, Side
from otcore.orders.events import AmendmentWithdrawn, OrderClosed
from otcore.orders.extent import Extent
from otcore.orders.fulfilment import (
    backordered,
    cancelled,
    closing,
    credited,
    delivered,
    invoiced,
    over_delivered,
    returned,
    shipped,
)
from otcore.orders.line import Ledger
from otcore.orders.order import Order
from otcore.orders.progress import Fulfilment, Invoicing, fulfilment, invoicing
from otcore.stock.reserving import Allocation
from tests.orders.examples import DAY, confirmed, dec, line, placed, product


def of(*ledgers: Any, **agreed: Any) -> Order:
    """An order with these ledgers: figures by name."""
    order = confirmed(placed(*(line(str(index)) for index in range(len(ledgers))), products=(product(**agreed),)))
    figures: list[dict[str, Any]] = [{name: dec(value) for name, value in each.items()} for each in ledgers]
    lines = zip(order.lines, figures, strict=True)
    return changed(order, lines=tuple(changed(each, ledger=Ledger(**of)) for each, of in lines))


@pytest.mark.parametrize(
    ("ledgers", "word"),
    [
        (({"ordered": 10},), Fulfilment.UNFULFILLED),
        (({"ordered": 10}, {"ordered": 5, "cancelled": 5}), Fulfilment.UNFULFILLED),
        (({"ordered": 10, "cancelled": 10},), Fulfilment.CANCELLED),
        (({"ordered": 10, "shipped": 4},), Fulfilment.PART_SHIPPED),
        (({"ordered": 10, "shipped": 10}, {"ordered": 5}), Fulfilment.PART_SHIPPED),
        (({"ordered": 10, "shipped": 4, "cancelled": 6},), Fulfilment.SHIPPED),
        (({"ordered": 10, "shipped": 12},), Fulfilment.SHIPPED),
        (({"ordered": 10, "shipped": 10}, {"ordered": 5, "cancelled": 5}), Fulfilment.SHIPPED),
        (({"ordered": 10, "shipped": 10, "delivered": 4},), Fulfilment.PART_DELIVERED),
        (({"ordered": 10, "shipped": 4, "delivered": 4},), Fulfilment.PART_DELIVERED),
        (({"ordered": 10, "shipped": 10, "delivered": 10}, {"ordered": 1, "shipped": 1}), Fulfilment.PART_DELIVERED),
        (({"ordered": 10, "shipped": 10, "delivered": 10},), Fulfilment.DELIVERED),
        (({"ordered": 10, "shipped": 4, "delivered": 4, "cancelled": 6},), Fulfilment.DELIVERED),
        (({"ordered": 10, "shipped": 12, "delivered": 10},), Fulfilment.PART_DELIVERED),
    ],
)
def test_one_word_says_how_far_the_goods_are(ledgers: tuple[Any, ...], word: Fulfilment):
    assert fulfilment(of(*ledgers)) is word


def test_a_return_does_not_hide_how_far_the_goods_are():
    order = of({"ordered": 10, "shipped": 4, "delivered": 1, "return_requested": 1, "returned": 1})
    assert (fulfilment(order), shipped(order), returned(order)) == (
        Fulfilment.PART_DELIVERED,
        Extent.PART,
        Extent.PART,
    )


def test_goods_that_all_came_back_are_still_delivered():
    order = of({"ordered": 3, "shipped": 3, "delivered": 3, "return_requested": 3, "returned": 1, "scrapped": 2})
    assert (delivered(order), returned(order)) == (Extent.ALL, Extent.ALL)


def test_goods_that_are_only_asked_back_are_not_returned():
    assert returned(of({"ordered": 3, "shipped": 3, "return_requested": 3})) is Extent.NONE


@pytest.mark.parametrize(
    ("ledger", "word", "extent"),
    [
        ({"ordered": 10}, Invoicing.NOTHING_TO_INVOICE, Extent.NONE),
        ({"ordered": 10, "cancelled": 10}, Invoicing.NOTHING_TO_INVOICE, Extent.NONE),
        ({"ordered": 10, "shipped": 4}, Invoicing.NOT_INVOICED, Extent.NONE),
        ({"ordered": 10, "shipped": 4, "invoiced": 3}, Invoicing.PART_INVOICED, Extent.PART),
        ({"ordered": 10, "shipped": 4, "invoiced": 4}, Invoicing.INVOICED, Extent.ALL),
        ({"ordered": 10, "shipped": 4, "never_billed": 4}, Invoicing.NOTHING_TO_INVOICE, Extent.NONE),
        ({"ordered": 10, "shipped": 4, "invoiced": 3, "never_billed": 1}, Invoicing.INVOICED, Extent.ALL),
    ],
)
def test_nothing_to_invoice_is_not_fully_invoiced(ledger: Any, word: Invoicing, extent: Extent):
    order = of(ledger)
    assert (invoicing(order), invoiced(order)) == (word, extent)


def test_parts_that_make_a_whole_are_the_whole():
    assert invoiced(of({"ordered": 1, "shipped": 1, "invoiced": Decimal("0.35") + Decimal("0.35") + Decimal("0.30")}))


def test_what_is_credited_is_a_part_of_what_was_billed():
    billed = {"ordered": 10, "shipped": 10, "invoiced": 8}
    found = [credited(of(billed | {"credited": figure})) for figure in (0, 3, 8)]
    assert found == [Extent.NONE, Extent.PART, Extent.ALL]


def test_what_is_given_up_is_a_part_of_what_was_ordered():
    found = [cancelled(of({"ordered": 10, "cancelled": figure})) for figure in (0, 3, 10)]
    assert found == [Extent.NONE, Extent.PART, Extent.ALL]


def test_what_is_open_and_on_no_shelf_is_backordered():
    order = of({"ordered": 15, "shipped": 10})
    assert (order.lines[0].ledger.backordered, backordered(order)) == (dec(5), Extent.ALL)
    ledger = changed(order.lines[0].ledger, allocations=(Allocation("main", dec(2)),))
    some = changed(order, lines=(changed(order.lines[0], ledger=ledger),))
    assert backordered(some) is Extent.PART
    assert backordered(of({"ordered": 15, "shipped": 15})) is Extent.NONE


@pytest.mark.parametrize("agreed", [{"stocked": False}, {"drop_shipped": True}])
def test_what_leaves_no_shelf_of_ours_is_not_backordered(agreed: dict[str, bool]):
    assert backordered(of({"ordered": 15}, **agreed)) is Extent.NONE


def test_what_left_beyond_what_was_wanted_is_over_delivered():
    order = of({"ordered": 10, "shipped": 12}, {"ordered": 10, "cancelled": 4, "shipped": 6})
    assert over_delivered(order) == (("0", dec(2)),)


def test_an_order_ends_without_what_came_back_unbilled():
    assert closing(of({"ordered": 4, "shipped": 4, "invoiced": 3, "never_billed": 1})) == (OrderClosed(),)


def test_a_proposal_that_waits_falls_away_with_its_order():
    waiting = Amendment(number=2, by=Side.BUYER, day=DAY)
    order = changed(of({"ordered": 4, "shipped": 4, "invoiced": 4}), amendments=(waiting,))
    assert closing(order) == (AmendmentWithdrawn(2, "ORDER_OVER"), OrderClosed())


figures = st.integers(0, 6).map(dec)


@st.composite
def ledgers(draw: st.DrawFn) -> dict[str, Decimal]:
    """Ledgers that may be."""
    ordered = draw(st.integers(1, 6).map(dec))
    gone = min(draw(figures), ordered)
    left = min(draw(figures), ordered - gone)
    arrived = min(draw(figures), left)
    back = min(draw(figures), arrived)
    unbilled = min(draw(figures), back)
    return {
        "ordered": ordered,
        "cancelled": gone,
        "shipped": left,
        "delivered": arrived,
        "return_requested": back,
        "returned": back,
        "never_billed": unbilled,
        "invoiced": min(draw(figures), left - unbilled),
    }


@given(st.lists(ledgers(), min_size=1, max_size=3))
def test_the_word_and_the_axes_never_disagree(found: list[dict[str, Decimal]]):
    order = of(*found)
    word = fulfilment(order)
    assert (word is Fulfilment.DELIVERED) == (delivered(order) is Extent.ALL)
    assert (word in (Fulfilment.UNFULFILLED, Fulfilment.CANCELLED)) == (shipped(order) is Extent.NONE)
    assert (invoicing(order) is Invoicing.INVOICED) == (invoiced(order) is Extent.ALL)
    assert delivered(order) is not Extent.ALL or shipped(order) is Extent.ALL
    assert returned(order) is Extent.NONE or delivered(order) is not Extent.NONE
