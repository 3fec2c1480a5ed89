"""What is told of invoices, receipts and credit."""

from datetime import date

from attrs import frozen

from otcore.ports.messages.message import Message
from otcore.values.money import Money


@frozen
class InvoiceIssuedMessage(Message):
    """An invoice is out."""

    topic = "invoice.issued"

    invoice: str
    customer: str
    order: str
    payable: Money


@frozen
class InvoiceSentMessage(Message):
    """An invoice went to its buyer."""

    topic = "invoice.sent"

    invoice: str
    customer: str
    day: date
    channel: str = ""


@frozen
class InvoiceCreditedMessage(Message):
    """A credit note took something off an invoice."""

    topic = "invoice.credited"

    invoice: str
    customer: str
    note: str
    amount: Money


@frozen
class InvoiceCorrectedMessage(Message):
    """Another invoice bills it anew."""

    topic = "invoice.corrected"

    invoice: str
    customer: str
    by: str


@frozen
class InvoiceDisputedMessage(Message):
    """The buyer says that it does not owe an invoice, or a part of it."""

    topic = "invoice.disputed"

    invoice: str
    customer: str
    dispute: str
    amount: Money
    why: str


@frozen
class DisputeSettledMessage(Message):
    """The dispute about an invoice is over."""

    topic = "invoice.dispute_settled"

    invoice: str
    customer: str
    dispute: str
    outcome: str


@frozen
class CreditNoteIssuedMessage(Message):
    """A credit note is out."""

    topic = "credit_note.issued"

    note: str
    customer: str
    invoice: str
    amount: Money
    why: str = ""


@frozen
class CreditNoteSentMessage(Message):
    """A credit note went to its buyer."""

    topic = "credit_note.sent"

    note: str
    customer: str
    day: date
    channel: str = ""


@frozen
class InvoiceOverdueMessage(Message):
    """The due day of an invoice passed with something open."""

    topic = "invoice.overdue"

    invoice: str
    customer: str
    open: Money
    due: date


@frozen
class ReceiptAppliedMessage(Message):
    """Money that came in found its invoices, all of it."""

    topic = "receipt.applied"

    receipt: str
    customer: str
    amount: Money
    why: str = ""


@frozen
class InvoiceReopenedMessage(Message):
    """Something of an invoice is owed again: the money was taken off it, or bounced; `source`: the receipt."""

    topic = "invoice.reopened"

    invoice: str
    customer: str
    amount: Money
    open: Money
    source: str
    why: str = ""


@frozen
class InvoiceWrittenOffMessage(Message):
    """A part of an invoice is given up; `code`: under which reason."""

    topic = "invoice.written_off"

    invoice: str
    customer: str
    amount: Money
    code: str
    why: str = ""


@frozen
class WriteOffReversedMessage(Message):
    """What was given up of an invoice is owed again."""

    topic = "invoice.write_off_reversed"

    invoice: str
    customer: str
    amount: Money
    open: Money
    why: str


@frozen
class ReceiptOnAccountMessage(Message):
    """Money of a known customer is left over, and why; `standing` "unapplied": nobody left it there on purpose."""

    topic = "receipt.on_account"

    receipt: str
    customer: str
    amount: Money
    unapplied: Money
    why: str = ""
    standing: str = ""


@frozen
class PayerDiffersMessage(Message):
    """Money of one customer names, or pays, what others owe: somebody should look at it."""

    topic = "receipt.payer_differs"

    receipt: str
    customer: str
    items: str
    why: str = ""


@frozen
class PayerIdentifiedMessage(Message):
    """It is known now whose money came in."""

    topic = "receipt.payer_identified"

    receipt: str
    customer: str


@frozen
class ReceiptReversedMessage(Message):
    """Money was taken off the items that it had paid; they are separated by blanks."""

    topic = "receipt.reversed"

    receipt: str
    customer: str
    items: str
    amount: Money
    why: str


@frozen
class ReceiptReturnedMessage(Message):
    """A payment bounced; `reference`: by what it went back."""

    topic = "receipt.returned"

    receipt: str
    customer: str
    amount: Money
    why: str
    reference: str = ""


@frozen
class ReceiptUnidentifiedMessage(Message):
    """Money came in, and nobody knows from whom."""

    topic = "receipt.unidentified"

    receipt: str
    amount: Money
    unapplied: Money
    why: str = ""


@frozen
class CreditLimitChangedMessage(Message):
    """The limit of a credit account is another; None: there is none any more."""

    topic = "credit.limit_changed"

    account: str
    limit: Money | None = None
    valid_until: date | None = None
    why: str = ""


@frozen
class CreditLimitProposedMessage(Message):
    """A rise of what an account may carry waits for a second person."""

    topic = "credit.limit_proposed"

    account: str
    change: int
    by: str


@frozen
class CreditLimitApprovedMessage(Message):
    """Somebody else approved it."""

    topic = "credit.limit_approved"

    account: str
    change: int
    by: str


@frozen
class CreditLimitRejectedMessage(Message):
    """It was turned down, or withdrawn."""

    topic = "credit.limit_rejected"

    account: str
    change: int
    why: str


@frozen
class CreditBlockedMessage(Message):
    """Nothing more on credit."""

    topic = "credit.blocked"

    account: str
    why: str


@frozen
class CreditUnblockedMessage(Message):
    """Credit is given again."""

    topic = "credit.unblocked"

    account: str
    why: str


@frozen
class BankReversalUnlinkedMessage(Message):
    """The bank took money back, or gave it back, and nobody knows which payment that was."""

    topic = "bank_reversal.unlinked"

    reversal: str
    amount: Money
    day: date
    why: str
