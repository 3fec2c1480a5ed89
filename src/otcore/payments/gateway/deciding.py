"""May this be asked of a gateway? The facts that follow from the commands; nothing is called here."""

from datetime import date

from otcore.payments.gateway import events as e
from otcore.payments.gateway.commands import AuthorisePayment, CapturePayment, RefundPayment, VoidPayment
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.operation import Doing, Operation
from otcore.payments.gateway.payment import GatewayPayment
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.reason import require_reason

AUTHORISING, CAPTURING, VOIDING = "authorise", "capture", "void"
"""The ids of the operations that a payment has by itself."""

_PROMISED = (PaymentStage.AUTHORISED, PaymentStage.PART_CAPTURED, PaymentStage.PART_REFUNDED, PaymentStage.REFUNDED)


def request(payment: GatewayPayment | None, command: AuthorisePayment, amount: Money) -> tuple[e.Event, ...]:
    """The facts of a new payment of this amount; of the same one again, nothing."""
    asked = e.PaymentRequested(
        payment=command.payment,
        gateway=command.gateway,
        customer=command.customer,
        token=command.token,
        amount=amount,
        day=command.day,
        invoice=command.invoice,
        order=command.order,
        capture=command.capture,
    )
    if payment is not None:
        raise Rejected("PAYMENT_EXISTS", payment=payment.id)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", payment=command.payment, amount=str(amount))
    return (asked, e.OperationAsked(Operation(AUTHORISING, Doing.AUTHORISE, amount, command.day)))


def same_wish(payment: GatewayPayment, command: AuthorisePayment) -> bool:
    """Whether a command asks for the payment that there is already."""
    wish = (command.gateway, command.customer, command.token, command.invoice, command.order, command.capture)
    there = (payment.gateway, payment.customer, payment.token, payment.invoice, payment.order, payment.capture)
    return wish == there and command.amount in (None, payment.amount)


def capture(payment: GatewayPayment, command: CapturePayment) -> tuple[e.Event, ...]:
    """The intent to capture; nothing where it is known already."""
    left = payment.authorised - payment.captured
    operation = Operation(command.operation, Doing.CAPTURE, command.amount or left, command.day)
    if _known(payment, operation, command.amount is None):
        return ()
    _require_settled(payment)
    if payment.status not in _PROMISED:
        raise Rejected("NOT_AUTHORISED", payment=payment.id, status=payment.status.value)
    _require_within(payment, operation.amount, left, "MORE_THAN_AUTHORISED")
    return (e.OperationAsked(operation),)


def refund(payment: GatewayPayment, command: RefundPayment) -> tuple[e.Event, ...]:
    """The intent to refund; nothing where it is known already."""
    require_reason(command.reason)
    left = payment.captured - payment.refunded
    operation = Operation(command.operation, Doing.REFUND, command.amount or left, command.day)
    if _known(payment, operation, command.amount is None):
        return ()
    _require_settled(payment)
    if not payment.captured:
        raise Rejected("NOTHING_CAPTURED", payment=payment.id, status=payment.status.value)
    _require_within(payment, operation.amount, left, "MORE_THAN_CAPTURED")
    return (e.OperationAsked(operation),)


def void(payment: GatewayPayment, command: VoidPayment) -> tuple[e.Event, ...]:
    """The intent to void; nothing where it is known already."""
    operation = Operation(VOIDING, Doing.VOID, payment.authorised, command.day)
    if _known(payment, operation, any_amount=True):
        return ()
    _require_settled(payment)
    if payment.status is not PaymentStage.AUTHORISED:
        raise Rejected("NOT_AUTHORISED", payment=payment.id, status=payment.status.value)
    return (e.OperationAsked(operation),)


def follows(before: GatewayPayment, payment: GatewayPayment, day: date) -> tuple[e.Event, ...]:
    """What is asked next of a payment that has just been promised.

    It is taken, where that was wanted from the beginning; but one that was given up before is not wanted any more, for
    another may have been made since: its promise is given back.
    """
    if payment.status is not PaymentStage.AUTHORISED or before.status is PaymentStage.AUTHORISED or payment.pending:
        return ()
    if before.status is PaymentStage.FAILED:
        return (e.OperationAsked(Operation(VOIDING, Doing.VOID, payment.authorised, day)),)
    if not payment.capture:
        return ()
    return (e.OperationAsked(Operation(CAPTURING, Doing.CAPTURE, payment.authorised, day)),)


def _known(payment: GatewayPayment, operation: Operation, any_amount: bool) -> bool:
    """Whether it was asked for before. Refused: `OPERATION_DIFFERS` where something else was, under the same id."""
    there = payment.operation(operation.id)
    if there is None:
        return False
    amount = there.amount if any_amount else operation.amount
    if (there.doing, there.amount) != (operation.doing, amount):
        raise Rejected("OPERATION_DIFFERS", payment=payment.id, operation=there.id, asked=str(there.amount))
    return True


def _require_settled(payment: GatewayPayment) -> None:
    if payment.pending:
        raise Rejected("OUTCOME_UNKNOWN", payment=payment.id, operation=payment.pending.id)


def _require_within(payment: GatewayPayment, amount: Money, left: Money, code: str) -> None:
    if amount.currency != left.currency:
        raise Rejected("CURRENCY_DIFFERS", payment=payment.id, asked=amount.currency, payment_in=left.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", payment=payment.id, amount=str(amount))
    if amount > left:
        raise Rejected(code, payment=payment.id, asked=str(amount), left=str(left))
