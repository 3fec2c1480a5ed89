"""Allocations and the review list as CSV that a spreadsheet opens without running anything in it."""

from collections.abc import Iterator

from otcore.formats.cash_application.matched import Matched, Matching
from otcore.formats.spreadsheet import Cell, csv_text
from otcore.payments.allocation import Allocation
from otcore.reconciliation.decision import Finding, Proposal

ALLOCATIONS = (
    "payment",
    "booked",
    "payer",
    "amount",
    "currency",
    "customer",
    "item",
    "number",
    "cash",
    "closes",
    "closes_currency",
    "adjustments",
    "reason",
    "rule",
    "rivals",
    "flags",
)
"""A line an allocation; the last of a payment may be what is left on account. The cash of a payment's lines is its
amount. `adjustments` is `why=amount`, `reason` says why something stays open, `flags` what is special about it.
"""

REVIEW = (
    "payment",
    "booked",
    "payer",
    "payer_account",
    "amount",
    "currency",
    "outcome",
    "reasons",
    "rank",
    "customer",
    "customer_name",
    "rule",
    "weight",
    "pays",
    "on_account",
    "evidence",
    "text",
)
"""A line an explanation of a payment that was not posted, the best first; a line without rank where there is none.
`pays` is `number=cash`; `weight` is in hundredths of a bit.
"""

ON_ACCOUNT = "on_account"


def allocations_csv(matching: Matching) -> str:
    """What was posted."""
    return csv_text(ALLOCATIONS, (row for each in matching.matched for row in _posted(each, matching)))


def review_csv(matching: Matching) -> str:
    """What is left to people."""
    return csv_text(REVIEW, (row for each in matching.to_look_at for row in _left(each, matching)))


def _posted(matched: Matched, matching: Matching) -> Iterator[tuple[Cell, ...]]:
    payment, proposal = matched.payment, matched.decision.posted
    if proposal is None:
        return
    money = (payment.amount.amount, payment.amount.currency)
    head = (payment.id, payment.day, payment.payer_name, *money, proposal.customer)
    tail = (proposal.rule, len(matched.decision.rivals), " ".join(matched.decision.reasons))
    for part in proposal.allocations:
        yield (*head, part.item, matching.number(part.item), *_part(part), *tail)
    if proposal.on_account:
        left = proposal.on_account
        yield (*head, "", "", left.amount, 0, left.currency, "", ON_ACCOUNT, *tail)


def _part(part: Allocation) -> tuple[Cell, ...]:
    adjusted = " ".join(f"{each.why}={each.amount.amount}" for each in part.adjustments)
    return (part.amount.amount, part.closes.amount, part.closes.currency, adjusted, str(part.reason))


def _left(matched: Matched, matching: Matching) -> Iterator[tuple[Cell, ...]]:
    payment, decision = matched.payment, matched.decision
    who = (payment.id, payment.day, payment.payer_name, payment.payer_account)
    money = (payment.amount.amount, payment.amount.currency)
    head = (*who, *money, str(decision.outcome), " ".join(decision.reasons))
    words = " ".join(payment.text)
    for rank, rival in enumerate(decision.rivals, 1):
        yield (*head, rank, *_rival(rival, matching), words)
    if not decision.rivals:
        yield (*head, *[""] * (len(REVIEW) - len(head) - 1), words)


def _rival(rival: Proposal, matching: Matching) -> tuple[Cell, ...]:
    name = matching.names.get(rival.customer, "")
    pays = " ".join(f"{matching.number(part.item)}={part.amount.amount}" for part in rival.allocations)
    evidence = "; ".join(_evidence(each) for each in rival.findings)
    return (rival.customer, name, rival.rule, rival.weight, pays, rival.on_account.amount, evidence)


def _evidence(finding: Finding) -> str:
    return f"{finding.kind} {finding.said or finding.about}".strip()
