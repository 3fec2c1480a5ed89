"""A small host to take documents in with: two customers, a product, and documents written here."""

from datetime import date
from decimal import Decimal

from otcore import (
    Address,
    DespatchLine,
    Identifier,
    ListProduct,
    MemoryStore,
    OnboardCustomer,
    Party,
    PlaceOrder,
    PostDespatch,
    Product,
    Profile,
    Quantity,
    ReceiveStock,
    RequestedLine,
    Seller,
    TaxCategory,
    UnitPrice,
)
from otcore.app.sync import MAIN
from otcore.cli.documents import DespatchContent, Document, DocumentKind, OrderContent, Sender
from otcore.cli.host import Host

DAY = date(2026, 3, 1)
HOME = Address(city="Kiel", country="DE")
SELLER = Seller(
    party=Party("Seller", endpoint=Identifier("1", "0088"), tax_id="DE1", address=HOME), iban="DE89370400440532013000"
)


def buyer(number: str) -> Party:
    """A party that can be billed."""
    return Party(f"Buyer {number}", endpoint=Identifier(number, "0088"), address=HOME)


def selling_host() -> Host:
    """Customers A and B, product P with 100 on the shelf."""
    host = Host.over(MemoryStore(), SELLER, DAY, MAIN)
    for id in "AB":
        host.o2c.handle(OnboardCustomer(id, Profile(party=buyer(id), currency="EUR")))
    host.o2c.handle(ListProduct(Product("P", "Thing", "C62", UnitPrice("10.00", "EUR"), TaxCategory("S", "19"))))
    host.o2c.handle(ReceiveStock("P", "HERE", Quantity("100", "C62")))
    return host


def order(id: str, customer: str = "A", quantity: str = "10", reference: str = "") -> Document:
    """An order of a customer for some of P."""
    lines = (RequestedLine(id="1", product="P", quantity=Quantity(quantity, "C62")),)
    command = PlaceOrder(order=id, customer=customer, day=DAY, currency="EUR", lines=lines)
    return Document(DocumentKind.ORDER, id, DAY, f"{id}.json", "line 2", OrderContent(Sender(customer), command))


def despatch(id: str, of: str, quantity: str, outstanding: str | None = None, buyer: Sender | None = None) -> Document:
    """What left of an order's line 1."""
    rest = None if outstanding is None else Quantity(outstanding, "C62")
    lines = (DespatchLine("1", Quantity(Decimal(quantity), "C62"), rest),)
    command = PostDespatch(shipment=id, order=of, day=DAY, lines=lines)
    content = DespatchContent(buyer or Sender(), command)
    return Document(DocumentKind.DESPATCH, id, DAY, f"{id}.xml", "", content)
