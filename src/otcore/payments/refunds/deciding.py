"""What becomes of a refund by commands and by what the bank says."""

from attrs import frozen

from otcore.payments.payment_batch import Transfer
from otcore.payments.refunds import events as e
from otcore.payments.refunds.commands import ApproveRefund, RequestRefund
from otcore.payments.refunds.events import Source
from otcore.payments.refunds.lifecycle import REFUND_LIFE_CYCLE
from otcore.payments.refunds.refund import Refund, end_to_end_of
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.values.reason import require_reason


@frozen(kw_only=True)
class Given:
    """What the flow found out: where the money comes from and goes to, who asks, and what needs no second person."""

    sources: tuple[Source, ...]
    account: str
    holder: str
    maker: str
    limit: Money | None


def request(command: RequestRefund, given: Given) -> tuple[e.Event, ...]:
    """The facts of a new refund; one that is small enough is approved with it. Refused: `NOT_IN_EURO`."""
    require_reason(command.reason)
    amount = total((each.amount for each in given.sources), given.sources[0].amount.currency)
    if amount.currency != "EUR":
        raise Rejected("NOT_IN_EURO", refund=command.refund, currency=amount.currency)
    asked = e.RefundRequested(
        refund=command.refund,
        customer=command.customer,
        amount=amount,
        sources=given.sources,
        account=given.account,
        holder=given.holder,
        end_to_end=end_to_end_of(command.refund),
        maker=given.maker,
        reason=command.reason,
        day=command.day,
    )
    limit = given.limit
    small = limit is not None and limit.currency == amount.currency and amount <= limit
    return (asked, e.RefundApproved("", command.day)) if small else (asked,)


def approve(refund: Refund, command: ApproveRefund, checker: str) -> tuple[e.RefundApproved, ...]:
    """The fact that a second person approved it: maker is not checker."""
    require(refund, e.RefundApproved)
    if refund.maker == checker:
        raise Rejected("MAKER_IS_CHECKER", refund=refund.id, actor=checker)
    return (e.RefundApproved(checker, command.day),)


def require(refund: Refund, event: type) -> None:
    """Refused: `REFUND_STATUS` where this cannot happen."""
    if not REFUND_LIFE_CYCLE.allows(refund.status, event):
        raise Rejected("REFUND_STATUS", refund=refund.id, status=refund.status.value)


def transfer(refund: Refund) -> Transfer:
    """The order for the bank."""
    return Transfer(
        end_to_end=refund.end_to_end,
        amount=refund.amount,
        name=refund.holder,
        account=refund.account,
        bic="",
        text=refund.reason,
    )
