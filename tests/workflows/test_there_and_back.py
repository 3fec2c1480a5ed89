"""Goods go there and back in any order: planned, shipped, delivered, billed, reversed, returned. No piece, no promise
and no cent is lost or made.
"""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.orders.returns.commands import AuthoriseReturn, LineToReturn, ReceivedLine, ReceiveReturn, RequestReturn
from otcore.orders.returns.lifecycle import ReturnStatus
from otcore.orders.returns.restocking import RestockingFee
from otcore.orders.returns.returned_goods import Return
from otcore.orders.shipments.shipment import DespatchLine, Shipment
from otcore.ports.aggregates import RETURN
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, STANDARD, eur, line, product
from tests.workflows import laws, sending
from tests.workflows.books import books
from tests.workflows.desk import Desk

FREIGHT = Adjustment(charge=True, amount=eur("7.77"), tax=STANDARD)
DISCOUNT = Adjustment(charge=False, amount=eur("1.01"))
ORDERS = ("O1", "O2")
parts = st.sampled_from(["0", "0.3", "0.5", "1", "1", "1.2"])
pairs = st.tuples(parts, parts)


def pieces(quantity: Decimal, of: str) -> Quantity:
    """A part of a quantity, to a hundredth."""
    return Quantity((quantity * Decimal(of)).quantize(Decimal("0.01")), "C62")


def wants(order: Order) -> bool:
    return order.status.value == "confirmed"


def gone(order: Order) -> bool:
    return any(each.ledger.returnable for each in order.lines)


def planned(shipment: Shipment) -> bool:
    return shipment.status.value == "planned"


def posted(shipment: Shipment) -> bool:
    return shipment.status.value in ("posted", "delivered")


def coming(asked: Return) -> bool:
    return asked.status is ReturnStatus.AUTHORISED


