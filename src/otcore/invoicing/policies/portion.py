"""The portions that an invoice is made of: each a part of one order, of one shipment or of none."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from otcore.invoicing.billing import bill_of, billable, left_to_bill, may_be_billed
from otcore.invoicing.calculation import InvoiceInput, calculate
from otcore.invoicing.on_account import Deducted
from otcore.orders.events import LinesInvoiced
from otcore.orders.evolution import evolve
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment
from otcore.values.faults import Rejected
from otcore.values.money import Money


@frozen
class Portion:
    """A part of an order as an invoice of its own would bill it; `order` as it stood before.

    `shipment` None: it bills lines of the order, whether they left or not. `less`: the same less what was billed of
    the order before delivery; None: nothing was.
    """

    order: Order
    bill: InvoiceInput
    shipment: Shipment | None = None
    less: Deducted | None = None

    @property
    def charged(self) -> InvoiceInput:
        """What is billed after all."""
        return self.less.bill if self.less else self.bill

    @property
    def lines(self) -> tuple[tuple[str, Decimal], ...]:
        """What it bills of each order line."""
        return tuple([(line.id, line.quantity.value) for line in self.bill.lines])

    @property
    def worth(self) -> Money:
        """What it comes to, tax included."""
        return calculate(self.charged).payable

    @property
    def deducted(self) -> tuple[tuple[str, Money], ...]:
        """What it takes off again, by number."""
        return self.less.taken if self.less else ()


def of_shipments(orders: Mapping[str, Order], shipments: Sequence[Shipment]) -> tuple[Portion, ...]:
    """One portion a shipment, each beside what the ones before it bill of its order; none where all was billed before
    it left.

    Refused: as `billing.billable`.
    """
    return tuple(_one_by_one(dict(orders), shipments))


def _one_by_one(orders: dict[str, Order], shipments: Sequence[Shipment]) -> Iterator[Portion]:
    for shipment in sorted(shipments, key=lambda each: (each.day, each.id)):
        order = orders[shipment.order]
        if order.ahead_by and not left_to_bill(order, shipment):
            continue
        portion = Portion(order, billable(order, shipment), shipment)
        orders[order.id] = evolve(order, LinesInvoiced("", portion.lines))
        yield portion


def rest_of(order: Order) -> Portion:
    """All of an order that is not billed: what is wanted, shipped or not, and what left beyond that.

    Refused: `ORDER_HELD` (not for credit), `NOTHING_TO_BILL`.
    """
    may_be_billed(order)
    quantities = dict(_unbilled(order))
    if not quantities:
        raise Rejected("NOTHING_TO_BILL", order=order.id)
    return Portion(order, bill_of(order, quantities))


def _unbilled(order: Order) -> Iterator[tuple[str, Decimal]]:
    for line in order.lines:
        ledger = line.ledger
        there = max(ledger.wanted if line.agreed.sold else ZERO, ledger.shipped)
        left = there - ledger.invoiced - ledger.never_billed
        if left > 0:
            yield line.id, left
