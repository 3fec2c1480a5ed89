"""The decisions on a batch of payments, made as a whole: no payment takes another's better match."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from otcore.reconciliation.book import Book
from otcore.reconciliation.claims import Claim, allot, claim_of, doubtful
from otcore.reconciliation.deciding import USUAL, decide
from otcore.reconciliation.decision import Decision, Outcome, Proposal
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.trial import Trial, trial

CONTESTED = "CONTESTED"
"""Another payment claims the same item, and no rule says which of them it belongs to."""
TAKEN = "TAKEN"
"""What it would have been posted to went to a better claim of the same batch."""

_ROUNDS = 8


def decide_all(payments: Iterable[Payment], book: Book, policies: Policies = USUAL) -> tuple[Decision, ...]:
    """A decision for each payment, in the order given; the same decisions in whatever order they are given.

    Each is decided on the book as it is. Where those to be posted claim more of an item than is open, the better keeps
    it: the earlier of two that pay and name the same, of one day and payer that with the lower id; the heavier by
    `weights.MARGIN`, what leaves nothing over by `claims.EXACT` more; the one that is no lighter and was paid earlier.
    Without such a difference all of them are suggested, with reason CONTESTED; so is one that pays and names the same
    as an earlier one that is left open. What they hold is taken off. Then the losers, and those left open that were
    compared with items of the same customers, are decided again, until nothing more is posted, or eight times. A loser
    that stays open has reason TAKEN.

    The book is used for trials meanwhile, and in the end as it was: nothing else may read it at that time.
    """
    together = tuple(payments)
    if len(together) == 1:  # nobody contends
        return (decide(together[0], book, policies),)
    batch = _Batch(together, book, policies)
    with trial(book) as tried:
        return batch.decided(tried)


class _Batch:
    """The payments of a batch and what is decided on each so far."""

    def __init__(self, payments: Sequence[Payment], book: Book, policies: Policies) -> None:
        self.payments, self.book, self.policies = payments, book, policies
        self.decisions: dict[int, Decision] = {}
        self.lost: dict[int, Proposal] = {}
        self.settled: set[int] = set()

    def decided(self, tried: Trial) -> tuple[Decision, ...]:
        """Round after round."""
        again = list(range(len(self.payments)))
        for _ in range(_ROUNDS):
            for at in again:
                self.decisions[at] = decide(self.payments[at], self.book, self.policies)
            again = self._settle(again, tried)
            if not again:
                break
        return tuple(self._told(at) for at in range(len(self.payments)))

    def _settle(self, decided: Sequence[int], tried: Trial) -> list[int]:
        """Grant what is claimed; who is to be decided again."""
        claims = [claim_of(at, self.payments[at], posted) for at in decided if (posted := self.decisions[at].posted)]
        doubted = doubtful(claims, self._left_open())
        made = allot((claim for claim in claims if claim.at not in doubted), tried.open_of)
        self.settled |= doubted
        for claim in sorted([*made.granted.values(), *made.contested.values()], key=_order):
            self.settled.add(claim.at)
            tried.close(claim.closes)
        for at in (*made.contested, *doubted):
            self.decisions[at] = _suggested(self.decisions[at], CONTESTED)
        for at in made.lost:
            self._lose(at)
        touched = {self._customer(item) for item in made.taken}
        return [at for at in sorted(self.decisions) if at in made.lost or self._is_concerned(at, touched)]

    def _left_open(self) -> Iterator[Claim]:
        """What payments that are not posted would claim first."""
        for at, decision in self.decisions.items():
            if decision.rivals and not decision.posted and at not in self.settled:
                yield claim_of(at, self.payments[at], decision.rivals[0])

    def _lose(self, at: int) -> None:
        decision = self.decisions[at]
        self.lost[at] = decision.posted or self.lost[at]
        self.decisions[at] = _suggested(decision, TAKEN)

    def _is_concerned(self, at: int, customers: set[str]) -> bool:
        """Whether a payment that is left open was compared with items of these customers."""
        return at not in self.settled and any(
            self._customer(each.item) in customers for rival in self.decisions[at].rivals for each in rival.allocations
        )

    def _customer(self, item: str) -> str:
        return self.book.entries[item].customer

    def _told(self, at: int) -> Decision:
        """With what a payment lost, where it stays open."""
        decision, lost = self.decisions[at], self.lost.get(at)
        if lost is None or decision.posted or TAKEN in decision.reasons or CONTESTED in decision.reasons:
            return decision
        return evolve(decision, reasons=(*decision.reasons, TAKEN))


def _order(claim: Claim) -> tuple[tuple[int, int], list[tuple[str, int]]]:
    """Of what the claims are, not of where they stand in the batch."""
    return claim.rank, sorted(claim.closes.items())


def _suggested(decision: Decision, reason: str) -> Decision:
    """What was to be posted is the first of its rivals."""
    posted = () if decision.posted is None else (decision.posted,)
    rivals, reasons = posted + decision.rivals, (*decision.reasons, reason)
    return evolve(decision, outcome=Outcome.SUGGESTED, posted=None, rivals=rivals, reasons=reasons)
