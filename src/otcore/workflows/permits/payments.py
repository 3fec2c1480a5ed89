"""What to ask about commands on payments: amounts are asked about before a gateway hears of them."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from otcore.access.asked import Asked
from otcore.payments.direct_debit.collection_commands import (
    CancelCollection,
    PlanCollection,
    PresentCollections,
    RejectCollection,
)
from otcore.payments.direct_debit.mandate_commands import (
    AmendMandate,
    CancelMandate,
    CreateMandate,
    ResumeMandate,
    SignMandate,
    SuspendMandate,
)
from otcore.payments.gateway.commands import (
    AuthorisePayment,
    CapturePayment,
    ReconcilePayment,
    RefundPayment,
    TakeNotification,
    VoidPayment,
)
from otcore.payments.gateway.payout import ReversePayout, SettlePayout
from otcore.payments.refunds.commands import (
    ApproveRefund,
    PresentRefunds,
    RefuseRefund,
    RejectRefund,
    RequestRefund,
)
from otcore.payments.status_report import TakeStatusReport
from otcore.ports.aggregates import GATEWAY_PAYMENT, RECEIVABLE, REFUND
from otcore.values.command import Command
from otcore.workflows.permits.questions import Check, named, worth
from otcore.workflows.requests import Flow, Load

worth_its_amount = worth(lambda state: state.amount)
"""As much as it comes to."""


def authorising(command: AuthorisePayment, asked: Asked) -> Flow[Asked]:
    """What is to be paid: as said, else what is open of the invoice."""
    if command.amount is not None or not command.invoice:
        return evolve(asked, amount=command.amount)
    item = (yield from Load(RECEIVABLE, command.invoice)).state
    return evolve(asked, amount=item.open if item else None)


def capturing(command: CapturePayment, asked: Asked) -> Flow[Asked]:
    """What is to be taken: as said, else all that is promised."""
    payment = (yield from Load(GATEWAY_PAYMENT, command.payment)).some
    return evolve(asked, amount=command.amount or payment.authorised - payment.captured)


def giving_back(command: RefundPayment, asked: Asked) -> Flow[Asked]:
    """What is to go back: as said, else all that was taken."""
    payment = (yield from Load(GATEWAY_PAYMENT, command.payment)).some
    return evolve(asked, amount=command.amount or payment.captured - payment.refunded)


def approving(command: ApproveRefund, asked: Asked) -> Flow[Asked]:
    """The refund; who asked for it may not approve it."""
    refund = (yield from Load(REFUND, command.refund)).some
    return evolve(asked, amount=refund.amount, makers=(refund.maker,))


CHECKS: Mapping[type[Command[Any]], Check] = {
    AuthorisePayment: Check(look=authorising, sensitive=False),
    CapturePayment: Check(look=capturing, sensitive=False),
    RefundPayment: Check(look=giving_back),
    VoidPayment: Check(),
    ReconcilePayment: Check(sensitive=False),
    SettlePayout: Check(named("receipt.settle_payout"), outcome=worth_its_amount),
    ReversePayout: Check(named("receipt.reverse_payout"), outcome=worth_its_amount),
    TakeNotification: Check(named("payment.take_notification"), sensitive=False),
    CreateMandate: Check(),
    SignMandate: Check(sensitive=False),
    AmendMandate: Check(),
    SuspendMandate: Check(),
    ResumeMandate: Check(),
    CancelMandate: Check(),
    PlanCollection: Check(sensitive=False),
    CancelCollection: Check(sensitive=False),
    RejectCollection: Check(sensitive=False),
    PresentCollections: Check(named("collection.present"), outcome=worth_its_amount),
    RequestRefund: Check(outcome=worth_its_amount),
    ApproveRefund: Check(look=approving),
    RefuseRefund: Check(),
    PresentRefunds: Check(named("refund.present"), outcome=worth_its_amount),
    RejectRefund: Check(),
    TakeStatusReport: Check(named("payment.take_status_report"), sensitive=False),
}
