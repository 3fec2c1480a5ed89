"""A seller's desk over a store: short words for the commands, so that a test reads as the story it tells."""

from datetime import UTC, date, datetime
from typing import Any

from attrs import define, field

from otcore.adapters.memory import MemoryStore
from otcore.app.sync import OrderToCash
from otcore.catalog.product import ListProduct, Product
from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.commands import ApproveLimitChange, ChangeCreditLimit, GrantTemporaryLimit, InsureCredit
from otcore.customers.customer import Customer, OnboardCustomer, Profile
from otcore.invoicing.invoice import Invoice, IssueInvoice
from otcore.invoicing.seller import Seller
from otcore.orders.commands import (
    AcknowledgeOrder,
    AgreeToChanges,
    CancelLines,
    CancelOrder,
    CloseOrder,
    HoldOrder,
    LineCancellation,
    ReleaseHold,
    ReopenOrder,
)
from otcore.orders.hold import HoldKind
from otcore.orders.line import RequestedLine
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import DespatchLine, PostDespatch, Shipment
from otcore.payments.importing import ImportStatement, Statement
from otcore.payments.receipt import Receipt
from otcore.payments.recording import RecordReceipt
from otcore.payments.statement import BankStatement
from otcore.ports.aggregates import CREDIT, ORDER, RECEIPT, RECEIVABLE, STOCK
from otcore.ports.outbox import Posted
from otcore.ports.storage import Store
from otcore.receivables.item import Receivable
from otcore.reconciliation.command import ApplyReceipt
from otcore.stock.commands import ReceiveStock
from otcore.stock.item import StockItem, item_id
from otcore.values.command import Command
from otcore.values.money import Money
from otcore.values.party import Party
from otcore.values.quantity import Quantity
from otcore.workflows.ask import Every, Get
from otcore.workflows.house import House
from tests.orders.examples import DAY, line, order_of, product

HOUSE = House(seller=Seller(party=Party("Seller"), iban="DE89370400440532013000"))
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@define
class Clock:
    """A clock that stands still until it is set."""

    time: datetime = NOW

    def now(self) -> datetime:
        return self.time


@define
class Postbox:
    """A publisher that keeps what it gets, and fails on the messages about these subjects."""

    failing: set[str] = field(factory=set)
    got: list[Posted] = field(factory=list)

    def publish(self, posted: Posted) -> None:
        if posted.notice.subject in self.failing:
            raise ConnectionError(posted.notice.subject)
        self.got.append(posted)

    @property
    def topics(self) -> list[str]:
        return [posted.notice.topic for posted in self.got]


