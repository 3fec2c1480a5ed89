"""The decision on one payment: every explanation weighed, the best posted if it is strong and stands alone."""

from collections.abc import Callable, Iterator, Sequence

from otcore.reconciliation.book import Book
from otcore.reconciliation.decision import Decision, Outcome
from otcore.reconciliation.evidence.weights import required
from otcore.reconciliation.looked_at import hash_of
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading, read
from otcore.reconciliation.reasons import special, why_none, why_not, withheld
from otcore.reconciliation.rules.adjusted_list import adjusted_list
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.rules.family_named import family_named
from otcore.reconciliation.rules.many_named import many_named
from otcore.reconciliation.rules.named_and_sum import named_and_sum
from otcore.reconciliation.rules.of_payer import of_anybody, of_payer
from otcore.reconciliation.rules.oldest_first import oldest_first
from otcore.reconciliation.rules.one_named import one_named
from otcore.reconciliation.rules.range_named import range_named
from otcore.reconciliation.rules.sums_of_payer import sums_of_payer
from otcore.reconciliation.suggesting import suggestions
from otcore.reconciliation.writing import proposals_of

VERSION = "1"
"""Of the rules and weights: a decision that they change has another version."""
USUAL = Policies()
_SHOWN = 4

Rule = Callable[[Reading, Book, Policies], Iterator[Draft]]
PLAIN: tuple[Rule, ...] = (one_named, many_named)
"""Rules that look at what is named; where all of it adds up, nothing else can come near."""
QUICK: tuple[Rule, ...] = (family_named, adjusted_list, range_named, of_payer)
"""Rules that look at what may be meant by it, and at single amounts."""
SLOW: tuple[Rule, ...] = (of_anybody, named_and_sum, sums_of_payer)
"""Rules that search; asked only where the quick ones leave the payment open."""


def decide(payment: Payment, book: Book, policies: Policies = USUAL) -> Decision:
    """What follows from a payment, the book and the policies; reads the book and changes nothing.

    Every rule makes drafts of explanations, each with the sum of the weights of its evidence. The heaviest is posted
    when it weighs what its rule requires and outweighs the next by `weights.MARGIN`, and nothing forbids it; else the
    heaviest four are suggested, with the reasons.
    """
    if payment.amount.minor <= 0:
        reason = "REVERSAL" if payment.amount.minor else "NO_PAYMENT"
        seen = hash_of(payment, policies.usual, (), VERSION)
        return Decision(payment.id, Outcome.UNMATCHED, reasons=(reason,), version=VERSION, input_hash=seen)
    reading = read(payment, book, policies)
    drafts = ranked(reading, book, policies)
    reasons = why_not(drafts[0], drafts, reading) if drafts else why_none(reading, book)
    if reasons:
        by_policy = oldest_first(reading, book, policies)
        if by_policy is not None and not withheld(by_policy, payment):
            drafts, reasons = [by_policy, *drafts], ()
        else:
            drafts = ranked(reading, book, policies, ((suggestions,),), drafts)
    return _decision(reading, drafts, reasons, policies)


def ranked(
    reading: Reading,
    book: Book,
    policies: Policies,
    ladder: Sequence[Sequence[Rule]] = (PLAIN, QUICK, SLOW),
    known: Sequence[Draft] = (),
) -> list[Draft]:
    """Every explanation, those known too, the heaviest first; of the same allocations the heaviest only."""
    best = {_paid(draft): draft for draft in known}
    for rules in ladder:
        for rule in rules:
            for draft in rule(reading, book, policies):
                paid = _paid(draft)
                other = best.get(paid)
                if other is None or draft.weight > other.weight:
                    best[paid] = draft
        if (rules is not PLAIN or reading.adds_up) and any(map(_is_strong, best.values())):
            break
    return sorted(best.values(), key=_heaviest)


def _is_strong(draft: Draft) -> bool:
    return draft.sure and draft.strength >= required(draft.rule)


def _paid(draft: Draft) -> tuple[tuple[str, int], ...]:
    parts = draft.parts
    if len(parts) == 1:  # most are of one item
        return ((parts[0].entry.id, parts[0].cash),)
    return tuple(sorted([(part.entry.id, part.cash) for part in parts]))


def _heaviest(draft: Draft) -> tuple[int, int]:
    return -draft.weight, draft.parts[0].entry.key


def _decision(reading: Reading, drafts: Sequence[Draft], reasons: tuple[str, ...], policies: Policies) -> Decision:
    shown = proposals_of(drafts[:_SHOWN], reading)
    entries = [cite.entry for cite in reading.cites]
    entries += [part.entry for draft in drafts for part in draft.parts]
    customer = drafts[0].customer if drafts else ""
    seen = hash_of(reading.payment, policies.of(customer), entries, VERSION)
    of = reading.payment.id
    if not drafts:
        return Decision(of, Outcome.UNMATCHED, None, (), reasons, "", VERSION, seen)
    rule = drafts[0].rule
    if reasons:
        return Decision(of, Outcome.SUGGESTED, None, shown, reasons, rule, VERSION, seen)
    return Decision(of, Outcome.POSTED, shown[0], shown[1:], special(drafts[0]), rule, VERSION, seen)
