"""A seller with one customer and some shelves, in memory: what the scenarios act on, through the public commands."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

import otcore as ot
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.stock.commands import CountStock, SetStockPolicy
from otcore.stock.item import StockItem, item_id
from otcore.workflows.ask import Get
from otcore.workflows.order_status import AskOrderStatus, OrderStanding

DAY = date(2026, 3, 2)
SHELF = "main"


def pieces(value: str | int | Decimal) -> ot.Quantity:
    return ot.Quantity(value, "C62")


def eur(amount: str | int | Decimal) -> ot.Money:
    return ot.Money(amount, "EUR")


class World:
    """A customer C with no limit, and what a scenario adds; untaxed, so that its figures are the scenario's."""

    def __init__(self, **house: Any) -> None:
        seller = ot.Seller(party=ot.Party("Seller"), iban="BE71096123456769")
        self.otc = ot.OrderToCash(ot.MemoryStore(), ot.House(seller=seller, **house))
        self.day = DAY
        self.customer("C")

    def customer(self, id: str, limit: str | int | None = None, **profile: Any) -> None:
        """A customer; a profile given anew onboards another."""
        fields: dict[str, Any] = {"party": ot.Party(f"Customer {id}"), "currency": "EUR"}
        fields["credit_limit"] = None if limit is None else eur(limit)
        self.do(ot.OnboardCustomer(id, ot.Profile(**fields | profile)))

    def product(self, id: str = "P", on_hand: str | int = 0, price: str | int = 10, **more: Any) -> None:
        """A product, and what lies of it on the shelf."""
        untaxed = ot.TaxCategory("Z", "0")
        self.do(ot.ListProduct(ot.Product(id, f"Product {id}", "C62", ot.UnitPrice(price, "EUR"), untaxed, **more)))
        if Decimal(on_hand):
            self.do(ot.ReceiveStock(id, SHELF, pieces(on_hand)))

    def threshold(self, value: int, product: str = "P") -> None:
        """An out-of-stock threshold as shops know it: above 0 a safety stock, below 0 how far promises may go."""
        safety, below = Decimal(max(value, 0)), Decimal(max(-value, 0))
        self.do(SetStockPolicy(product, SHELF, safety, below))

    def count(self, quantity: int, product: str = "P") -> StockItem:
        counted: StockItem = self.do(CountStock(product, SHELF, pieces(quantity)))
        return counted

    def place(self, *quantities: Any, id: str = "O", customer: str = "C", **more: Any) -> Order:
        """An order of these quantities, line by line, of P, or of (product, quantity)."""
        lines = tuple(self.line(str(at), of) for at, of in enumerate(quantities, 1))
        fields: dict[str, Any] = {"day": self.day, "currency": "EUR"}
        order: Order = self.do(ot.PlaceOrder(order=id, customer=customer, lines=lines, **fields | more))
        return order

    def line(self, id: str, of: Any, **more: Any) -> ot.RequestedLine:
        product, quantity = of if isinstance(of, tuple) else ("P", of)
        return ot.RequestedLine(id=id, product=product, quantity=pieces(quantity), **more)

    def confirm(self, id: str = "O") -> Order:
        """Answered; and agreed to by the buyer where the answer had changes."""
        order: Order = self.do(ot.AcknowledgeOrder(order=id, day=self.day))
        if order.status.value == "acknowledged":
            order = self.do(ot.AgreeToChanges(order=id, day=self.day))
        return order

    def order(self, *quantities: Any, id: str = "O", **more: Any) -> Order:
        """An order both sides agree on."""
        self.place(*quantities, id=id, **more)
        return self.confirm(id)

    def ship(self, *quantities: Any, id: str = "S", order: str = "O") -> Any:
        """What left, line by line; (quantity, outstanding) says what will follow."""
        lines = tuple(_despatched(str(at), of) for at, of in enumerate(quantities, 1) if of is not None)
        return self.do(ot.PostDespatch(shipment=id, order=order, day=self.day, lines=lines))

    def bill(self, shipment: str = "S") -> Any:
        return self.do(ot.IssueInvoice(shipment=shipment, day=self.day))

    def pay(self, invoice: Any, amount: str | None = None, id: str = "R") -> Any:
        """Money that names the invoice."""
        amount_ = eur(amount) if amount is not None else invoice.payable
        self.do(
            ot.RecordReceipt(
                receipt=id,
                account="bank",
                day=self.day,
                amount=amount_,
                payer_name="C",
                text=f"Invoice {invoice.id}",
            )
        )
        return self.do(ot.ApplyReceipt(id))

    def prepaying(self, id: str, **profile: Any) -> None:
        """A customer without credit: its orders wait until the money is there."""
        self.customer(id, bank_accounts=(f"ACCOUNT-{id}",), **profile)
        self.do(ot.RequirePrepayment(account=id, required=True))

    def pay_ahead(self, amount: str | int, customer: str, id: str = "A") -> Any:
        """Money on account: it comes from the customer's bank account and names nothing."""
        account, payer = f"ACCOUNT-{customer}", f"Customer {customer}"
        return self.do(
            ot.RecordReceipt(
                receipt=id, account="bank", day=self.day, amount=eur(amount), payer_name=payer, payer_account=account
            )
        )

    def later(self, days: int) -> None:
        """Time passes."""
        self.day += timedelta(days=days)

    def do(self, command: Any, **how: Any) -> Any:
        return self.otc.handle(command, **how)

    def refuses(self, code: str, command: Any, **how: Any) -> None:
        """The command is refused for this reason."""
        with pytest.raises(ot.Rejected) as caught:
            self.do(command, **how)
        assert caught.value.code == code, f"{caught.value.code} instead of {code}"

    def the(self, id: str = "O") -> Order:
        """An order as it is."""
        return self.otc.ask(Get(ot.ORDER, id))

    def status(self, id: str = "O") -> OrderStanding:
        """Where an order stands on every axis."""
        return self.otc.ask(AskOrderStatus(id))

    def ledger(self, line: str = "1", id: str = "O") -> Any:
        found: OrderLine | None = self.the(id).line(line)
        assert found is not None
        return found.ledger

    def shelf(self, product: str = "P") -> StockItem:
        return self.otc.ask(Get(ot.STOCK, item_id(product, SHELF)))

    def account(self, customer: str = "C") -> Any:
        return self.otc.ask(Get(ot.CREDIT, customer))


def _despatched(line: str, of: Any) -> ot.DespatchLine:
    quantity, outstanding = of if isinstance(of, tuple) else (of, None)
    return ot.DespatchLine(line, pieces(quantity), None if outstanding is None else pieces(outstanding))
