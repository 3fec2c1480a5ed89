"""Taking in customers and products: each record is a document, its commands are done in their order."""

from typing import Any

from otcore.catalog.product import ListProduct
from otcore.cli.documents import Document
from otcore.cli.host import Host
from otcore.cli.parties import stored
from otcore.customers.customer import OnboardCustomer
from otcore.ports.aggregates import CUSTOMER, PRODUCT
from otcore.stock.commands import ReceiveStock
from otcore.values.command import Command


def take_customer(host: Host, document: Document) -> bool:
    """Onboard it."""
    new = not stored(host.o2c, CUSTOMER, document.id)
    _do(host, document)
    return new


def take_product(host: Host, document: Document) -> bool:
    """List it and put its opening stock on the shelves."""
    new = not stored(host.o2c, PRODUCT, document.id)
    _do(host, document)
    return new


def _do(host: Host, document: Document) -> None:
    commands: tuple[Command[Any], ...] = document.content
    for command in commands:
        host.act(document, *_step(command))


def _step(command: Command[Any]) -> tuple[Any, ...]:
    match command:
        case OnboardCustomer(customer=customer):
            return "customer", command, customer
        case ListProduct(product=product):
            return "product", command, product.id
        case ReceiveStock(product=product, location=location):
            return "opening stock", command, product, location
    raise TypeError(f"{type(command).__name__} is no master data")
