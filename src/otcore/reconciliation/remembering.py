"""A decision in short, as it is kept with the receipt."""

from otcore.payments.decided import Decided, Rival, Seen
from otcore.reconciliation.decision import Decision, Finding, Proposal

_MOST = 5
"""So many rivals are kept."""


def decided_of(decision: Decision, reasons: tuple[str, ...] = ()) -> Decided:
    """What to keep of a decision; `reasons`: beside its own."""
    best = decision.posted or next(iter(decision.rivals), None)
    return Decided(
        outcome=decision.outcome.value,
        version=decision.version,
        reasons=tuple(dict.fromkeys((*reasons, *decision.reasons))),
        rivals=tuple(map(_rival, decision.rivals[:_MOST])),
        input_hash=decision.input_hash,
        seen=tuple(map(_seen, best.findings)) if best else (),
        weight=best.weight if best else 0,
    )


def _rival(proposal: Proposal) -> Rival:
    return Rival(proposal.customer, proposal.allocations, proposal.rule, proposal.weight)


def _seen(finding: Finding) -> Seen:
    return Seen(finding.kind, finding.about, finding.weight, finding.said)
