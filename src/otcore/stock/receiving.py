"""Goods that come in: announced, and arrived."""

from otcore.stock.commands import ExpectStock, ReceiveStock
from otcore.stock.events import ZERO, StockExpected, StockReceived
from otcore.stock.incoming import Incoming, outstanding
from otcore.stock.item import StockItem
from otcore.values.faults import Rejected
from otcore.values.quantity import Quantity


def receive(command: ReceiveStock, unit: str, item: StockItem | None = None) -> tuple[StockReceived, ...]:
    """The facts that follow from an arrival, or `Rejected`; `unit` is the product's."""
    quantity = command.quantity.value
    if quantity <= 0:
        raise Rejected("QUANTITY_NOT_POSITIVE", product=command.product, quantity=str(command.quantity))
    in_unit(command.product, command.quantity, unit)
    expected = awaited = ZERO
    if item is not None:
        expected = min(quantity, outstanding(item.incoming, command.document))
        awaited = min(quantity, item.awaited - item.arrived)
    return (StockReceived(command.product, command.location, quantity, command.document, expected, awaited),)


def expect(command: ExpectStock, unit: str, item: StockItem | None = None) -> tuple[StockExpected, ...]:
    """The facts that follow from an announcement, or `Rejected`; none when it says what is known."""
    if command.quantity.value < 0:
        raise Rejected("QUANTITY_NEGATIVE", product=command.product, quantity=str(command.quantity))
    in_unit(command.product, command.quantity, unit)
    one = Incoming(command.document, command.quantity.value, command.expected)
    known = item.incoming if item else ()
    if one in known or (item and not one.quantity and not outstanding(known, one.document)):
        return ()
    return (StockExpected(command.product, command.location, one.document, one.quantity, one.expected),)


def in_unit(product: str, quantity: Quantity, unit: str) -> None:
    """`Rejected` UNIT_DIFFERS for a quantity that is not in the product's unit."""
    if quantity.unit != unit:
        raise Rejected("UNIT_DIFFERS", product=product, stated=quantity.unit, unit=unit)
