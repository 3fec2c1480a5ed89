"""A stock item: one product at one location, what lies there and how much of it is promised."""

from decimal import Decimal

from attrs import frozen

from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.faults import Rejected
from otcore.values.quantity import Quantity

ZERO = Decimal(0)


@fast_init
@frozen
class StockItem:
    """Quantities in the product's unit. Law: 0 <= reserved <= on hand."""

    product: str
    location: str
    on_hand: Decimal
    reserved: Decimal

    @property
    def available(self) -> Decimal:
        """What can still be promised."""
        return self.on_hand - self.reserved


@frozen
class ReceiveStock(Command[StockItem]):
    """Put goods on a shelf. Refused: `QUANTITY_NOT_POSITIVE`, `UNIT_DIFFERS`, `NOT_STOCKED`."""

    product: str
    location: str
    quantity: Quantity
    document: str = ""


@frozen
class StockReceived:
    """Goods arrived."""

    product: str
    location: str
    quantity: Decimal
    document: str


@fast_init
@frozen
class StockReserved:
    """A quantity is promised to an order line."""

    order: str
    line: str
    quantity: Decimal


@frozen
class StockReleased:
    """A promise is taken back."""

    order: str
    line: str
    quantity: Decimal


@fast_init
@frozen
class StockIssued:
    """Goods left with a shipment; `reserved` of them had been promised to its order."""

    shipment: str
    quantity: Decimal
    reserved: Decimal


Event = StockReceived | StockReserved | StockReleased | StockIssued


def item_id(product: str, location: str) -> str:
    """The key of a stock item: product@location, whatever signs the two hold."""
    if "@" in product or "%" in product:
        product = product.replace("%", "%25").replace("@", "%40")
    return f"{product}@{location}"


def receive(command: ReceiveStock, unit: str) -> tuple[StockReceived, ...]:
    """The facts that follow from an arrival, or `Rejected`; `unit` is the product's."""
    if command.quantity.value <= 0:
        raise Rejected("QUANTITY_NOT_POSITIVE", product=command.product, quantity=str(command.quantity))
    if command.quantity.unit != unit:
        raise Rejected("UNIT_DIFFERS", product=command.product, stated=command.quantity.unit, unit=unit)
    return (StockReceived(command.product, command.location, command.quantity.value, command.document),)


def evolve(item: StockItem | None, event: Event) -> StockItem:
    """The stock item after one fact."""
    if isinstance(event, StockReceived):
        on_hand, reserved = (item.on_hand, item.reserved) if item else (ZERO, ZERO)
        return StockItem(event.product, event.location, on_hand + event.quantity, reserved)
    assert item is not None, "goods arrive before they are promised"
    if isinstance(event, StockReserved):
        return StockItem(item.product, item.location, item.on_hand, item.reserved + event.quantity)
    if isinstance(event, StockReleased):
        return StockItem(item.product, item.location, item.on_hand, item.reserved - event.quantity)
    return StockItem(item.product, item.location, item.on_hand - event.quantity, item.reserved - event.reserved)


def facets(item: StockItem) -> Facets:
    """Found by product, and by location as the party."""
    return Facets(party=item.location, reference=item.product)
