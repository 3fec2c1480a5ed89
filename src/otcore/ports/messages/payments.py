"""What is told of payments through gateways, of direct debits and of refunds."""

from datetime import date

from attrs import frozen

from otcore.ports.messages.message import Message
from otcore.values.money import Money


@frozen
class PaymentAuthorisedMessage(Message):
    """A gateway promised an amount."""

    topic = "payment.authorised"

    payment: str
    customer: str
    amount: Money
    invoice: str = ""
    order: str = ""


@frozen
class PaymentCapturedMessage(Message):
    """A gateway took an amount of a payment; `captured`: all of it so far."""

    topic = "payment.captured"

    payment: str
    customer: str
    amount: Money
    captured: Money
    invoice: str = ""
    order: str = ""


@frozen
class PaymentFailedMessage(Message):
    """A payment was declined, or never arrived at the gateway."""

    topic = "payment.failed"

    payment: str
    customer: str
    amount: Money
    why: str


@frozen
class PaymentUnknownMessage(Message):
    """A gateway did not answer: what came of an operation has yet to be found out."""

    topic = "payment.unknown"

    payment: str
    customer: str
    operation: str


@frozen
class PaymentRefundedMessage(Message):
    """Money of a payment went back to the payer, by a refund or a chargeback."""

    topic = "payment.refunded"

    payment: str
    customer: str
    amount: Money
    way: str


@frozen
class PaymentVoidedMessage(Message):
    """A promise was given up before anything was taken."""

    topic = "payment.voided"

    payment: str
    customer: str
    amount: Money


@frozen
class MandateSuspendedMessage(Message):
    """Nothing more is collected under a mandate until somebody looked at it."""

    topic = "mandate.suspended"

    mandate: str
    customer: str
    why: str


@frozen
class MandateExpiredMessage(Message):
    """A mandate was not used for too long."""

    topic = "mandate.expired"

    mandate: str
    customer: str


@frozen
class CollectionPlannedMessage(Message):
    """The pre-notification: so much of an invoice will be collected on a day, under a mandate."""

    topic = "collection.planned"

    collection: str
    customer: str
    invoice: str
    mandate: str
    amount: Money
    day: date


@frozen
class CollectionCancelledMessage(Message):
    """What was announced will not be collected."""

    topic = "collection.cancelled"

    collection: str
    customer: str
    invoice: str
    why: str


@frozen
class CollectionReturnedMessage(Message):
    """Collected money went back, or a bank did not take the order; the invoice is owed."""

    topic = "collection.returned"

    collection: str
    customer: str
    invoice: str
    amount: Money
    why: str


@frozen
class RefundRequestedMessage(Message):
    """A refund waits for a second person."""

    topic = "refund.requested"

    refund: str
    customer: str
    amount: Money
    by: str


@frozen
class RefundPaidMessage(Message):
    """The bank paid a refund."""

    topic = "refund.paid"

    refund: str
    customer: str
    amount: Money


@frozen
class RefundFailedMessage(Message):
    """A refund was refused, or did not arrive: its money is there again."""

    topic = "refund.failed"

    refund: str
    customer: str
    amount: Money
    why: str
