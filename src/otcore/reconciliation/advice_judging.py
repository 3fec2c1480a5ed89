"""What is done with a receipt that an advice explains."""

from attrs import evolve

from otcore.payments.receipt import Receipt
from otcore.reconciliation.advised import RULE, Advised
from otcore.reconciliation.decision import Decision, Outcome
from otcore.reconciliation.judgement import Judgement, judged
from otcore.reconciliation.open_item import OpenItem

VERSION = "1"
"""Of the rules by which an advice explains a payment."""


def doubted(result: Advised, receipt: Receipt, items: tuple[OpenItem, ...], related: frozenset[str]) -> Advised:
    """The result with what the books have against it: REVERSED (a person took one of the items off this receipt) and
    PAYER_MISMATCH (the payer is known, and not to pay for all of these customers).
    """
    if result.proposal is None:
        return result
    paid = {each.item for each in result.proposal.allocations}
    owners = {item.customer for item in items if item.id in paid}
    reasons = [*result.reasons]
    if paid & set(receipt.taken_off):
        reasons.append("REVERSED")
    if related and not owners <= related:
        reasons.append("PAYER_MISMATCH")
    return evolve(result, reasons=tuple(dict.fromkeys(reasons)))


def by_advice(receipt: Receipt, result: Advised) -> Judgement | None:
    """The judgement that an advice leads to; None where it is not certain."""
    proposal = result.proposal
    if proposal is None or result.reasons:
        return None
    decision = Decision(receipt.id, Outcome.POSTED, proposal, rule=RULE, version=f"{RULE} {VERSION}")
    return judged(receipt, decision)


def suggested(decision: Decision, result: Advised) -> Decision:
    """The decision with what the advice says as its best rival, where nothing is certain."""
    if result.proposal is None or decision.posted:
        return decision
    rivals = (result.proposal, *decision.rivals)
    return evolve(decision, outcome=Outcome.SUGGESTED, rivals=rivals, reasons=(*result.reasons, *decision.reasons))
