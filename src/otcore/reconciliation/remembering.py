"""A decision in short, as it is kept with the receipt."""

from otcore.payments.decided import Decided, Place, Rival, Seen
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
        rivals=tuple(_rival(each, decision.posted is None) for each in decision.rivals[:_MOST]),
        input_hash=decision.input_hash,
        seen=_all_seen(best) if best else (),
        weight=best.weight if best else 0,
    )


def _rival(proposal: Proposal, to_choose: bool) -> Rival:
    seen = _all_seen(proposal) if to_choose else ()
    return Rival(proposal.customer, proposal.allocations, proposal.rule, proposal.weight, seen)


def _all_seen(proposal: Proposal) -> tuple[Seen, ...]:
    return tuple(map(_seen, proposal.findings))


def _seen(finding: Finding) -> Seen:
    places = tuple(Place(each.line, each.start, each.end) for each in finding.spans)
    return Seen(finding.kind, finding.about, finding.weight, finding.said, places)
