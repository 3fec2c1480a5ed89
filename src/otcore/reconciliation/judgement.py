"""What is done with a receipt after the decision on it: it is posted, or left with the reason and the rivals."""

from collections.abc import Sequence

from attrs import frozen

from otcore.payments.allocation import Allocation, Why
from otcore.payments.decided import Decided
from otcore.payments.receipt import Receipt
from otcore.receivables.receivable import Receivable
from otcore.reconciliation.decision import Decision, Proposal
from otcore.reconciliation.remembering import decided_of


@frozen(kw_only=True)
class Judgement:
    """What is posted, or left for a reason. `customer`: whose money it is; `rivals`: items that it may pay."""

    customer: str
    allocations: tuple[Allocation, ...] = ()
    rule: str = ""
    reason: str = ""
    rivals: tuple[str, ...] = ()
    decided: Decided


def judged(receipt: Receipt, decision: Decision, payer: str = "", named: Sequence[Receivable] = ()) -> Judgement:
    """The judgement that a decision leads to. `payer`: who is known to have sent it; `named`: items that it states."""
    proposal, kept = decision.posted, decided_of(decision)
    if proposal is not None:
        return Judgement(
            customer=payer or proposal.customer,
            allocations=proposal.allocations,
            rule=proposal.rule,
            reason=difference(proposal),
            decided=kept,
        )
    if receipt.on_account:  # a person or a rule left it there, and it stays as it is
        return Judgement(customer=receipt.customer, reason=receipt.reason, rivals=receipt.rivals, decided=kept)
    return Judgement(
        customer=payer or _only_owner(named),
        reason=min(decision.reasons, key=_vague, default=""),
        rivals=_rivals(decision, named),
        decided=kept,
    )


def difference(proposal: Proposal) -> str:
    """What is special about it, in one code."""
    if any(each.reason in (Why.DEDUCTION, Why.PARTIAL) for each in proposal.allocations):
        return "SHORT_PAYMENT"
    if proposal.on_account:
        return "OVERPAYMENT"
    adjusted = [part.why for each in proposal.allocations for part in each.adjustments]
    if adjusted:
        return adjusted[0].value.upper()
    return "FX" if any(each.exchanged for each in proposal.allocations) else ""


def _vague(reason: str) -> int:
    """What says more comes first."""
    return _VAGUE.get(reason, 0)


_VAGUE = {"AMBIGUOUS": 1, "TOO_WEAK": 2, "SHORT_PAYMENT": 3, "OVERPAYMENT": 3, "STALE_REFERENCE": 3}


def _only_owner(named: Sequence[Receivable]) -> str:
    owners = {item.customer for item in named}
    return owners.pop() if len(owners) == 1 else ""


def _rivals(decision: Decision, named: Sequence[Receivable]) -> tuple[str, ...]:
    """The items that it names, those that are owed before those that are not, else those of the best rival."""
    best = decision.rivals[0].allocations if decision.rivals else ()
    owed = {item.id for item in named if item.open}
    return tuple(sorted(owed or {each.item for each in best} or {item.id for item in named}))
