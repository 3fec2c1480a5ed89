"""Disputes about open items: opened by what a buyer says, settled by what was found out."""

from datetime import date

from attrs import frozen

from otcore.receivables.dispute import Dispute
from otcore.receivables.item import DisputeSettled, ItemDisputed, Receivable
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.values.reason import require_reason


@frozen(kw_only=True)
class OpenDispute(Command[Receivable]):
    """Note that the buyer does not owe an invoice, or `amount` of it; None: all that is not credited or disputed yet.

    It changes nothing of what is owed: a credit note does. Refused: `DISPUTE_EXISTS`, `AMOUNT_NOT_POSITIVE`,
    `CURRENCY_DIFFERS`, `MORE_THAN_OWED`. Raises `Invalid` REASON_MISSING.
    """

    invoice: str
    dispute: str
    day: date
    reason: str
    amount: Money | None = None


@frozen(kw_only=True)
class SettleDispute(Command[Receivable]):
    """End a dispute, and say how: "credited by CN-2026-000007", "withdrawn by the buyer".

    Refused: `DISPUTE_UNKNOWN`. Raises `Invalid` REASON_MISSING without an outcome.
    """

    invoice: str
    dispute: str
    day: date
    outcome: str


def dispute(item: Receivable, command: OpenDispute) -> tuple[ItemDisputed, ...]:
    """The fact that follows, or `Rejected`."""
    require_reason(command.reason)
    if any(each.id == command.dispute for each in item.disputes):
        raise Rejected("DISPUTE_EXISTS", item=item.id, dispute=command.dispute)
    owed = item.amount - total((each.amount for each in item.credited), item.amount.currency) - item.disputed
    amount = owed if command.amount is None else command.amount
    if amount.currency != owed.currency:
        raise Rejected("CURRENCY_DIFFERS", item=item.id, disputed=amount.currency, open=owed.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", item=item.id, amount=str(amount))
    if amount > owed:
        raise Rejected("MORE_THAN_OWED", item=item.id, disputed=str(amount), owed=str(owed))
    return (ItemDisputed(Dispute(id=command.dispute, reason=command.reason, amount=amount, day=command.day)),)


def settle(item: Receivable, command: SettleDispute) -> tuple[DisputeSettled, ...]:
    """The fact that follows, or `Rejected`."""
    require_reason(command.outcome)
    if all(each.id != command.dispute for each in item.disputes):
        raise Rejected("DISPUTE_UNKNOWN", item=item.id, dispute=command.dispute)
    return (DisputeSettled(command.dispute, command.day, command.outcome),)
