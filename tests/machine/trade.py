"""A trade of two products and three customers, two of them on one credit account, and what a host can see of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import otcore as ot
from otcore.orders.exposure import counting, in_account
from otcore.orders.order import Order
from otcore.ports.aggregates import KINDS
from otcore.ports.kinds import Kind
from otcore.ports.storage import Context, Store, Where
from otcore.receivables.exposure import item_exposure
from otcore.receivables.ledger import Entry
from otcore.stock.commands import SetStockPolicy
from otcore.values.rates import Rate
from otcore.workflows.ask import Every

DAY = date(2026, 3, 2)
NOON = datetime.combine(DAY, time(12), UTC)
SHELVES = ("main", "north")
CUSTOMERS = ("own", "parent", "child")


class Rates:
    """What a dollar is worth: a rate that leaves cents over."""

    def rate(self, source: str, target: str, day: date) -> Rate | None:
        return Rate(source, target, "0.9137")


class Trade:
    """The face over a store, and what a host can see through it."""

    def __init__(self, store: Store, **house: Any) -> None:
        seller = ot.Seller(party=ot.Party("Seller"), iban="BE71096123456769")
        self.store = store
        self.otc = ot.OrderToCash(store, ot.House(seller=seller, rates=Rates(), **house), actor="anna")
        self._customers()
        self._products()

    def _customers(self) -> None:
        limits = {"own": ot.Money("900", "EUR"), "parent": ot.Money("1200", "EUR")}
        for id in CUSTOMERS:
            profile = ot.Profile(
                party=ot.Party(f"Customer {id}"),
                currency="EUR",
                currencies=("USD",),
                credit_limit=limits.get(id),
                credit_account="parent" if id == "child" else "",
                over_delivery=ot.Percentage(10),
            )
            self.otc.handle(ot.OnboardCustomer(id, profile))

    def _products(self) -> None:
        for id, price, rate in (("P", "3.33", "20"), ("Q", "7.77", "7")):
            tax = ot.TaxCategory("S", rate)
            self.otc.handle(ot.ListProduct(ot.Product(id, f"Product {id}", "C62", ot.UnitPrice(price, "EUR"), tax)))
            for shelf in SHELVES:
                self.otc.handle(ot.ReceiveStock(id, shelf, ot.Quantity(8, "C62")))
        self.otc.handle(SetStockPolicy("Q", "north", safety=Decimal(2)))

    def all(self, kind: Kind[Any]) -> tuple[Any, ...]:
        """Every aggregate of a kind, by id."""
        found: tuple[Any, ...] = self.otc.ask(Every(kind))
        return found

    def entries(self) -> tuple[Entry, ...]:
        """The rows of the receivables ledger."""
        unit = self.store.begin(Context(ot.Scope("main", "main"), "anna", NOON), True)
        try:
            return unit.entries()
        finally:
            unit.close()

    def replayed(self) -> Iterator[tuple[str, object, object]]:
        """Each aggregate's name, its stored state, and the state that its events make."""
        context = Context(ot.Scope("main", "main"), "anna", NOON)
        unit = self.store.begin(context, True)
        try:
            for kind in KINDS:
                for kept in unit.find(kind, Where()):
                    state = None
                    for fact in unit.history(kind, kept.id):
                        state = kind.evolve(state, fact.event)
                    yield f"{kind.name} {kept.id}", kept.state, state
        finally:
            unit.close()


def promised_on(trade: Trade, product: str, shelf: str) -> tuple[Decimal, Decimal]:
    """What the orders say is promised to them there: of what lies there, and of what is to arrive."""
    reserved = awaited = Decimal(0)
    for order in trade.all(ot.ORDER):
        for line in order.lines:
            if line.agreed.product == product:
                reserved += sum(each.quantity for each in line.ledger.allocations if each.location == shelf)
                awaited += sum(each.quantity for each in line.ledger.awaited if each.location == shelf)
    return reserved, awaited


def moved(trade: Trade, product: str) -> Decimal:
    """What left all shelves of a product and did not come back to one, by the ledgers of the orders."""
    lines = [line for order in trade.all(ot.ORDER) for line in order.lines if line.agreed.product == product]
    return sum((line.ledger.shipped - line.ledger.returned for line in lines), Decimal(0))


def stages(trade: Trade, account: str) -> tuple[int, int, int]:
    """What counts on an account by the documents: open orders, unbilled deliveries, open invoices; in minor units."""
    members = {"parent": ("parent", "child")}.get(account, (account,))
    orders: list[Order] = [order for order in trade.all(ot.ORDER) if order.customer in members]
    shipments = [each for each in trade.all(ot.SHIPMENT) if each.customer in members and not each.invoice]
    items = [each for each in trade.all(ot.RECEIVABLE) if each.customer in members]
    return (
        sum(in_account(order, counting(order)).minor for order in orders),
        sum(shipment.counted.minor for shipment in shipments),
        sum(item_exposure(item).minor for item in items),
    )
