"""Goods announced, received, counted, promised, freed and shipped in any order: what shelves and orders say agrees."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from otcore.orders.commands import LineCancellation
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.ports.aggregates import ORDER, STOCK
from otcore.stock.events import ArrivalPromised, StockReserved
from otcore.stock.item import StockItem, evolve
from otcore.stock.policy import Allocating
from otcore.values.faults import Rejected
from otcore.workflows.ask import Every
from tests.orders.examples import left, line, pieces
from tests.workflows.books import books
from tests.workflows.desk import desk
from tests.workflows.goods import allocates, arrives, counts, expects, house, keeps_back, may_go_below
from tests.workflows.test_expiring import tick

places = st.sampled_from(["main", "north"])
numbers = st.integers(0, 20)
documents = st.sampled_from(["PO-1", "PO-2"])
days = st.integers(-2, 9)


def has_orders(machine: Any) -> bool:
    return bool(machine.orders)


class Goods(RuleBasedStateMachine):
    """One product at two places, and orders of it."""

    def __init__(self) -> None:
        super().__init__()
        self.names: Counter[str] = Counter()
        self.orders: list[str] = []

    @initialize(
        how=st.sampled_from(Allocating), days=st.sampled_from([None, 2]), freeing=st.sampled_from([(), HoldKind])
    )
    def opens(self, how: Allocating, days: int | None, freeing: Any) -> None:
        self.desk = house(desk(), allocating=how, reservation_days=days, free_on_hold=frozenset(freeing))

    def named(self, kind: str) -> str:
        self.names[kind] += 1
        return f"{kind}{self.names[kind]}"

    def attempt(self, act: Callable[[], object]) -> None:
        """A refusal leaves everything as it was."""
        before = books(self.desk.store)
        try:
            act()
        except Rejected:
            assert books(self.desk.store) == before

    @rule(quantity=numbers, day=days, document=documents, place=places)
    def expect(self, quantity: int, day: int, document: str, place: str) -> None:
        expects(self.desk, quantity, day, document, place)

    @rule(quantity=numbers, document=documents, place=places)
    def arrive(self, quantity: int, document: str, place: str) -> None:
        self.attempt(lambda: arrives(self.desk, quantity, document, place))

    @rule(quantity=st.integers(-3, 20), place=places, below=st.integers(-3, 3))
    def count_or_set_a_policy(self, quantity: int, place: str, below: int) -> None:
        if quantity > 5:
            return self.attempt(lambda: counts(self.desk, quantity, place))
        return self.attempt(lambda: may_go_below(self.desk, below) if below > 0 else keeps_back(self.desk, -below))

    @rule(wanted=st.lists(st.integers(1, 9), min_size=1, max_size=2), goes=st.booleans())
    def place(self, wanted: list[int], goes: bool) -> None:
        id = self.named("O")
        self.desk.places(*[line(str(at), quantity) for at, quantity in enumerate(wanted)], order=id)
        self.orders.append(id)
        if goes and self.desk.acknowledges(id).status is Status.ACKNOWLEDGED:
            self.desk.agrees(id)

    @precondition(has_orders)
    @rule(data=st.data(), day=days)
    def allocate(self, data: st.DataObject, day: int) -> None:
        order = self.some(data)
        self.attempt(lambda: allocates(self.desk, order, day))

    @precondition(has_orders)
    @rule(data=st.data(), act=st.sampled_from(["cancels", "acknowledges", "agrees", "closes"]))
    def go_on(self, data: st.DataObject, act: str) -> None:
        order = self.some(data)
        self.attempt(lambda: getattr(self.desk, act)(order))

    @precondition(has_orders)
    @rule(data=st.data())
    def hold_or_release(self, data: st.DataObject) -> None:
        order = self.some(data)
        act = self.desk.releases if self.desk.order(order).held else self.desk.holds
        self.attempt(lambda: act(HoldKind.MANUAL, order))

    @precondition(has_orders)
    @rule(data=st.data(), quantity=st.integers(1, 5))
    def cancel_some(self, data: st.DataObject, quantity: int) -> None:
        order, part = self.some(data), LineCancellation(line="0", quantity=pieces(quantity))
        self.attempt(lambda: self.desk.cancels_lines(part, order=order))

    @precondition(has_orders)
    @rule(data=st.data(), less=st.integers(-1, 2), rest=st.sampled_from([None, None, 0, 1]))
    def ship(self, data: st.DataObject, less: int, rest: int | None) -> None:
        order = self.some(data)
        quantity = max(int(self.desk.order(order).lines[0].ledger.allocated) - less, 1)
        self.attempt(lambda: self.desk.ships(left("0", quantity, rest), shipment=self.named("S"), order=order))

    def some(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(self.orders[-3:]))

    @rule(days=st.integers(0, 5))
    def tick(self, days: int) -> None:
        tick(self.desk, days)

    @invariant()
    def shelves_and_orders_agree(self) -> None:
        if not hasattr(self, "desk"):
            return
        reserved, awaited = Counter[str](), Counter[str]()
        orders: tuple[Order, ...] = self.desk.otc.ask(Every(ORDER))
        for each in (each.ledger for order in orders for each in order.lines):
            assert each.allocated + sum(part.quantity for part in each.awaited) <= each.open
            for part in each.allocations:
                reserved[part.location] += int(part.quantity)
            for part in each.awaited:
                awaited[part.location] += int(part.quantity)
        shelves: tuple[StockItem, ...] = self.desk.otc.ask(Every(STOCK))
        assert {shelf.location: int(shelf.reserved) for shelf in shelves if shelf.reserved} == +reserved
        assert {shelf.location: int(shelf.awaited) for shelf in shelves if shelf.awaited} == +awaited
        assert all(0 <= shelf.arrived <= shelf.awaited for shelf in shelves)

    @invariant()
    def nothing_was_promised_that_was_not_there(self) -> None:
        if not hasattr(self, "desk"):
            return
        for (kind, _), facts in books(self.desk.store)["facts"].items():
            if kind == "stock":
                self.replay([fact.event for fact in facts])

    def replay(self, events: list[Any]) -> None:
        shelf: StockItem | None = None
        for event in events:
            if isinstance(event, StockReserved):
                assert shelf is not None
                assert Decimal(0) < event.quantity <= shelf.available
            if isinstance(event, ArrivalPromised):
                assert shelf is not None
                assert shelf.awaited - shelf.arrived + event.quantity <= shelf.arriving
            shelf = evolve(shelf, event)


TestGoods = pytest.mark.slow(Goods.TestCase)
TestGoods.settings = settings(max_examples=60, stateful_step_count=40)
