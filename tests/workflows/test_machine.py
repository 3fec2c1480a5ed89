"""Any sequence of commands over two customers: after each one, goods, value and money are where they were or moved."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from otcore.invoicing.reference import creditor_reference
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import DespatchLine, Shipment
from otcore.payments.recording import RecordReceipt
from otcore.receivables.item import Receivable
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from tests.orders.examples import DAY, STANDARD, eur, left, line, product
from tests.workflows import laws
from tests.workflows.books import books
from tests.workflows.desk import Desk

FREIGHT = Adjustment(charge=True, amount=eur("7.77"), tax=STANDARD)
DISCOUNT = Adjustment(charge=False, amount=eur("3.33"))

quantities = st.sampled_from(["1", "2.5", "3", "7", "10"])
parts = st.sampled_from(["0", "0.25", "0.5", "1", "1", "1.2"])
rests = st.none() | st.sampled_from(["0", "1", "3"])
requests = st.builds(
    lambda quantity, product, adjustments, price: {
        "quantity": quantity,
        "product": product,
        "adjustments": adjustments,
        "price": price,
    },
    quantities,
    st.sampled_from(["P1", "P1", "P2", "GONE", "WORK", "?"]),
    st.sampled_from([(), (), (DISCOUNT,)]),
    st.sampled_from([None, None, None, UnitPrice("9", "EUR")]),
)


def promised(order: Order, over: Decimal = Decimal(1), rest: str | None = None) -> list[DespatchLine]:
    """A despatch advice of what is promised, or so much more or less of it."""
    return [left(each.id, part(each.ledger.allocated, over), rest) for each in order.lines if each.ledger.allocated]


def part(quantity: Decimal, of: Decimal) -> Decimal:
    return (quantity * of).quantize(Decimal("0.01"))


def submitted(order: Order) -> bool:
    return order.status is Status.SUBMITTED


def acknowledged(order: Order) -> bool:
    return order.status is Status.ACKNOWLEDGED


def confirmed(order: Order) -> bool:
    return order.status is Status.CONFIRMED


def promised_and_confirmed(order: Order) -> bool:
    return confirmed(order) and bool(promised(order))


def held(order: Order) -> bool:
    return order.held


def unbilled(shipment: Shipment) -> bool:
    return not shipment.invoice


def worth_something(item: Receivable) -> bool:
    return bool(item.amount)


class Trade(RuleBasedStateMachine):
    """Everything that can be asked of a desk, in any order; mostly what can be done, sometimes what cannot."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.numbers: Counter[str] = Counter()
        self.before: laws.Books = books(self.desk.store)

    def named(self, kind: str) -> str:
        self.numbers[kind] += 1
        return f"{kind}{self.numbers[kind]}"

    def ids(self, kind: str, fits: Callable[[Any], bool] = bool) -> list[str]:
        return [state.id for state in laws.states(self.before, kind) if fits(state)]

    def one(self, data: st.DataObject, kind: str, fits: Callable[[Any], bool]) -> str:
        return data.draw(st.sampled_from(self.ids(kind, fits)))

    @initialize(limit=st.sampled_from([None, "150.00", "900.00"]), stock=st.sampled_from([3, 40, 400]))
    def opens(self, limit: str | None, stock: int) -> None:
        self.desk.onboards("C1", limit, over_delivery=laws.TOLERANCE)
        self.desk.onboards("C2", accepts_changes=True)
        self.desk.lists(product(), product("P2", "0.37"), product("GONE", sold=False), product("WORK", stocked=False))
        for number, location in ((stock, "a"), (stock // 2, "b")):
            self.desk.receives(number, "P1", location)
            self.desk.receives(number, "P2", location)

    @rule(product=st.sampled_from(["P1", "P2"]), location=st.sampled_from(["a", "b"]), quantity=quantities)
    def receive(self, product: str, location: str, quantity: str) -> None:
        self.desk.receives(quantity, product, location)

    @rule(
        customer=st.sampled_from(["C1", "C2"]),
        lines=st.lists(requests, min_size=1, max_size=3),
        adjustments=st.sampled_from([(), (FREIGHT,)]),
        goes=st.integers(0, 3),
    )
    def place(self, customer: str, lines: list[dict[str, Any]], adjustments: tuple[Adjustment, ...], goes: int) -> None:
        """An order that goes so far at once: it is placed, confirmed, shipped as far as it is promised, billed."""
        requested = [line(str(index), **fields) for index, fields in enumerate(lines)]
        order = self.desk.places(*requested, order=self.named("O"), customer=customer, adjustments=adjustments)
        if goes > 0 and order.promised and self.desk.acknowledges(order.id).status is Status.ACKNOWLEDGED:
            self.desk.agrees(order.id)
        if goes > 1 and any(each.ledger.allocated for each in order.lines):
            shipment = self.desk.ships(*promised(order), shipment=self.named("S"), order=order.id)
            self.before = books(self.desk.store)
            if goes > 2:
                self.attempt(lambda: self.desk.bills(shipment.id))

    @precondition(lambda self: self.ids("order", submitted))
    @rule(data=st.data())
    def acknowledge(self, data: st.DataObject) -> None:
        order = self.one(data, "order", submitted)
        self.attempt(lambda: self.desk.acknowledges(order))

    @precondition(lambda self: self.ids("order", acknowledged))
    @rule(data=st.data())
    def agree(self, data: st.DataObject) -> None:
        self.desk.agrees(self.one(data, "order", acknowledged))

    @precondition(lambda self: self.ids("order", held))
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        order = self.desk.order(self.one(data, "order", held))
        self.desk.releases(order.holds[0].kind, order.id)

    @precondition(lambda self: len(self.ids("order")) > 3)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        order = self.one(data, "order", bool)
        self.attempt(lambda: self.desk.cancels(order))

    @precondition(lambda self: self.ids("order", confirmed))
    @rule(data=st.data(), said=st.lists(st.tuples(parts, rests), min_size=3, max_size=3))
    def ship(self, data: st.DataObject, said: list[tuple[str, str | None]]) -> None:
        order = self.desk.order(self.one(data, "order", confirmed))
        figures = zip(order.lines, said, strict=False)
        advice = [left(each.id, part(each.ledger.open, Decimal(of)), rest) for each, (of, rest) in figures]
        self.post(order.id, *advice)

    @precondition(lambda self: self.ids("order", promised_and_confirmed))
    @rule(data=st.data(), over=st.sampled_from(["1", "1", "1.2", "0.5"]), rest=rests)
    def ship_what_is_promised(self, data: st.DataObject, over: str, rest: str | None) -> None:
        order = self.one(data, "order", promised_and_confirmed)
        self.post(order, *promised(self.desk.order(order), Decimal(over), rest))

    def post(self, order: str, *advice: DespatchLine) -> None:
        id = self.named("S")
        self.attempt(lambda: self.desk.ships(*advice, shipment=id, order=order))

    @precondition(lambda self: self.ids("shipment", unbilled))
    @rule(data=st.data())
    def bill(self, data: st.DataObject) -> None:
        shipment = self.one(data, "shipment", unbilled)
        self.attempt(lambda: self.desk.bills(shipment))

    @precondition(lambda self: self.ids("receivable", worth_something))
    @rule(data=st.data(), of=st.sampled_from(["0.5", "1", "1", "1.5"]), structured=st.booleans(), now=st.booleans())
    def get(self, data: st.DataObject, of: str, structured: bool, now: bool) -> None:
        invoice = self.one(data, "receivable", worth_something)
        minor = int(self.desk.item(invoice).amount.minor * Decimal(of)) or 1
        words = {"reference": creditor_reference(invoice)} if structured else {"text": invoice}
        money, id = Money.from_minor(minor, "EUR"), self.named("R")
        self.desk.handle(RecordReceipt(receipt=id, account="till", day=DAY, amount=money, **words))
        if now:
            self.desk.applies(id)

    @precondition(lambda self: self.ids("receipt"))
    @rule(data=st.data())
    def apply(self, data: st.DataObject) -> None:
        self.desk.applies(self.one(data, "receipt", bool))

    @precondition(lambda self: self.ids("order"))
    @rule(data=st.data(), kind=st.sampled_from(HoldKind))
    def do_what_may_not_be_possible(self, data: st.DataObject, kind: HoldKind) -> None:
        order = self.one(data, "order", bool)
        acts: list[Callable[[], object]] = [
            lambda: self.desk.places(order=order),
            lambda: self.desk.acknowledges(order),
            lambda: self.desk.agrees(order),
            lambda: self.desk.releases(kind, order),
            lambda: self.desk.ships(left("0", 1), shipment="S1", order=order),
        ]
        self.attempt(data.draw(st.sampled_from(acts)))

    def attempt(self, act: Callable[[], object]) -> None:
        """A refusal must leave the books as they were."""
        try:
            act()
        except Rejected:
            assert books(self.desk.store) == self.before

    @invariant()
    def every_law_holds(self) -> None:
        self.before = laws.keep(self.desk.store)


TestTrade = pytest.mark.slow(Trade.TestCase)
TestTrade.settings = settings(max_examples=100, stateful_step_count=40)
