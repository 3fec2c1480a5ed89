"""How far an order is shipped and billed is read off its ledger."""

import pytest
from attrs import evolve as changed

from otcore.orders.events import OrderClosed
from otcore.orders.fulfilment import Extent, closing, invoiced, shipped
from otcore.orders.lifecycle import Status
from otcore.orders.line import Ledger
from otcore.orders.order import Order, facets
from tests.orders.examples import DAY, dec, line, placed


def with_ledgers(*figures: tuple[int, int, int, int]) -> Order:
    """Ordered, cancelled, shipped, invoiced of each line."""
    order = placed(*(line(str(index)) for index in range(len(figures))))
    ledgers = [
        Ledger(dec(ordered), dec(cancelled), dec(left), dec(billed)) for ordered, cancelled, left, billed in figures
    ]
    lines = (changed(each, ledger=ledger) for each, ledger in zip(order.lines, ledgers, strict=True))
    return changed(order, lines=tuple(lines), status=Status.CONFIRMED)


@pytest.mark.parametrize(
    ("figures", "went", "billed", "done"),
    [
        (((10, 0, 0, 0),), Extent.NONE, Extent.NONE, False),
        (((10, 0, 4, 0),), Extent.PART, Extent.NONE, False),
        (((10, 0, 4, 4),), Extent.PART, Extent.ALL, False),
        (((10, 6, 4, 0),), Extent.ALL, Extent.NONE, False),
        (((10, 6, 4, 4),), Extent.ALL, Extent.ALL, True),
        (((10, 0, 12, 12),), Extent.ALL, Extent.ALL, True),
        (((10, 0, 12, 10),), Extent.ALL, Extent.PART, False),
        (((10, 10, 0, 0),), Extent.NONE, Extent.NONE, True),
        (((10, 0, 10, 10), (5, 0, 0, 0)), Extent.PART, Extent.ALL, False),
        (((10, 0, 12, 12), (5, 0, 3, 3)), Extent.PART, Extent.ALL, False),
        (((10, 0, 10, 10), (5, 5, 0, 0)), Extent.ALL, Extent.ALL, True),
    ],
)
def test_the_ledger_says_how_far_it_went(
    figures: tuple[tuple[int, int, int, int], ...], went: Extent, billed: Extent, done: bool
):
    order = with_ledgers(*figures)
    assert (shipped(order), invoiced(order)) == (went, billed)
    assert closing(order) == ((OrderClosed(),) if done else ())


def test_an_order_is_found_by_customer_reference_status_and_day():
    found = facets(placed())
    assert (found.party, found.reference, found.status, found.day) == ("C1", "", "submitted", DAY)


def test_a_line_that_the_order_does_not_have_is_none():
    assert placed().line("9") is None


def test_an_order_that_was_closed_before_its_last_bill_is_not_closed_again():
    done = with_ledgers((10, 6, 4, 4))
    assert closing(changed(done, status=Status.CLOSED)) == ()
