"""Where an order stands on every axis at once: what is stored of it, and all that is derived."""

from datetime import date

from attrs import frozen

from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.orders import fulfilment as axes
from otcore.orders.extent import Extent
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.orders.progress import Fulfilment, Invoicing, fulfilment, invoicing
from otcore.orders.shipments.procuring import Procurement, to_procure
from otcore.orders.windows import late
from otcore.ports.aggregates import CREDIT_NOTE, INVOICE, ORDER, RECEIVABLE, RETURN, SHIPMENT
from otcore.ports.storage import Where
from otcore.receivables.payment_status import PaymentFigures, PaymentStatus, of_items, payment_status
from otcore.values.command import Query
from otcore.values.money import total
from otcore.workflows.order_promises import with_promises
from otcore.workflows.requests import Find, Flow, Load, LoadMany

_OVER = (Status.CANCELLED, Status.REJECTED)


@frozen
class OrderStanding:
    """An order on every axis. `status` and `held` are stored; everything else is read off ledgers, items and returns.

    `late`: lines with something open after the day for which it was promised or wanted; empty where no day was asked.
    `to_procure`: of drop-shipped lines, what no supplier has sent.
    """

    order: str
    status: Status
    held: bool
    fulfilment: Fulfilment
    invoicing: Invoicing
    payment: PaymentStatus
    figures: PaymentFigures
    shipped: Extent
    delivered: Extent
    returned: Extent
    backordered: Extent
    cancelled: Extent
    credited: Extent
    late: tuple[str, ...]
    to_procure: tuple[Procurement, ...]

    @property
    def complete(self) -> bool:
        """Whether all that was sold has left and all that is owed is paid."""
        return self.shipped is Extent.ALL and self.invoicing is Invoicing.INVOICED and self.payment.settled


@frozen
class AskOrderStatus(Query[OrderStanding]):
    """Where an order stands; `day`: to say what is late then."""

    order: str
    day: date | None = None


def ask_order_status(query: AskOrderStatus) -> Flow[OrderStanding]:
    """The order on every axis; `NotFound` for one that is not stored."""
    order = (yield from Load(ORDER, query.order)).some
    return standing(order, (yield from _figures(order)), query.day)


def _figures(order: Order) -> Flow[PaymentFigures]:
    """What is charged, credited and paid, by the bills of the order and their credit notes."""
    mine = Where(references=(order.id,))
    shipments = yield from Find(SHIPMENT, mine)
    notes = yield from _notes(order, {kept.some.invoice for kept in shipments})
    numbers = {note.invoice for note in notes} | {each.invoice for each in order.advances} | {order.ahead_by}
    numbers = (numbers | {kept.some.invoice for kept in shipments}) - {""}
    found = yield from Find(RETURN, mine)
    to_credit = (kept.some.credit_left for kept in found)
    granted = total((*to_credit, *(note.payable for note in notes)), order.currency)
    items = (yield from LoadMany(RECEIVABLE, sorted(numbers))) if numbers else ()
    ids = tuple(note.id for note in notes)
    credits = (yield from LoadMany(RECEIVABLE, ids)) if ids else ()
    figures = of_items(
        (kept.some for kept in items),
        order.currency,
        granted,
        order.status in _OVER,
        (kept.state for kept in credits if kept.state),
        ids,
    )
    return (yield from with_promises(figures, order, numbers))


def _notes(order: Order, numbers: set[str]) -> Flow[tuple[CreditNote, ...]]:
    """The credit notes of the order alone, and those of invoices that bill it among others."""
    notes = {kept.id: kept.some for kept in (yield from Find(CREDIT_NOTE, Where(references=(order.id,))))}
    wanted = sorted(numbers - {""})
    invoices = (yield from LoadMany(INVOICE, wanted)) if wanted else ()
    others = [note for kept in invoices for note in kept.some.notes if note not in notes]
    found = (yield from LoadMany(CREDIT_NOTE, others)) if others else ()
    return (*notes.values(), *(kept.some for kept in found))


def standing(order: Order, figures: PaymentFigures, day: date | None = None) -> OrderStanding:
    """The order on every axis, from its ledgers and the figures of its payment."""
    return OrderStanding(
        order=order.id,
        status=order.status,
        held=order.held,
        fulfilment=fulfilment(order),
        invoicing=invoicing(order),
        payment=payment_status(figures),
        figures=figures,
        shipped=axes.shipped(order),
        delivered=axes.delivered(order),
        returned=axes.returned(order),
        backordered=axes.backordered(order),
        cancelled=axes.cancelled(order),
        credited=axes.credited(order),
        late=late(order, day) if day else (),
        to_procure=to_procure(order),
    )
