"""An order line: what was agreed, which never moves, and its ledger, which does."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.stock.reserving import Allocation
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import fast_init
from otcore.values.party import Identifier
from otcore.values.percentage import Percentage
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
    `drop_shipped`: a supplier sends it. `price_list`: where the price was found, empty for one that the buyer stated.
    `over_delivery`, `under_delivery`: the product's own tolerances; None: the customer's count. `promised`: the day
    that the seller stated; None: it stated none, and the goods say when all of them can be there.
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
    drop_shipped: bool = False
    price_list: str = ""
    over_delivery: Percentage | None = None
    under_delivery: Percentage | None = None
    promised: date | None = None


@fast_init
@frozen
class Ledger:
    """Quantities of one line, in the line's unit; all of them only grow, but for what a reversal takes back.

    Laws: shipped <= ordered - cancelled, and what over-delivery allows of that difference; allocated + awaited <= open;
    delivered <= shipped; returned + scrapped <= return_requested <= shipped; credited <= invoiced;
    invoiced + never_billed <= shipped.
    `allocations`: promised on a shelf and not yet shipped. `awaited`: promised of goods that are yet to arrive there.
    `return_requested`: agreed to come back, whether it came or not; `returned` came back good, `scrapped` spoilt;
    `never_billed`: of both, what came back before it was billed.
    """

    ordered: Decimal
    cancelled: Decimal = ZERO
    shipped: Decimal = ZERO
    invoiced: Decimal = ZERO
    allocations: tuple[Allocation, ...] = ()
    awaited: tuple[Allocation, ...] = ()
    delivered: Decimal = ZERO
    return_requested: Decimal = ZERO
    returned: Decimal = ZERO
    scrapped: Decimal = ZERO
    credited: Decimal = ZERO
    never_billed: Decimal = ZERO

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
        promised = ZERO
        for each in self.allocations:  # most lines have one, or none: a loop is quicker than a sum
            promised += each.quantity
        return promised

    @property
    def backordered(self) -> Decimal:
        """What is open and on no shelf for this line."""
        return self.open - self.allocated if self.allocations else self.open

    @property
    def came_back(self) -> Decimal:
        """What was returned, good or spoilt."""
        return self.returned + self.scrapped

    @property
    def returnable(self) -> Decimal:
        """What left, did not come back and is not on its way back."""
        return self.shipped - self.return_requested

    @property
    def billable(self) -> Decimal:
        """What was shipped, is not yet billed and did not come back before it could be."""
        return self.shipped - self.invoiced - self.never_billed


@fast_init
@frozen
class OrderLine:
    """One line of an order; `promised`: the day by which all of it is promised, None while that is not known.

    It is that of the goods, but no later than the one that the seller stated last.
    """

    id: str
    agreed: Agreed
    ledger: Ledger
    promised: date | None = None


def from_shelf(line: OrderLine) -> bool:
    """Whether goods of the line leave shelves of ours: no services, and nothing that a supplier sends.

    What the catalogue does not know does not leave either way, for no shelf has it.
    """
    return line.agreed.stocked and not line.agreed.drop_shipped


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
