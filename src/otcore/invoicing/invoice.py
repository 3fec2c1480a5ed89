"""The invoice: issued once with its number, never changed afterwards."""

from datetime import date

from attrs import frozen

from otcore.invoicing.document import InvoiceDocument
from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


@fast_init
@frozen
class Invoice:
    """An issued invoice. Whether it is paid is receivables' to say, whether it is disputed is support's."""

    id: str
    customer: str
    order: str
    shipment: str
    document: InvoiceDocument

    @property
    def payable(self) -> Money:
        """What the customer owes for it (EN 16931 BT-115)."""
        return self.document.totals.payable


@frozen(kw_only=True)
class IssueInvoice(Command[Invoice]):
    """Bill what a shipment delivered and the buyer did not send back.

    Refused: `SHIPMENT_NOT_POSTED`, `ALREADY_INVOICED`, `ORDER_HELD` (not for credit), `NOTHING_TO_BILL`,
    `SHIPPED_LATER`, `PAYABLE_NEGATIVE`, `NUMBER_TAKEN`.
    Raises `Invalid` with everything that the house's invoices must have and this one lacks; no number is spent then.
    """

    shipment: str
    day: date


@fast_init
@frozen
class InvoiceIssued:
    """The invoice has its number and is out."""

    number: str
    customer: str
    order: str
    shipment: str
    document: InvoiceDocument


def evolve(invoice: Invoice | None, event: InvoiceIssued) -> Invoice:
    """The invoice after one fact."""
    return Invoice(event.number, event.customer, event.order, event.shipment, event.document)


def facets(invoice: Invoice) -> Facets:
    """Found by customer, order and day of issue."""
    return Facets(invoice.customer, invoice.order, "issued", invoice.document.issued)
