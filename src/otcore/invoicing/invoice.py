"""The invoice: issued once with its number, its document never changed afterwards."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from otcore.invoicing.credited import Credited
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoices import events as e
from otcore.invoicing.invoices.events import Billed, InvoiceIssued, Sending
from otcore.invoicing.invoices.lifecycle import INVOICE_LIFE_CYCLE, InvoiceStatus
from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.fast_init import changed, fast_init
from otcore.values.faults import Rejected
from otcore.values.money import Money

__all__ = ["Invoice", "InvoiceIssued", "IssueInvoice", "evolve", "facets", "send"]

_NOTHING = Credited()


@fast_init
@frozen
class Invoice:
    """An issued invoice. Whether it is paid is receivables' to say, whether it is disputed is support's.

    `id` is its number, of a self-billed one the customer and the number that it gave. `notes`: its credit notes, that
    come to `taken_off`; `credited`: what they credited of it, with what was kept of that as a fee. `corrects`: the
    invoice that it bills anew; `corrected_by`: the one that bills it anew. `sent`: each time that it went to the buyer.
    `order` and `shipment` are empty where it bills several: `bills` says of each line which (`sources`, of any).
    """

    id: str
    customer: str
    order: str
    shipment: str
    document: InvoiceDocument
    status: InvoiceStatus = InvoiceStatus.ISSUED
    sent: tuple[Sending, ...] = ()
    credited: Credited = _NOTHING
    notes: tuple[str, ...] = ()
    taken_off: Money | None = None
    corrects: str = ""
    corrected_by: str = ""
    bills: tuple[Billed, ...] = ()

    @property
    def sources(self) -> tuple[Billed, ...]:
        """Whose goods its lines bill; a line that is no order's bills none."""
        if self.bills:
            return tuple([each for each in self.bills if each.order_line])
        lines = [(line, line.order or self.order) for line in self.document.lines if line.order_line]
        return tuple([Billed(line.id, order, line.order_line, self.shipment) for line, order in lines if order])

    @property
    def payable(self) -> Money:
        """What the customer owes for it (EN 16931 BT-115)."""
        return self.document.totals.payable

    @property
    def credited_amount(self) -> Money:
        """What credit notes took off it."""
        return self.taken_off or Money.zero(self.document.currency)


@frozen(kw_only=True)
class IssueInvoice(Command[Invoice]):
    """Bill what a shipment delivered and the buyer did not send back.

    `note` stands on the document. `self_billed`: the number that the buyer gave it, where the buyer draws up the
    invoices by agreement (UNCL 1001: 389); it takes no number of the house then.
    Refused: `SHIPMENT_NOT_POSTED`, `ALREADY_INVOICED`, `ORDER_HELD` (not for credit), `NOTHING_TO_BILL`,
    `SHIPPED_LATER`, `PAYABLE_NEGATIVE`, `NUMBER_TAKEN`, `DATE_BEFORE_LAST` where the house numbers by date;
    `BILLED_OTHERWISE` for a customer who is not billed by delivery, `BILLED_BY_MILESTONE`, `BUYER_NUMBERS`.
    Raises `Invalid` with everything that the house's invoices must have and this one lacks; no number is spent then.
    """

    shipment: str
    day: date
    note: str = ""
    self_billed: str = ""


def send(invoice: Invoice, sending: Sending) -> tuple[e.InvoiceSent, ...]:
    """The fact that it went to the buyer. Refused: `ISSUED_LATER`."""
    if sending.day < invoice.document.issued:
        raise Rejected("ISSUED_LATER", invoice=invoice.id, issued=str(invoice.document.issued), sent=str(sending.day))
    return (e.InvoiceSent(sending),)


def evolve(invoice: Invoice | None, event: e.Event) -> Invoice:
    """The invoice after one fact."""
    status = INVOICE_LIFE_CYCLE.after(invoice.status if invoice else None, event)
    return _AFTER[type(event)](invoice, event, status)


def _issued(invoice: None, event: InvoiceIssued, status: InvoiceStatus) -> Invoice:
    whose = (event.number, event.customer, event.order, event.shipment)
    return Invoice(*whose, event.document, status, corrects=event.corrects, bills=event.bills)


def _sent(invoice: Invoice, event: e.InvoiceSent, status: InvoiceStatus) -> Invoice:
    return changed(invoice, status=status, sent=(*invoice.sent, event.sending))


def _credited(invoice: Invoice, event: e.InvoiceCredited, status: InvoiceStatus) -> Invoice:
    notes, taken_off = (*invoice.notes, event.note), invoice.credited_amount + event.amount
    return changed(invoice, status=status, credited=event.credited, notes=notes, taken_off=taken_off)


def _corrected(invoice: Invoice, event: e.InvoiceCorrected, status: InvoiceStatus) -> Invoice:
    return changed(invoice, status=status, corrected_by=event.by)


_AFTER: Mapping[type, Callable[[Any, Any, InvoiceStatus], Invoice]] = {
    InvoiceIssued: _issued,
    e.InvoiceSent: _sent,
    e.InvoiceCredited: _credited,
    e.InvoiceCorrected: _corrected,
}


def facets(invoice: Invoice) -> Facets:
    """Found by customer, order, `issued` / `sent` and day of issue."""
    return Facets(invoice.customer, invoice.order, invoice.status.value, invoice.document.issued)
