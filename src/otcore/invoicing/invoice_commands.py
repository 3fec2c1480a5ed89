"""What a host asks of drafts and of issued invoices, in the imperative. `day` is the business day of the act."""

from datetime import date

from attrs import frozen

from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoices.draft import InvoiceDraft
from otcore.values.command import Command


@frozen(kw_only=True)
class DraftInvoice(Command[InvoiceDraft]):
    """Prepare the invoice of a shipment without issuing it; again under its id: what it says from now on.

    A draft reserves nothing: the shipment may be billed otherwise meanwhile. `note` stands on the document.
    Refused: `DRAFT_OVER` once it is issued or discarded, and as `IssueInvoice`, but for the number.
    """

    draft: str
    shipment: str
    day: date
    note: str = ""


@frozen(kw_only=True)
class IssueDraft(Command[Invoice]):
    """Issue the invoice that a draft prepared; its terms count from this day.

    Refused: `DRAFT_OVER`, `DRAFT_OUTDATED` when it would bill something else by now (draft it anew), and as
    `IssueInvoice`.
    """

    draft: str
    day: date


@frozen(kw_only=True)
class DiscardDraft(Command[InvoiceDraft]):
    """Give a draft up; no number is lost, for it had none. Refused: `DRAFT_OVER`."""

    draft: str
    day: date
    reason: str = ""


@frozen(kw_only=True)
class SendInvoice(Command[Invoice]):
    """Say that an invoice went to the buyer, and how: "peppol", "mail", "paper". `reference`: the carrier's.

    It may go again. Refused: `ISSUED_LATER`.
    """

    invoice: str
    day: date
    channel: str = ""
    reference: str = ""
