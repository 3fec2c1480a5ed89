"""Reserving goods: what may be promised, what a promise does, and what gives it back."""

from decimal import Decimal
from threading import Barrier, Thread

import otcore as ot
from otcore.orders.commands import CancelLines, CloseOrder, LineCancellation, ReopenOrder
from otcore.orders.events import StockAllocated
from otcore.stock.commands import CountStock
from otcore.workflows.ask import OrderHistory
from tests.scenarios.registry import Case, holds
from tests.scenarios.world import DAY, SHELF, World, pieces


@holds("VEN-SALEABLE-1", "VEN-SALEABLE-2", "VEN-SALEABLE-4", "VEN-SALEABLE-5")
def saleable(case: Case) -> None:
    given, asked, granted = case["given"], int(case["when"].split()[-1]), int(case["then"].split()[-1])
    world = World()
    world.product(on_hand=given["on_hand"], stocked=given["tracked"])
    world.threshold(given["threshold"])
    world.place(asked)
    assert world.ledger().allocated == granted
    assert world.shelf().reserved == granted if granted else True


@holds("VEN-STK-2")
def cancelling_a_unit_releases_it(case: Case) -> None:
    world = World()
    world.product(on_hand=5)
    world.order(3)
    world.do(CancelLines(order="O", day=DAY, lines=(LineCancellation(line="1", quantity=pieces(1)),), reason="fewer"))
    assert world.shelf().reserved == 2
    assert world.ledger().allocated == 2


@holds("VEN-STK-3")
def shipping_takes_goods_and_their_promise(case: Case) -> None:
    world = World()
    world.product(on_hand=5)
    world.order(2)
    world.ship(2)
    assert world.shelf().on_hand == 3
    assert world.shelf().reserved == 0


@holds("VEN-STK-6")
def an_untracked_product_is_never_reserved(case: Case) -> None:
    world = World()
    world.product(stocked=False)
    order = world.order(2)
    assert world.ledger().allocated == 0
    assert order.promised


@holds("VEN-STK-7")
def a_promise_is_made_once(case: Case) -> None:
    world = World()
    world.product(on_hand=10)
    world.order(3)
    facts = [each.event for each in world.otc.ask(OrderHistory("O"))]
    assert sum(isinstance(fact, StockAllocated) for fact in facts) == 1
    assert world.shelf().reserved == 3


@holds("VEN-STK-12")
def a_count_may_be_negative_within_the_threshold(case: Case) -> None:
    world = World()
    world.product(on_hand=5)
    world.threshold(-20)
    assert world.count(-10).on_hand == -10


@holds("VEN-STK-13")
def a_count_is_not_negative_without_one(case: Case) -> None:
    world = World()
    world.product(on_hand=5)
    world.refuses("BELOW_THRESHOLD", CountStock("P", SHELF, pieces(-1)))


@holds("VEN-STK-14")
def counting_the_same_is_no_fact(case: Case) -> None:
    world = World()
    world.product(on_hand=5)
    before = world.shelf()
    assert world.count(5) == before


@holds("ERP-RES-02")
def delivering_a_part_leaves_the_rest_reserved(case: Case) -> None:
    world = World()
    world.product(on_hand=20)
    world.order(10)
    world.ship(5)
    assert world.shelf().reserved == 5


@holds("ERP-RES-03", "ERP-RES-04")
def closing_frees_and_reopening_reserves_anew(case: Case) -> None:
    world = World()
    world.product(on_hand=20)
    world.order(10)
    world.ship(5)
    world.do(CloseOrder(order="O", day=DAY, reason="enough"))
    assert world.shelf().reserved == 0
    if case["when"] == "re-open":
        world.do(ReopenOrder(order="O", day=DAY, reason="after all"))
        assert world.shelf().reserved == 5


@holds("ERP-RES-06")
def cancelling_frees_everything(case: Case) -> None:
    world = World()
    world.product(on_hand=20)
    world.order(10)
    world.do(ot.CancelOrder(order="O", day=DAY))
    assert world.shelf().reserved == 0


@holds("ERP-RES-07")
def over_delivery_within_the_allowance_leaves_nothing_reserved(case: Case) -> None:
    world = World()
    world.product(on_hand=20, over_delivery=ot.Percentage(50))
    world.order(10)
    world.ship(15)
    assert world.shelf().on_hand == 5
    assert world.shelf().reserved == 0


@holds("ISS-05")
def the_last_unit_goes_to_one_of_two(case: Case) -> None:
    world = World()
    world.product(on_hand=1)
    world.customer("D")
    start = Barrier(2)

    def buy(customer: str) -> None:
        start.wait()
        world.place(1, id=f"O-{customer}", customer=customer)

    both = [Thread(target=buy, args=(customer,)) for customer in "CD"]
    for each in both:
        each.start()
    for each in both:
        each.join()
    promised = [world.ledger(id=f"O-{customer}").allocated for customer in "CD"]
    assert sorted(promised) == [0, 1]
    assert world.shelf().reserved == 1


@holds("ISS-13")
def what_was_delivered_is_no_backorder(case: Case) -> None:
    world = World()
    world.product(on_hand=10)
    world.order(15)
    world.ship((10, 5))
    assert world.ledger().backordered == Decimal(5)
