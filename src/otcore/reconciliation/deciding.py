"""The decision on one payment: every explanation weighed, the best posted if it is strong and stands alone."""

from collections.abc import Callable, Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.decision import Decision, Outcome
from otcore.reconciliation.evidence.weights import MARGIN, required
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import MOST_CITES, Reading, read
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.rules.many_named import many_named
from otcore.reconciliation.rules.named_and_sum import named_and_sum
from otcore.reconciliation.rules.of_payer import of_anybody, of_payer
from otcore.reconciliation.rules.one_named import one_named
from otcore.reconciliation.rules.range_named import range_named
from otcore.reconciliation.rules.sums_of_payer import sums_of_payer
from otcore.reconciliation.writing import proposal_of

VERSION = "1"
USUAL = Policies()
_SHOWN = 5

Rule = Callable[[Reading, Book, Policies], Iterator[Draft]]
QUICK: tuple[Rule, ...] = (one_named, many_named, range_named, of_payer)
"""Rules that look at what is named, and at single amounts."""
SLOW: tuple[Rule, ...] = (of_anybody, named_and_sum, sums_of_payer)
"""Rules that search; asked only where the quick ones leave the payment open."""


def decide(payment: Payment, book: Book, policies: Policies = USUAL) -> Decision:
    """What follows from a payment, the book and the policies; reads the book and changes nothing."""
    if payment.amount.minor <= 0:
        return Decision(payment.id, Outcome.UNMATCHED, reasons=("REVERSAL",), version=VERSION)
    reading = read(payment, book, policies.usual)
    drafts = ranked(reading, book, policies)
    if not drafts:
        return Decision(payment.id, Outcome.UNMATCHED, reasons=("NO_REFERENCE",), version=VERSION)
    best = drafts[0]
    reasons = why_not(best, drafts, reading)
    proposals = [proposal_of(each, reading) for each in drafts[:_SHOWN]]
    if reasons:
        return Decision(payment.id, Outcome.SUGGESTED, None, tuple(proposals), reasons, best.rule, VERSION)
    return Decision(payment.id, Outcome.POSTED, proposals[0], tuple(proposals[1:]), (), best.rule, VERSION)


def ranked(reading: Reading, book: Book, policies: Policies) -> list[Draft]:
    """Every explanation, the heaviest first; of the same allocations the heaviest only."""
    best: dict[tuple[tuple[str, int], ...], Draft] = {}
    for rules in (QUICK, SLOW):
        for rule in rules:
            for draft in rule(reading, book, policies):
                key = tuple(sorted((part.entry.id, part.cash) for part in draft.parts))
                known = best.get(key)
                if known is None or draft.weight > known.weight:
                    best[key] = draft
        if any(draft.sure and draft.strength >= required(draft.rule) for draft in best.values()):
            break
    return sorted(best.values(), key=lambda draft: (-draft.weight, draft.parts[0].entry.key))


def why_not(best: Draft, drafts: list[Draft], reading: Reading) -> tuple[str, ...]:
    """Why the best explanation is not posted; nothing: it is."""
    reasons = []
    if len(reading.cites) > MOST_CITES:
        reasons.append("TOO_MANY")
    if best.strength < required(best.rule):
        reasons.append("TOO_WEAK")
    if len(drafts) > 1 and best.weight - drafts[1].weight < MARGIN:
        reasons.append("AMBIGUOUS")
    if any(said.kind == "PAYER_OTHER" for said in best.said):
        reasons.append("PAYER_MISMATCH")
    if not best.sure:
        reasons.append("SUM_DIFFERS")
    if reading.prepaid and not is_named(best):
        reasons.append("PREPAYMENT")
    if is_paid_already(reading) and (not is_named(best) or best.rule == "NUMBER_NEAR"):
        reasons.append("DUPLICATE")
    return tuple(reasons)


def is_named(draft: Draft) -> bool:
    """Whether the text itself names what is paid."""
    return any(said.cite is not None and said.weight > 0 and said.kind != "LEFT_OUT" for said in draft.said)


def is_paid_already(reading: Reading) -> bool:
    """Whether it names an item that was closed by the same amount before."""
    paid = (cite.entry for cite in reading.cites if not cite.entry.open)
    return any(reading.amount in (*entry.paid, entry.item.amount.minor) for entry in paid)