class ThereAndBack(RuleBasedStateMachine):
    """Two confirmed orders of one customer over the same goods, and everything that may happen to what they send."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.numbers: Counter[str] = Counter()

    @initialize(stock=st.sampled_from([9, 14, 60]), price=st.sampled_from(["0.37", "10"]))
    def opens(self, stock: int, price: str) -> None:
        self.desk.onboards("C1", over_delivery=laws.TOLERANCE, under_delivery=Percentage(10), accepts_changes=True)
        self.desk.lists(product(), product("P2", "0"))
        for number, location in ((stock, "a"), (stock // 2, "b")):
            self.desk.receives(number, "P1", location)
            self.desk.receives(number, "P2", location)
        asked = (line("0", 9, price=UnitPrice(price, "EUR"), adjustments=(DISCOUNT,)), line("1", 4, "P2"))
        for order in ORDERS:
            self.desk.places(*asked, order=order, adjustments=(FREIGHT,))
            for hold in self.desk.order(order).holds:
                self.desk.releases(hold.kind, order)
            self.desk.acknowledges(order)
        self.before = books(self.desk.store)

    def some(self, data: st.DataObject, kind: str, fits: Callable[[Any], bool] = bool) -> Any:
        return data.draw(st.sampled_from([each for each in laws.states(self.before, kind) if fits(each)]))

    def has(self, kind: str, fits: Callable[[Any], bool] = bool) -> bool:
        return any(fits(each) for each in laws.states(self.before, kind))

    def named(self, kind: str) -> str:
        self.numbers[kind] += 1
        return f"{kind}{self.numbers[kind]}"

    @precondition(lambda self: self.has("order", wants))
    @rule(data=st.data(), said=pairs, rest=st.none() | st.sampled_from(["0", "1"]), plan=st.booleans())
    def ship(self, data: st.DataObject, said: tuple[str, str], rest: str | None, plan: bool) -> None:
        order, id = self.some(data, "order", wants), self.named("S")
        outstanding = None if rest is None else Quantity(rest, "C62")
        figures = zip(order.lines, said, strict=True)
        lines = tuple(DespatchLine(each.id, pieces(each.ledger.open, of), outstanding) for each, of in figures)
        if plan:
            self.attempt(lambda: sending.plans(self.desk, *lines, shipment=id, order=order.id))
        else:
            self.attempt(lambda: self.desk.ships(*lines, shipment=id, order=order.id))

    @precondition(lambda self: self.has("shipment", planned))
    @rule(data=st.data(), goes=st.booleans())
    def do_as_planned(self, data: st.DataObject, goes: bool) -> None:
        shipment = self.some(data, "shipment", planned)
        if goes:
            self.attempt(lambda: self.desk.ships(shipment=shipment.id, order=shipment.order))
        else:
            self.attempt(lambda: sending.drops(self.desk, shipment.id))

    @precondition(lambda self: self.has("shipment"))
    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        shipment = self.some(data, "shipment")
        self.attempt(lambda: sending.takes_back(self.desk, shipment.id))

    @precondition(lambda self: self.has("shipment", posted))
    @rule(data=st.data(), said=st.none() | pairs)
    def deliver(self, data: st.DataObject, said: tuple[str, str] | None) -> None:
        shipment = self.some(data, "shipment", posted)
        figures = zip(shipment.lines, said or (), strict=False)
        lines = {f"_{each.line}": pieces(each.under_way, of).value for each, of in figures}
        self.attempt(lambda: sending.delivers(self.desk, shipment.id, **lines))

    @precondition(lambda self: self.has("shipment", posted))
    @rule(data=st.data())
    def bill(self, data: st.DataObject) -> None:
        shipment = self.some(data, "shipment", posted)
        self.attempt(lambda: self.desk.bills(shipment.id))

    @precondition(lambda self: self.has("order", gone))
    @rule(data=st.data(), said=pairs, fee=st.sampled_from([None, "10"]), comes=st.booleans())
    def ask_back(self, data: st.DataObject, said: tuple[str, str], fee: str | None, comes: bool) -> None:
        order, id = self.some(data, "order", gone), self.named("R")
        asked = zip(order.lines, said, strict=True)
        lines = tuple(
            LineToReturn(line=each.id, quantity=quantity) for each, of in asked if (quantity := self.back(each, of))
        )
        self.attempt(lambda: self.desk.handle(RequestReturn(return_id=id, order=order.id, day=DAY, lines=lines)))
        if self.has("return", lambda each: each.id == id):
            percent = RestockingFee(percent=Percentage(fee)) if fee else None
            self.attempt(lambda: self.desk.handle(AuthoriseReturn(return_id=id, day=DAY, fee=percent)))
            if comes:
                self.receive(self.desk.otc.ask(Get(RETURN, id)), said, "0.3", "a")

    def back(self, line: OrderLine, of: str) -> Quantity:
        return pieces(line.ledger.returnable, of)

    @precondition(lambda self: self.has("return", coming))
    @rule(data=st.data(), good=pairs, bad=st.sampled_from(["0", "0", "0.5"]), location=st.sampled_from(["a", "c"]))
    def get_back(self, data: st.DataObject, good: tuple[str, str], bad: str, location: str) -> None:
        self.receive(self.some(data, "return", coming), good, bad, location)

    def receive(self, asked: Return, good: tuple[str, str], bad: str, location: str) -> None:
        lines = tuple(
            ReceivedLine(line=each.line, good=pieces(each.left, of), scrapped=pieces(each.left, bad))
            for each, of in zip(asked.lines, good, strict=False)
        )
        come = ReceiveReturn(return_id=asked.id, day=DAY, lines=lines, location=location)
        self.attempt(lambda: self.desk.handle(come))

    @precondition(lambda self: self.has("return"))
    @rule(data=st.data(), how=st.sampled_from([sending.forbids, sending.gives_up, sending.ends]))
    def end(self, data: st.DataObject, how: Any) -> None:
        asked = self.some(data, "return")
        self.attempt(lambda: how(self.desk, asked.id))

    def attempt(self, act: Callable[[], Any]) -> None:
        """A refusal must leave the books as they were."""
        try:
            act()
        except Rejected:
            assert books(self.desk.store) == self.before
        self.before = books(self.desk.store)

    @invariant()
    def every_law_holds(self) -> None:
        laws.keep(self.desk.store)
        for asked in laws.states(self.before, "return") if hasattr(self, "before") else ():
            assert 0 <= asked.credit_due.minor <= asked.value.minor


TestThereAndBack = pytest.mark.slow(ThereAndBack.TestCase)
TestThereAndBack.settings = settings(max_examples=60, stateful_step_count=40)
