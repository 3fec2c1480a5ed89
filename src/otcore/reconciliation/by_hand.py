"""What a person may close without cash, and whose money it is that a person posts."""

from collections.abc import Iterable

from otcore.payments.allocation import Adjustment
from otcore.payments.receipt import Receipt
from otcore.receivables.receivable import Receivable
from otcore.reconciliation.commands import ApplyReceiptTo
from otcore.reconciliation.policy import MatchingPolicy
from otcore.values.faults import Rejected

MANUAL = "MANUAL"
"""The rule id of what a person decided."""


def check_by_hand(item: str, adjustments: Iterable[Adjustment], policy: MatchingPolicy) -> None:
    """Refused: `WRITE_OFF_LIMIT` for more than the policy lets a person close for that reason in that currency."""
    for each in adjustments:
        limits = (limit for limit in policy.by_hand.get(each.why, ()) if limit.currency == each.amount.currency)
        limit = next(limits, None)
        if limit is not None and abs(each.amount) > limit:
            raise Rejected("WRITE_OFF_LIMIT", item=item, why=each.why.value, amount=str(each.amount), limit=str(limit))


def payer_chosen(command: ApplyReceiptTo, payer: str, items: Iterable[Receivable]) -> str:
    """Whose money it is: as the command says, else the payer that is known, else the owner of the items.

    Refused: `PAYER_DIFFERS`, `PAYER_UNKNOWN`.
    """
    if payer and command.customer and command.customer != payer:
        raise Rejected("PAYER_DIFFERS", receipt=command.receipt, payer=payer, customer=command.customer)
    if payer or command.customer:
        return payer or command.customer
    owners = {item.customer for item in items}
    if len(owners) > 1:
        raise Rejected("PAYER_UNKNOWN", receipt=command.receipt, owners=", ".join(sorted(owners)))
    return owners.pop()


def check_suggestion(receipt: Receipt, command: ApplyReceiptTo) -> None:
    """Who says that a suggestion was taken took one that was made, and nothing else.

    Refused: `SUGGESTION_UNKNOWN`, `SUGGESTION_DIFFERS`.
    """
    if not command.suggestion:
        return
    rivals = receipt.decided.rivals if receipt.decided else ()
    if not 1 <= command.suggestion <= len(rivals):
        raise Rejected("SUGGESTION_UNKNOWN", receipt=receipt.id, suggestion=command.suggestion, made=len(rivals))
    if set(rivals[command.suggestion - 1].allocations) != set(command.allocations):
        raise Rejected("SUGGESTION_DIFFERS", receipt=receipt.id, suggestion=command.suggestion)
