"""Billing a shipment: its lines at the agreed prices, with their part of every allowance and charge of the order.

An amount that was agreed for the whole line or order is billed by cumulative shares: after any sequence of shipments
the parts add up to exactly that amount, and the last one takes the remainder. A percentage is taken of what is
billed.
"""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve as changed

from otcore.invoicing.calculation import InvoiceInput, LineInput
from otcore.orders.hold import HoldKind
from otcore.orders.line import ZERO, OrderLine, quantity, weighing
from otcore.orders.order import Order
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE
from otcore.orders.shipments.shipment import Shipment, ShipmentInvoiced
from otcore.values.adjustment import Adjustment
from otcore.values.allocation import share_until
from otcore.values.faults import Rejected
from otcore.values.money import Money


def billable(order: Order, shipment: Shipment) -> InvoiceInput:
    """What a shipment is billed as: what left with it and did not come back.

    Refused: `SHIPMENT_NOT_POSTED`, `ALREADY_INVOICED`, `ORDER_HELD`, `NOTHING_TO_BILL`. A credit hold stops no bill:
    what left is owed, and billed soon it is paid soon; any other hold may be about what is to be billed.
    """
    if not SHIPMENT_LIFE_CYCLE.allows(shipment.status, ShipmentInvoiced):
        raise Rejected("SHIPMENT_NOT_POSTED", shipment=shipment.id, status=shipment.status.value)
    if shipment.invoice:
        raise Rejected("ALREADY_INVOICED", shipment=shipment.id, invoice=shipment.invoice)
    stopping = [hold.code for hold in order.holds if hold.kind is not HoldKind.CREDIT]
    if stopping:
        raise Rejected("ORDER_HELD", order=order.id, holds=", ".join(stopping))
    shipped = {line.line: billed for line in shipment.lines if (billed := line.billable)}
    if not shipped:
        raise Rejected("NOTHING_TO_BILL", shipment=shipment.id)
    lines = tuple([_line(line, shipped[line.id]) for line in order.lines if line.id in shipped])
    return InvoiceInput(order.currency, lines, tuple(_document_parts(order, shipped)))


def _line(line: OrderLine, part: Decimal) -> LineInput:
    agreed, billed = line.agreed, line.ledger.invoiced
    adjustments = agreed.adjustments and tuple(_parts(agreed.adjustments, billed, billed + part, line.ledger.ordered))
    return LineInput(line.id, quantity(line, part), agreed.price, agreed.tax, adjustments)


def _document_parts(order: Order, shipped: dict[str, Decimal]) -> Iterator[Adjustment]:
    if not order.adjustments:
        return iter(())
    weigh = weighing(order.lines)
    whole = sum((weigh(line, line.ledger.ordered) for line in order.lines), ZERO)
    before = sum((weigh(line, line.ledger.invoiced) for line in order.lines), ZERO)
    after = sum((weigh(line, line.ledger.invoiced + shipped.get(line.id, ZERO)) for line in order.lines), ZERO)
    return _parts(order.adjustments, before, after, whole)


def _parts(
    adjustments: tuple[Adjustment, ...], before: Decimal, after: Decimal, whole: Decimal
) -> Iterator[Adjustment]:
    """Each adjustment's part between two marks of a whole; parts that come to nothing are left out.

    Its `base`, where it names one, is shared out too; without a base a percentage is of what is billed.
    """
    for adjustment in adjustments:
        part = changed(
            adjustment,
            amount=_between(adjustment.amount, before, after, whole),
            base=_between(adjustment.base, before, after, whole),
        )
        if part.amount or part.base or (part.percent is not None and adjustment.base is None):
            yield part


def _between(amount: Money | None, before: Decimal, after: Decimal, whole: Decimal) -> Money | None:
    if amount is None:
        return None
    until = share_until(amount.minor, after, whole) - share_until(amount.minor, before, whole)
    return Money.from_minor(until, amount.currency)
