"""What a host asks of payments through a gateway."""

from datetime import date

from attrs import field, frozen

from otcore.payments.gateway.answers import token
from otcore.payments.gateway.payment import GatewayPayment
from otcore.values.command import Command
from otcore.values.money import Money


@frozen(kw_only=True)
class AuthorisePayment(Command[GatewayPayment]):
    """Ask a gateway of the house to promise an amount, and with `capture` to take it at once.

    It pays the `invoice`, or the `order` (its invoices, and the rest in advance), or is money on account. `amount`
    None: what is open of the invoice. `payment` is the host's id of this wish to pay: the same command again asks
    nothing twice, and finds out what came of it. The answer may be `failed`, or `unknown` where the gateway did not
    answer; `tick` and `ReconcilePayment` find that out.
    Refused: `PAYMENT_EXISTS`, `GATEWAY_UNKNOWN`, `TARGET_UNCLEAR`, `CUSTOMER_DIFFERS`, `AMOUNT_MISSING`,
    `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`, `MORE_THAN_OPEN`, `PAYMENT_PENDING` while another payment of the invoice
    or order is not settled, `COLLECTION_OPEN` while a direct debit of the invoice is under way. Raises `Invalid`
    CARD_NUMBER.
    """

    payment: str
    gateway: str
    customer: str
    token: str = field(converter=token)
    day: date
    amount: Money | None = None
    invoice: str = ""
    order: str = ""
    capture: bool = False


@frozen(kw_only=True)
class CapturePayment(Command[GatewayPayment]):
    """Take what was promised, or a part of it; `amount` None: all that is left.

    `operation` is the host's id of this capture: the same one again captures nothing more.
    Refused: `NOT_AUTHORISED`, `OUTCOME_UNKNOWN`, `OPERATION_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`,
    `MORE_THAN_AUTHORISED`.
    """

    payment: str
    day: date
    amount: Money | None = None
    operation: str = "capture"


@frozen(kw_only=True)
class RefundPayment(Command[GatewayPayment]):
    """Give back what was taken, or a part of it, the way it came; `amount` None: all that is left.

    Money on account goes first, then what it paid is owed again. `operation` is the host's id of this refund.
    Refused: `NOTHING_CAPTURED`, `OUTCOME_UNKNOWN`, `OPERATION_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`,
    `MORE_THAN_CAPTURED`, `MORE_THAN_RECEIVED` for what the bank paid back before. Raises `Invalid` REASON_MISSING.
    """

    payment: str
    operation: str
    day: date
    reason: str
    amount: Money | None = None


@frozen(kw_only=True)
class VoidPayment(Command[GatewayPayment]):
    """Give a promise up of which nothing was taken. Refused: `NOT_AUTHORISED`, `OUTCOME_UNKNOWN`."""

    payment: str
    day: date


@frozen(kw_only=True)
class ReconcilePayment(Command[GatewayPayment]):
    """Ask the gateway what it did for a payment, and book what is not in the books yet.

    What it knows nothing of two days after it was asked for has not been done; what turns out to be promised after
    that is given back. Raises `GatewayError`.
    Refused, where the gateway says what cannot be: `CURRENCY_DIFFERS`, `MORE_THAN_CAPTURED`, `MORE_THAN_RECEIVED`.
    """

    payment: str
    day: date


@frozen(kw_only=True)
class TakeNotification(Command[GatewayPayment]):
    """Take a web hook in: its signature is checked, and the gateway is asked what it says of.

    Whatever comes twice, late or in another order leads to the same books. Raises `Invalid` WEBHOOK_SIGNATURE,
    WEBHOOK_FORMAT; `NotFound` for a payment that is not ours; `GatewayError`, and then the gateway should try again.
    Refused: `GATEWAY_UNKNOWN`.
    """

    gateway: str
    text: str
    signature: str
    day: date
