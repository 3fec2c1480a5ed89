"""The decision on one payment: every explanation weighed, the best posted if it is strong and stands alone."""

from collections.abc import Callable, Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.decision import Decision, Outcome
from otcore.reconciliation.evidence.weights import MARGIN, REQUIRED
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading, read
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.rules.many_named import many_named
from otcore.reconciliation.rules.of_payer import of_payer
from otcore.reconciliation.rules.one_named import one_named
from otcore.reconciliation.writing import proposal_of

VERSION = "1"
USUAL = Policies()
_SHOWN = 5

Rule = Callable[[Reading, Book, Policies], Iterator[Draft]]
RULES: tuple[Rule, ...] = (one_named, many_named, of_payer)


def decide(payment: Payment, book: Book, policies: Policies = USUAL) -> Decision:
    """What follows from a payment, the book and the policies; reads the book and changes nothing."""
    if payment.amount.minor <= 0:
        return Decision(payment.id, Outcome.UNMATCHED, reasons=("REVERSAL",), version=VERSION)
    reading = read(payment, book)
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
    for rule in RULES:
        for draft in rule(reading, book, policies):
            key = tuple(sorted((part.entry.id, part.cash) for part in draft.parts))
            known = best.get(key)
            if known is None or draft.weight > known.weight:
                best[key] = draft
    return sorted(best.values(), key=lambda draft: (-draft.weight, draft.parts[0].entry.key))


def why_not(best: Draft, drafts: list[Draft], reading: Reading) -> tuple[str, ...]:
    """Why the best explanation is not posted; nothing: it is."""
    reasons = []
    if best.weight < REQUIRED:
        reasons.append("TOO_WEAK")
    if len(drafts) > 1 and best.weight - drafts[1].weight < MARGIN:
        reasons.append("AMBIGUOUS")
    if reading.prepaid and best.rule == "AMOUNT_OF_PAYER":
        reasons.append("PREPAYMENT")
    return tuple(reasons)