@define
class Desk:
    """A verb for every command, and a look at the books."""

    store: Store = field(factory=MemoryStore)
    house: House = HOUSE
    clock: Clock = field(factory=Clock)
    postbox: Postbox = field(factory=Postbox)
    tries: int = 10

    @property
    def otc(self) -> OrderToCash:
        return OrderToCash(self.store, self.house, clock=self.clock, publisher=self.postbox, tries=self.tries)

    def handle(self, command: Command[Any], key: str = "") -> Any:
        return self.otc.handle(command, key=key)

    # master data

    def onboards(self, customer: str = "C1", limit: str | None = None, **profile: Any) -> Customer:
        return self.otc.handle(onboarding(customer, limit, **profile))

    def lists(self, *products: Product) -> None:
        for each in products:
            self.otc.handle(ListProduct(each))

    def receives(self, quantity: str | int, product: str = "P1", location: str = "main") -> StockItem:
        return self.otc.handle(ReceiveStock(product, location, Quantity(quantity, "C62")))

    def raises(self, command: ChangeCreditLimit | GrantTemporaryLimit | InsureCredit) -> CreditAccount:
        """A rise of a limit takes two persons."""
        self.handle(command)
        return self.otc.handle(ApproveLimitChange(account=command.account), actor="checker")

    # orders

    def places(self, *lines: RequestedLine, order: str = "O1", **more: Any) -> Order:
        return self.otc.handle(order_of(*lines, order=order, **more))

    def acknowledges(self, order: str = "O1") -> Order:
        return self.otc.handle(AcknowledgeOrder(order=order, day=DAY))

    def agrees(self, order: str = "O1") -> Order:
        return self.otc.handle(AgreeToChanges(order=order, day=DAY))

    def releases(self, kind: HoldKind, order: str = "O1") -> Order:
        return self.otc.handle(ReleaseHold(order=order, kind=kind, reason="looked at", day=DAY))

    def cancels(self, order: str = "O1") -> Order:
        return self.otc.handle(CancelOrder(order=order, day=DAY, reason="no more"))

    def holds(self, kind: HoldKind = HoldKind.MANUAL, order: str = "O1", code: str = "") -> Order:
        return self.otc.handle(HoldOrder(order=order, kind=kind, reason="look", day=DAY, code=code))

    def cancels_lines(self, *lines: LineCancellation, order: str = "O1") -> Order:
        return self.otc.handle(CancelLines(order=order, day=DAY, lines=lines, reason="fewer"))

    def closes(self, order: str = "O1") -> Order:
        return self.otc.handle(CloseOrder(order=order, day=DAY, reason="enough"))

    def reopens(self, order: str = "O1") -> Order:
        return self.otc.handle(ReopenOrder(order=order, day=DAY, reason="after all"))

    def ships(self, *lines: DespatchLine, shipment: str = "S1", order: str = "O1", day: date = DAY) -> Shipment:
        return self.otc.handle(PostDespatch(shipment=shipment, order=order, day=day, lines=lines))

    # money

    def bills(self, shipment: str = "S1", day: date = DAY) -> Invoice:
        return self.otc.handle(IssueInvoice(shipment=shipment, day=day))

    def takes_in(self, statement: BankStatement) -> Statement:
        return self.otc.handle(ImportStatement(statement))

    def gets(self, amount: str, receipt: str = "R1", day: date = DAY, **more: str) -> Receipt:
        money = Money(amount, "EUR")
        return self.otc.handle(RecordReceipt(receipt=receipt, account="till", day=day, amount=money, **more))

    def applies(self, receipt: str = "R1") -> Receipt:
        return self.otc.handle(ApplyReceipt(receipt))

    # a look at the books

    def order(self, id: str = "O1") -> Order:
        return self.otc.ask(Get(ORDER, id))

    def exposure(self, customer: str = "C1") -> tuple[str, str, str]:
        """Orders, deliveries, invoices."""
        account = self.otc.ask(Get(CREDIT, customer))
        return (str(account.orders.amount), str(account.deliveries.amount), str(account.invoices.amount))

    def shelf(self, product: str = "P1", location: str = "main") -> tuple[int, int]:
        """On hand and reserved, in whole pieces."""
        item = self.otc.ask(Get(STOCK, item_id(product, location)))
        return int(item.on_hand), int(item.reserved)

    def item(self, id: str) -> Receivable:
        return self.otc.ask(Get(RECEIVABLE, id))

    def receipts(self) -> tuple[Receipt, ...]:
        return self.otc.ask(Every(RECEIPT))


def onboarding(customer: str = "C1", limit: str | None = None, **profile: Any) -> OnboardCustomer:
    fields: dict[str, Any] = {"party": Party(f"Customer {customer}"), "currency": "EUR"}
    money = None if limit is None else Money(limit, "EUR")
    return OnboardCustomer(customer, Profile(credit_limit=money, **fields | profile))


def desk(limit: str | None = None, stocked: int = 0, **more: Any) -> Desk:
    """A desk that can take orders of C1 for P1 at 10.00 and P2 at 2.50, with so many of each on the shelf.

    No message waits.
    """
    ready = Desk(**more)
    ready.onboards(limit=limit)
    ready.lists(product(), product("P2", "2.50"))
    if stocked:
        ready.receives(stocked)
        ready.receives(stocked, "P2")
    ready.otc.relay()  # what is told of the master data is no part of the stories
    ready.postbox.got.clear()
    return ready


def billed(ready: Desk, quantity: int = 10, order: str = "O1") -> Invoice:
    """An order of P1 that went all the way to its invoice; shipment and invoice are numbered like it."""
    ready.places(line(quantity=quantity), order=order)
    ready.acknowledges(order)
    shipment = order.replace("O", "S")
    ready.ships(DespatchLine("1", Quantity(quantity, "C62")), shipment=shipment, order=order)
    return ready.bills(shipment)
