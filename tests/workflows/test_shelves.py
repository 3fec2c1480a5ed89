"""Goods received, announced and counted, and the policy of a shelf."""

import pytest

from otcore.ports.errors import NotFound
from otcore.stock.commands import CountStock, ExpectStock, ReceiveStock, SetStockPolicy
from otcore.stock.item import StockItem
from otcore.values.command import Command
from otcore.values.faults import Rejected
from tests.orders.examples import DAY, dec, line, pieces, product
from tests.workflows.books import books
from tests.workflows.desk import desk
from tests.workflows.goods import arrives, counts, expects, item, keeps_back, may_go_below, waits_for

SHELF = ("WORK", "main")
ABOUT_A_SERVICE: tuple[Command[StockItem], ...] = (
    ReceiveStock(*SHELF, pieces(1)),
    ExpectStock(*SHELF, "PO-1", pieces(1), DAY),
    CountStock(*SHELF, pieces(1)),
    SetStockPolicy(*SHELF, dec(1)),
)


@pytest.mark.parametrize("command", ABOUT_A_SERVICE, ids=lambda each: type(each).__name__)
def test_a_service_lies_on_no_shelf(command: Command[StockItem]):
    ready = desk()
    ready.lists(product("WORK", stocked=False))
    with pytest.raises(Rejected, match="NOT_STOCKED: product=WORK"):
        ready.handle(command)


def test_goods_of_an_unknown_product_lie_on_no_shelf():
    with pytest.raises(NotFound):
        desk().handle(CountStock("?", "main", pieces(1)))


def test_goods_are_announced_received_and_counted():
    ready = desk()
    assert expects(ready, 9, 5).arriving == 9
    found = arrives(ready, 4)
    assert (found.on_hand, found.arriving) == (dec(4), dec(5))
    assert counts(ready, 3).on_hand == 3
    assert item(ready).available == 3


def test_saying_what_is_known_changes_nothing():
    ready = desk(stocked=5)
    expects(ready, 9, 5)
    keeps_back(ready, 2)
    before = books(ready.store)
    expects(ready, 9, 5)
    keeps_back(ready, 2)
    counts(ready, 5)
    assert books(ready.store) == before


def test_what_is_kept_back_is_not_promised():
    ready = desk(stocked=3)
    keeps_back(ready, 2)
    assert ready.places(line(quantity=2)).lines[0].ledger.allocated == 1


def test_a_count_that_leaves_promises_short_is_told():
    ready = desk(stocked=10)
    ready.places()
    ready.otc.relay()
    counts(ready, 7)
    ready.otc.relay()
    told = ready.postbox.got[-1].notice
    assert (told.topic, told.subject) == ("stock.short", "P1@main")
    assert told.facts["short"] == "3"


def test_a_count_that_leaves_enough_is_not_told():
    ready = desk(stocked=10)
    ready.places(line(quantity=5))
    counts(ready, 7)
    ready.otc.relay()
    assert "stock.short" not in ready.postbox.topics


def test_an_announcement_that_is_withdrawn_from_who_waits_is_told():
    ready = waits_for(10, 5)
    expects(ready, 0, 5)
    ready.otc.relay()
    assert ready.postbox.topics[-1] == "stock.short"


def test_a_shelf_that_may_go_below_no_more_is_told():
    ready = desk(stocked=3)
    may_go_below(ready, 5)
    ready.places(line(quantity=8))
    may_go_below(ready, 0)
    ready.otc.relay()
    assert ready.postbox.topics[-1] == "stock.short"
