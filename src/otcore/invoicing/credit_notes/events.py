"""What can happen to a credit note, in the past tense."""

from typing import get_args

from attrs import frozen

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoices.events import Sending
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class CreditNoteIssued:
    """The credit note has its number and is out. `return_id`: the return whose goods it credits."""

    number: str
    customer: str
    order: str
    invoice: str
    reason: str
    document: InvoiceDocument
    return_id: str = ""


@frozen
class CreditNoteSent:
    """It went to the buyer; it may go again."""

    sending: Sending


Event = CreditNoteIssued | CreditNoteSent

EVENTS: tuple[type, ...] = get_args(Event)
