"""What is done with a receipt: what the ladder is sure of, else what the weighed evidence is, else nothing, and why.

The ladder's rungs are the rules that need no weighing: a reference that is ours, or printed numbers whose amounts add
up. The rest is weighed, and posted where one explanation is strong and stands alone.
"""

from collections.abc import Sequence

from attrs import evolve, frozen

from otcore.payments.allocation import Allocation, Why
from otcore.payments.decided import Decided
from otcore.payments.receipt import Receipt
from otcore.receivables.receivable import Receivable
from otcore.receivables.set_off import Use
from otcore.reconciliation.decision import Decision, Outcome, Proposal
from otcore.reconciliation.matching import Match
from otcore.reconciliation.remembering import decided_of

_OPEN_TO_WEIGHING = frozenset(
    {"", "NO_REFERENCE", "UNKNOWN_REFERENCE", "SUM_DIFFERS", "PAYER_MISMATCH", "CURRENCY_DIFFERS"}
)
"""What the ladder cannot judge, and weighing may: a parent's payment for its children, among others, and one that was
ordered in the currency of what it pays.
"""


@frozen(kw_only=True)
class Judgement:
    """What is posted, or left for a reason. `uses`: of credits; `on_account`: what is left stays there on purpose."""

    customer: str
    allocations: tuple[Allocation, ...] = ()
    rule: str = ""
    reason: str = ""
    rivals: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    decided: Decided


def judge(
    receipt: Receipt, matched: Match, decision: Decision, items: Sequence[Receivable], related: frozenset[str]
) -> Judgement:
    """The judgement on a receipt, of which the ladder said one thing and weighing the other.

    `related`: the customers whose items the known payer may pay without a question; empty while nobody is known.
    """
    touched = {each.item for each in matched.allocations} or _items(decision.posted)
    if touched & set(receipt.taken_off):
        return _left(matched, decision, "REVERSED", tuple(sorted(touched)))
    if matched.allocations:
        return _by_ladder(matched, decision, items, related)
    if receipt.on_account:
        return _as_before(receipt, decision)
    proposal = decision.posted
    if proposal is None or matched.reason not in _OPEN_TO_WEIGHING:
        return _left(matched, decision, matched.reason, matched.rivals)
    if _strangers(proposal, items, related):
        return _left(matched, decision, "PAYER_MISMATCH", tuple(sorted(touched)))
    return _by_weight(matched, proposal, decision)


def _as_before(receipt: Receipt, decision: Decision) -> Judgement:
    """What is on account on purpose leaves it where it names an item, or by a person."""
    return Judgement(
        customer=receipt.customer, reason=receipt.reason, rivals=receipt.rivals, decided=decided_of(decision)
    )


def _by_ladder(matched: Match, decision: Decision, items: Sequence[Receivable], related: frozenset[str]) -> Judgement:
    """The ladder knows what is paid, and how much of it; weighing may know why it is less than is owed.

    Of a payer whose account nobody knows, only weighing sees that the name is another customer's.
    """
    owners = {each.id: each.customer for each in items}
    differs = related and any(owners[each.item] not in related for each in matched.allocations)
    strange = differs or "PAYER_MISMATCH" in decision.reasons
    proposal = decision.posted if _agree(decision.posted, matched) else None
    kept = decision if proposal else evolve(decision, outcome=Outcome.POSTED, posted=None)
    reason = difference(proposal) if proposal else matched.reason
    reasons = (*((reason,) if reason else ()), *(("PAYER_MISMATCH",) if strange else ()))
    return Judgement(
        customer=matched.customer,
        allocations=proposal.allocations if proposal else matched.allocations,
        rule=matched.rule,
        reason=reason,
        uses=matched.uses,
        decided=evolve(decided_of(kept), reasons=reasons),
    )


def _agree(proposal: Proposal | None, matched: Match) -> bool:
    if proposal is None or matched.uses:
        return False
    cash = {each.item: each.amount for each in proposal.allocations}
    return cash == {each.item: each.amount for each in matched.allocations}


def _by_weight(matched: Match, proposal: Proposal, decision: Decision) -> Judgement:
    return Judgement(
        customer=matched.customer or proposal.customer,
        allocations=proposal.allocations,
        rule=proposal.rule,
        reason=difference(proposal),
        decided=decided_of(decision),
    )


def _left(matched: Match, decision: Decision, reason: str, rivals: tuple[str, ...]) -> Judgement:
    best = next(iter(decision.rivals), None)
    outcome = Outcome.SUGGESTED if decision.posted or decision.rivals else Outcome.UNMATCHED
    ranked = (*((decision.posted,) if decision.posted else ()), *decision.rivals)
    kept = evolve(decision, outcome=outcome, posted=None, rivals=ranked)
    return Judgement(
        customer=matched.customer,
        reason=reason,
        rivals=rivals or tuple(sorted(_items(best))),
        decided=decided_of(kept, (reason,) if reason else ()),
    )


def _items(proposal: Proposal | None) -> set[str]:
    return {each.item for each in proposal.allocations} if proposal else set()


def _strangers(proposal: Proposal, items: Sequence[Receivable], related: frozenset[str]) -> bool:
    owners = {each.id: each.customer for each in items}
    paid = {owners[each.item] for each in proposal.allocations}
    return not paid <= related if related else len(paid) > 1


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
