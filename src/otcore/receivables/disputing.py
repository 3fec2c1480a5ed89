"""Disputes about open items: opened by what a buyer says, settled by what was found out."""

from datetime import date

from attrs import frozen

from otcore.receivables.dispute import Dispute, DisputeReason, Resolution
from otcore.receivables.item import DisputeSettled, ItemDisputed, Receivable
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.values.reason import require_reason


@frozen(kw_only=True)
class OpenDispute(Command[Receivable]):
    """Note that the buyer does not owe an invoice, or `amount` of it; None: all that is not credited or disputed yet.

    It changes nothing of what is owed: a credit note does. `reason`: in words, `code`: by the published list. A dispute
    that was settled is opened again under its id. Refused: `DISPUTE_EXISTS`, `AMOUNT_NOT_POSITIVE`,
    `CURRENCY_DIFFERS`, `MORE_THAN_OWED`. Raises `Invalid` REASON_MISSING.
    """

    invoice: str
    dispute: str
    day: date
    reason: str
    amount: Money | None = None
    code: DisputeReason = DisputeReason.OTHER


@frozen(kw_only=True)
class SettleDispute(Command[Receivable]):
    """End a dispute, and say how: "credited by CN-2026-000007", "withdrawn by the buyer".

    `outcome`: in words, `resolution`: by the published list.
    Refused: `DISPUTE_UNKNOWN`, `SETTLED_EARLIER`. Raises `Invalid` REASON_MISSING without an outcome.
    """

    invoice: str
    dispute: str
    day: date
    outcome: str
    resolution: Resolution = Resolution.OTHER


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
    opened = marked(item, command.dispute).day
    if command.day < opened:
        raise Rejected(
            "SETTLED_EARLIER", item=item.id, dispute=command.dispute, opened=str(opened), day=str(command.day)
        )
    return (DisputeSettled(command.dispute, command.day, command.outcome),)


def marked(item: Receivable, dispute: str) -> Dispute:
    """The open dispute of an item. Refused: `DISPUTE_UNKNOWN`."""
    found = {each.id: each for each in item.disputes}
    if dispute not in found:
        raise Rejected("DISPUTE_UNKNOWN", item=item.id, dispute=dispute)
    return found[dispute]
