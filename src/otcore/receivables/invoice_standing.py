"""Where an invoice stands: what is stored of it, and all that is derived from its open item and its credit notes."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoices.lifecycle import InvoiceStatus
from otcore.orders.extent import Extent, extent_of
from otcore.receivables.item import Receivable
from otcore.values.command import Query
from otcore.values.money import Money, total


class Standing(StrEnum):
    """An invoice in one word. The first that is true, from the end of its life to the beginning."""

    CREDITED = "credited"
    DISPUTED = "disputed"
    PAID = "paid"
    OVERDUE = "overdue"
    PART_PAID = "part paid"
    SENT = "sent"
    ISSUED = "issued"


@frozen(kw_only=True)
class InvoiceStanding:
    """An invoice on every axis. `status` is stored; everything else follows from items, credit notes and the day.

    `charged` = `set_off` + `paid` + `used` + `adjusted` + `open`: what its own credit notes closed, what receipts paid,
    what credit notes of other invoices closed, what was closed without money, and what is still owed. `credited`: what
    its credit notes come to, `extent` in a word; `owed_back`: what of that the customer has yet to get. `overdue`: of
    what is open.
    """

    invoice: str
    status: InvoiceStatus
    standing: Standing
    charged: Money
    set_off: Money
    paid: Money
    used: Money
    open: Money
    overdue: Money
    disputed: Money
    credited: Money
    extent: Extent
    owed_back: Money
    notes: tuple[str, ...]
    adjusted: Money
    corrects: str = ""
    corrected_by: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing of it is owed any more."""
        return not self.open


@frozen
class AskInvoiceStatus(Query[InvoiceStanding]):
    """Where an invoice stands; `day`: to say what is overdue then, None: what was found overdue."""

    invoice: str
    day: date | None = None


def invoice_standing(
    invoice: Invoice, item: Receivable, credits: tuple[Receivable, ...] = (), day: date | None = None
) -> InvoiceStanding:
    """The invoice on every axis; `credits`: the items of its credit notes that had something left over."""
    currency = item.amount.currency
    own = total((each.amount for each in item.credited if each.receipt in invoice.notes), currency)
    paid = total((each.amount for each in item.applied), currency)
    adjusted = total((each.amount for each in item.adjusted), currency)
    used = item.amount - own - paid - adjusted - item.open
    overdue, credited = _overdue(item, day), invoice.credited_amount
    extent = extent_of(Decimal(credited.minor), Decimal(item.amount.minor))
    return InvoiceStanding(
        invoice=invoice.id,
        status=invoice.status,
        standing=_word(invoice, item, bool(overdue), extent, bool(paid or used or adjusted)),
        charged=item.amount,
        set_off=own,
        paid=paid,
        used=used,
        open=item.open,
        overdue=overdue,
        disputed=item.disputed,
        credited=credited,
        extent=extent,
        owed_back=-total((each.open for each in credits), currency),
        notes=invoice.notes,
        adjusted=adjusted,
        corrects=invoice.corrects,
        corrected_by=invoice.corrected_by,
    )


def _overdue(item: Receivable, day: date | None) -> Money:
    if day is not None:
        return item.overdue_on(day)
    return item.open if item.overdue else Money.zero(item.open.currency)


def _word(invoice: Invoice, item: Receivable, overdue: bool, extent: Extent, paid: bool) -> Standing:
    if extent is Extent.ALL:
        return Standing.CREDITED
    if item.disputes:
        return Standing.DISPUTED
    if not item.open:
        return Standing.PAID
    if overdue:
        return Standing.OVERDUE
    if paid:
        return Standing.PART_PAID
    return Standing.SENT if invoice.status is InvoiceStatus.SENT else Standing.ISSUED
