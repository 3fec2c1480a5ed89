"""An order line: what was agreed, which never moves, and its ledger, which does."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import chain

from attrs import frozen

from otcore.stock.reserving import Allocation
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import fast_init
from otcore.values.party import Identifier
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory

ZERO = Decimal(0)


@frozen(kw_only=True)
class RequestedLine:
    """What a buyer asks for on one line.

    `product` is the seller's own number; without it `standard_item` (GTIN) finds the product. Without `price` the price
    list's counts, without `tax` the product's.
    """

    id: str
    quantity: Quantity
    product: str = ""
    price: UnitPrice | None = None
    name: str = ""
    description: str = ""
    buyer_item: str = ""
    standard_item: Identifier | None = None
    tax: TaxCategory | None = None
    adjustments: tuple[Adjustment, ...] = ()
    requested: Period | None = None
    note: str = ""
    accounting_cost: str = ""


@fast_init
@frozen
class Agreed:
    """What a line was placed at; a later change of the catalogue does not move it.

    `unlisted`: the catalogue did not know it, or not in this unit, or at no price in this currency; while that is so,
    nothing of it is promised or shipped. `sold` False: the catalogue no longer sells it; nothing will be delivered.
    """

    product: str
    name: str
    unit: str
    price: UnitPrice
    tax: TaxCategory
    adjustments: tuple[Adjustment, ...] = ()
    description: str = ""
    buyer_item: str = ""
    standard_item: Identifier | None = None
    requested: Period | None = None
    note: str = ""
    accounting_cost: str = ""
    stocked: bool = True
    sold: bool = True
    unlisted: bool = False


@fast_init
@frozen
class Ledger:
    """Quantities of one line, in the line's unit.

    Laws: shipped <= ordered - cancelled, and what over-delivery allows of that difference; allocated <= open.
    `allocations`: promised at a location and not yet shipped.
    """

    ordered: Decimal
    cancelled: Decimal = ZERO
    shipped: Decimal = ZERO
    invoiced: Decimal = ZERO
    allocations: tuple[Allocation, ...] = ()

    @property
    def wanted(self) -> Decimal:
        """What was ordered and not given up."""
        return self.ordered - self.cancelled

    @property
    def open(self) -> Decimal:
        """What is still to be shipped; never negative."""
        left = self.ordered - self.cancelled - self.shipped
        return left if left >= ZERO else ZERO

    @property
    def allocated(self) -> Decimal:
        """What is promised on the shelves."""
        return sum([each.quantity for each in self.allocations], ZERO)

    @property
    def backordered(self) -> Decimal:
        """What is open and promised nowhere."""
        return self.open - self.allocated


@fast_init
@frozen
class OrderLine:
    """One line of an order."""

    id: str
    agreed: Agreed
    ledger: Ledger


def worth(line: OrderLine, quantity: Decimal) -> Decimal:
    """What a quantity of the line weighs in the order's value: price x quantity, unrounded, before allowances and
    taxes.
    """
    return line.agreed.price.extend(min(quantity, line.ledger.ordered)) if line.agreed.sold else ZERO


def weighing(lines: Sequence[OrderLine]) -> Callable[[OrderLine, Decimal], Decimal]:
    """How the quantities of an order are weighed when an amount of the whole order is shared out among them.

    By what they are worth; where all is free of charge, by the quantities themselves.
    """
    return worth if any(worth(line, line.ledger.ordered) for line in lines) else _counted


def _counted(line: OrderLine, quantity: Decimal) -> Decimal:
    return min(quantity, line.ledger.ordered) if line.agreed.sold else ZERO


def quantity(line: OrderLine, value: Decimal) -> Quantity:
    """A ledger figure with the line's unit."""
    return Quantity.trusted(value, line.agreed.unit)


def allocate(ledger: Ledger, allocations: tuple[Allocation, ...]) -> Ledger:
    """The ledger with these promises in place of the old ones."""
    return Ledger(ledger.ordered, ledger.cancelled, ledger.shipped, ledger.invoiced, allocations)


def cancel(ledger: Ledger, quantity: Decimal) -> Ledger:
    """The ledger after a quantity will not be delivered; promises beyond what is open then are gone."""
    cancelled = ledger.cancelled + quantity
    after = Ledger(ledger.ordered, cancelled, ledger.shipped, ledger.invoiced, ledger.allocations)
    return allocate(after, ()) if after.open == 0 else after


def ship(ledger: Ledger, quantity: Decimal, *ended: tuple[tuple[str, Decimal], ...]) -> Ledger:
    """The ledger after a shipment; these promises, by location, were used up or given back."""
    left = {each.location: each.quantity for each in ledger.allocations}
    for location, part in chain(*ended):
        left[location] -= part
    promised = tuple(Allocation(location, part) for location, part in left.items() if part)
    return Ledger(ledger.ordered, ledger.cancelled, ledger.shipped + quantity, ledger.invoiced, promised)


def invoice(ledger: Ledger, quantity: Decimal) -> Ledger:
    """The ledger after a quantity was billed."""
    return Ledger(ledger.ordered, ledger.cancelled, ledger.shipped, ledger.invoiced + quantity, ledger.allocations)
