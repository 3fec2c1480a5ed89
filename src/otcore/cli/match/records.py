"""What was decided about payments, as JSON: a line each in a file, and one object on the terminal."""

import json
from collections.abc import Iterator

from otcore.cli.documents import Failure
from otcore.cli.figures_json import Json
from otcore.cli.report_json import failure_json
from otcore.formats.cash_application import Matched, Matching
from otcore.formats.cash_application.matched import sums
from otcore.payments.allocation import Allocation
from otcore.reconciliation.decision import Finding, Outcome, Proposal, Span
from otcore.values.money import Money


def matched_json(matched: Matched, matching: Matching) -> Json:
    """A payment and its decision; amounts are texts, `weight` is in hundredths of a bit.

    `learned`: the account that is known as the customer's since then, where a policy learns.
    """
    payment, decision = matched.payment, matched.decision
    return {
        "payment": payment.id,
        "day": payment.day.isoformat(),
        "payer": payment.payer_name,
        **_money(payment.amount),
        "outcome": str(decision.outcome),
        "rule": decision.rule,
        "version": decision.version,
        "reasons": list(decision.reasons),
        "posted": None if decision.posted is None else _proposal(decision.posted, matching),
        "rivals": [_proposal(rival, matching) for rival in decision.rivals],
        "input_hash": decision.input_hash,
        **({"learned": matched.learned} if matched.learned else {}),
    }


def matched_lines(matching: Matching) -> str:
    """A line a payment."""
    lines = (json.dumps(matched_json(each, matching), ensure_ascii=False) for each in matching.matched)
    return "".join(f"{line}\n" for line in lines)


def matching_json(matching: Matching, failures: tuple[Failure, ...], written: dict[str, bool], aside: int = 0) -> Json:
    """The whole: in short, then every payment. `set_aside`: entries of bank statements that are no money in."""
    return {
        "payments": len(matching.matched),
        **{str(outcome): _in_short(matching.of(outcome)) for outcome in Outcome},
        "failures": [fault for failure in failures for fault in failure_json(failure)],
        "written": list(written),
        "set_aside": aside,
        "decisions": [matched_json(each, matching) for each in matching.matched],
    }


def _in_short(matched: tuple[Matched, ...]) -> Json:
    return {"count": len(matched), "sums": [_money(each) for each in sums(matched)]}


def _proposal(proposal: Proposal, matching: Matching) -> Json:
    return {
        "customer": proposal.customer,
        "rule": proposal.rule,
        "weight": proposal.weight,
        "allocations": [_allocation(part, matching) for part in proposal.allocations],
        "on_account": _money(proposal.on_account),
        "findings": [_finding(each) for each in proposal.findings],
    }


def _allocation(part: Allocation, matching: Matching) -> Json:
    return {
        "item": part.item,
        "number": matching.number(part.item),
        "cash": _money(part.amount),
        "closes": _money(part.closes),
        "adjustments": [{"why": str(each.why), **_money(each.amount)} for each in part.adjustments],
        "reason": str(part.reason),
    }


def _finding(finding: Finding) -> Json:
    return {"kind": finding.kind, "about": finding.about, "weight": finding.weight, **dict(_where(finding))}


def _where(finding: Finding) -> Iterator[tuple[str, object]]:
    if finding.said:
        yield "said", finding.said
    if finding.span:
        yield "span", _place(finding.span)
    if finding.more:
        yield "more", [_place(each) for each in finding.more]


def _place(span: Span) -> Json:
    return {"line": span.line, "start": span.start, "end": span.end}


def _money(value: Money) -> Json:
    return {"amount": f"{value.amount:f}", "currency": value.currency}
