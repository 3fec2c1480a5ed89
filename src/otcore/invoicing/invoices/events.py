"""What can happen to an invoice and to its draft, in the past tense."""

from datetime import date
from typing import get_args

from attrs import frozen

from otcore.invoicing.credited import Credited
from otcore.invoicing.document import InvoiceDocument
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


@fast_init
@frozen
class Billed:
    """Which line of which order an invoice line bills, and of which shipment; "": of none by itself. `advance`: the
    invoice before delivery that it takes off again, instead.
    """

    line: str
    order: str
    order_line: str
    shipment: str = ""
    advance: str = ""


@fast_init
@frozen
class InvoiceIssued:
    """The invoice has its number and is out. `corrects`: the invoice that it bills anew. `bills`: whose goods its lines
    bill, where that is not one shipment.
    """

    number: str
    customer: str
    order: str
    shipment: str
    document: InvoiceDocument
    corrects: str = ""
    bills: tuple[Billed, ...] = ()


@frozen
class Sending:
    """It went to the buyer: the day, the way ("peppol", "mail", "paper"), and the carrier's name for it."""

    day: date
    channel: str = ""
    reference: str = ""


@frozen
class InvoiceSent:
    """It went to the buyer; it may go again."""

    sending: Sending


@frozen
class InvoiceCredited:
    """A credit note takes `amount` off it; `credited`: all that was credited of it by now."""

    note: str
    day: date
    amount: Money
    credited: Credited


@frozen
class InvoiceCorrected:
    """Another invoice bills it anew."""

    by: str
    day: date


Event = InvoiceIssued | InvoiceSent | InvoiceCredited | InvoiceCorrected

EVENTS: tuple[type, ...] = get_args(Event)


@frozen
class InvoiceDrafted:
    """An invoice was prepared, in place of what the draft said before. `document` has no number yet."""

    draft: str
    customer: str
    order: str
    shipment: str
    day: date
    document: InvoiceDocument


@frozen
class DraftIssued:
    """The draft became the invoice of this number."""

    number: str
    day: date


@frozen
class DraftDiscarded:
    """It will not be issued; it never had a number."""

    day: date
    reason: str = ""


DraftEvent = InvoiceDrafted | DraftIssued | DraftDiscarded

DRAFT_EVENTS: tuple[type, ...] = get_args(DraftEvent)
