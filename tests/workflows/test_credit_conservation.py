"""Any sequence of commands over accounts, a shared one and foreign orders among them: no value counts twice, or not."""

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.customers.credit.risk_class import RiskClass
from otcore.orders.amendment import Side
from otcore.orders.commands import LineCancellation
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.payments.recording import RecordReceipt
from otcore.ports.aggregates import CREDIT, ORDER, RECEIVABLE, SHIPMENT
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.rates import Quote, Rate, RateTable
from otcore.workflows.ask import Every
from tests.orders.examples import DAY, left, line, pieces, product
from tests.workflows.amendments import change, proposes
from tests.workflows.books import books
from tests.workflows.credit_laws import exposure_is_what_is_open
from tests.workflows.crediting import later, rechecks
from tests.workflows.desk import HOUSE, Desk

RISK = RiskClass(name="", horizon=5, deviation=Percentage(10), released_days=2)
RATES = RateTable((Quote(DAY, Rate("USD", "EUR", "0.37")), Quote(later(3), Rate("USD", "EUR", "1.13"))))


def market() -> Desk:
    """C1 has an account; C2 and C3 share C2's. Both kinds order in euro and dollars, and take a fifth too much."""
    ready = Desk(house=evolve(HOUSE, risk_classes=(RISK,), rates=RATES))
    terms: dict[str, Any] = {"currencies": ("USD",), "over_delivery": Percentage(20), "accepts_changes": True}
    ready.onboards("C1", "300.00", **terms)
    ready.onboards("C2", "500.00", **terms)
    ready.onboards("C3", credit_account="C2", **terms)
    ready.lists(product(price="9.99"), evolve(product("P9"), price=UnitPrice("7.77", "USD")))
    ready.receives(5000)
    ready.receives(5000, "P9")
    return ready


def attempt(act: Callable[..., object], *given: Any) -> None:
    """What can be refused is; then nothing changed."""
    with suppress(Rejected):
        act(*given)


class Dealing:
    """One random step at a time."""

    def __init__(self, data: st.DataObject) -> None:
        self.desk = market()
        self.draw = data.draw
        self.count = 0

    def named(self, kind: str) -> str:
        self.count += 1
        return f"{kind}{self.count}"

    def one(self, kind: Any, fits: Callable[[Any], bool] = bool) -> Any:
        found = [each for each in self.desk.otc.ask(Every(kind)) if fits(each)]
        return self.draw(st.sampled_from(found)) if found else None

    def order(self) -> Order | None:
        order: Order | None = self.one(ORDER)
        return order

    def place(self) -> None:
        foreign = self.draw(st.booleans())
        wanted = self.draw(st.sampled_from([None, 1, 9]))
        days = None if wanted is None else Period(later(wanted), later(wanted))
        quantity = self.draw(st.sampled_from([1, 3, 7, 20]))
        self.desk.places(
            line(quantity=quantity, product="P9" if foreign else "P1"),
            line("2", 2, "P9" if foreign else "P1"),
            order=self.named("O"),
            customer=self.draw(st.sampled_from(["C1", "C2", "C3"])),
            currency="USD" if foreign else "EUR",
            day=later(self.draw(st.integers(0, 4))),
            details=OrderDetails(delivery=Delivery(requested=days)),
        )

    def confirm(self) -> None:
        if order := self.order():
            attempt(lambda: self.desk.acknowledges(order.id))

    def amend(self) -> None:
        if order := self.order():
            quantity = self.draw(st.sampled_from([1, 4, 9, 30]))
            attempt(lambda: proposes(self.desk, change(quantity=quantity), order=order.id, by=Side.SELLER))

    def hold(self) -> None:
        if order := self.order():
            attempt(lambda: self.desk.holds(HoldKind.MANUAL, order.id))

    def release(self) -> None:
        if order := self.one(ORDER, lambda each: each.held):
            attempt(lambda: self.desk.releases(order.holds[0].kind, order.id))

    def recheck(self) -> None:
        if order := self.one(ORDER, lambda each: each.held):
            attempt(lambda: rechecks(self.desk, order.id, later(self.draw(st.integers(0, 9)))))

    def ship(self) -> None:
        if order := self.one(ORDER, lambda each: each.status is Status.CONFIRMED and not each.held):
            part = self.draw(st.sampled_from([Decimal("0.5"), Decimal(1), Decimal("1.2")]))
            rest = self.draw(st.sampled_from([None, 0]))
            lines = [left(each.id, each.ledger.open * part, rest) for each in order.lines if each.ledger.open]
            attempt(lambda: self.desk.ships(*lines, shipment=self.named("S"), order=order.id, day=later(9)))

    def bill(self) -> None:
        if shipment := self.one(SHIPMENT, lambda each: not each.invoice):
            attempt(lambda: self.desk.bills(shipment.id, later(9)))

    def pay(self) -> None:
        if item := self.one(RECEIVABLE, lambda each: bool(each.open)):
            part = self.draw(st.integers(1, item.open.minor))
            self.receive(item.id, Money.from_minor(part, item.open.currency))

    def receive(self, item: str, amount: Money) -> None:
        receipt, reference = self.named("R"), self.desk.item(item).reference
        command = RecordReceipt(receipt=receipt, account="till", day=later(9), amount=amount, reference=f"{reference}")
        self.desk.handle(command)
        self.desk.applies(receipt)

    def cancel_line(self) -> None:
        if order := self.order():
            part = LineCancellation(line="1", quantity=pieces(1))
            attempt(lambda: self.desk.cancels_lines(part, order=order.id))

    def end(self) -> None:
        if order := self.one(ORDER, lambda each: not each.held):
            act = self.draw(st.sampled_from([self.desk.cancels, self.desk.closes, self.desk.reopens]))
            attempt(lambda: act(order.id))

    def settle(self) -> None:
        """Everything is ended, billed and paid."""
        for order in self.desk.otc.ask(Every(ORDER)):
            for kind in {hold.kind for hold in order.holds}:
                attempt(self.desk.releases, kind, order.id)
            attempt(self.desk.cancels, order.id)
            attempt(self.desk.closes, order.id)
        for shipment in self.desk.otc.ask(Every(SHIPMENT)):
            if not shipment.invoice:
                attempt(self.desk.bills, shipment.id, later(9))
        for item in self.desk.otc.ask(Every(RECEIVABLE)):
            if item.open:
                self.receive(item.id, item.open)


STEPS = (
    Dealing.place, Dealing.place, Dealing.confirm, Dealing.confirm, Dealing.amend, Dealing.hold, Dealing.release,
    Dealing.recheck, Dealing.ship, Dealing.ship, Dealing.bill, Dealing.pay, Dealing.cancel_line, Dealing.end,
)  # fmt: skip


@settings(max_examples=25)
@given(st.data())
def test_what_counts_is_what_is_open_after_every_step_and_nothing_when_all_is_settled(data: st.DataObject):
    dealing = Dealing(data)
    for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=5, max_size=20)):
        step(dealing)
        exposure_is_what_is_open(books(dealing.desk.store))
    dealing.settle()
    told = books(dealing.desk.store)
    exposure_is_what_is_open(told)
    for account in dealing.desk.otc.ask(Every(CREDIT)):
        assert (account.orders, account.deliveries, account.invoices) == (Money.zero("EUR"),) * 3
        assert account.scheduled == ()
