"""What the decisions of a batch claim of the items, and who gets it where they claim more than is open."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from attrs import field, frozen

from otcore.reconciliation.decision import Proposal
from otcore.reconciliation.evidence.weights import MARGIN
from otcore.reconciliation.payment import Payment
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


@fast_init
@frozen
class Claim:
    """A payment that would be posted: its place in the batch, and how much of each item it closes, in minor units.

    `rank`: the heavier first, of equal weight the earlier paid; what leaves nothing over weighs `EXACT` more. `named`:
    the items that the payer names. `payer`: name and account. `id`: the payment's.
    """

    at: int
    rank: tuple[int, int]
    closes: Mapping[str, int]
    paid: Money
    named: frozenset[str]
    payer: tuple[str, str] = ("", "")
    id: str = ""

    def repeats(self, other: "Claim") -> bool:
        """Whether as much is paid once more, and no item is named that was not named then: on a later day, or twice on
        one day with the same words.
        """
        if self.paid != other.paid or not self.named <= other.named:
            return False
        return other.rank[1] < self.rank[1] or (self.is_twin(other) and other.id < self.id)

    def is_twin(self, other: "Claim") -> bool:
        """Whether nothing but the id tells them apart, and all that they pay is named: it does not matter which is
        posted. Who names nothing may have meant two things.
        """
        alike = (self.rank, self.payer, self.named) == (other.rank, other.payer, other.named)
        return alike and self.closes == other.closes and self.closes.keys() <= self.named

    def outdoes(self, other: "Claim") -> bool:
        """Whether there is no doubt between the two: it is so much heavier, or as good and earlier."""
        (weight, day), (their_weight, their_day) = self.rank, other.rank
        return their_weight - weight >= MARGIN or (weight <= their_weight and day < their_day)


EXACT = 2 * MARGIN
"""So much more a payment weighs against others that leaves neither a part owed nor money over."""


def claim_of(at: int, payment: Payment, proposal: Proposal) -> Claim:
    """The claim of a proposal."""
    closes: Counter[str] = Counter()
    for each in proposal.allocations:
        closes[each.item] += each.closes.minor
    named = frozenset(said.about for said in proposal.findings if said.said and said.weight > 0) & closes.keys()
    leaves = proposal.on_account or any(each.reason for each in proposal.allocations)
    rank = -proposal.weight - (0 if leaves else EXACT), payment.day.toordinal()
    return Claim(at, rank, closes, payment.amount, named, (payment.payer_name, payment.payer_account), payment.id)


@frozen
class Allotment:
    """What became of claims: `granted`; `contested`, which no rule decides between; `lost` to better ones.

    `taken`: what the first two claim of each item; `of`: which of them do.
    """

    granted: dict[int, Claim] = field(factory=dict)
    contested: dict[int, Claim] = field(factory=dict)
    lost: dict[int, Claim] = field(factory=dict)
    taken: Counter[str] = field(factory=Counter)
    of: dict[str, list[Claim]] = field(factory=dict)


def allot(claims: Iterable[Claim], open_of: Callable[[str], int]) -> Allotment:
    """The better claim first; those of one rank together, so that no order among them matters.

    A claim is granted as a whole or not at all. Who pays again what was paid by then claims in vain, whatever the
    weight. `open_of`: what is open of an item, minor units.
    """
    known = sorted(claims, key=_rank)
    made = Allotment(lost=_repeated(known, open_of))
    for _, equals in groupby((claim for claim in known if claim.at not in made.lost), key=_rank):
        _allot(list(equals), made, open_of)
    return made


def doubtful(claims: Iterable[Claim], left_open: Iterable[Claim]) -> set[int]:
    """Which claims repeat a payment that is left open, and of which they may be the second: where they stand."""
    of: dict[str, list[Claim]] = {}
    for claim in left_open:
        of.setdefault(next(iter(claim.closes), ""), []).append(claim)
    return {
        claim.at
        for claim in claims
        for other in of.get(next(iter(claim.closes), ""), ())
        if claim.repeats(other) and claim.closes.keys() == other.closes.keys()
    }


def _repeated(claims: Iterable[Claim], open_of: Callable[[str], int]) -> dict[int, Claim]:
    of: dict[str, list[Claim]] = {}
    for claim in claims:
        for item in claim.closes:
            of.setdefault(item, []).append(claim)
    much = [same for item, same in of.items() if not _fits(sum(each.closes[item] for each in same), open_of(item))]
    return {claim.at: claim for same in much for claim in same if any(map(claim.repeats, same))}


def _rank(claim: Claim) -> tuple[int, int]:
    return claim.rank


def _allot(equals: Sequence[Claim], made: Allotment, open_of: Callable[[str], int]) -> None:
    """Against what better claims hold first, then among themselves."""
    left = [claim for claim in equals if not _is_lost(claim, made, open_of)]
    for claim in left:
        made.taken.update(claim.closes)
        for item in claim.closes:
            made.of.setdefault(item, []).append(claim)
    for claim in left:
        beyond = any(not _fits(made.taken[item], open_of(item)) for item in claim.closes)
        if beyond or claim.at in made.contested:
            made.contested[claim.at] = claim
        else:
            made.granted[claim.at] = claim


def _is_lost(claim: Claim, made: Allotment, open_of: Callable[[str], int]) -> bool:
    """Whether what it claims is held by claims that outdo it; those that hold it and do not are contested."""
    blocked = [item for item, closed in claim.closes.items() if not _fits(made.taken[item] + closed, open_of(item))]
    against = [other for item in blocked for other in made.of.get(item, ())]
    doubtful = [other for other in against if not other.outdoes(claim)]
    for other in doubtful:
        made.granted.pop(other.at, None)
        made.contested[other.at] = other
    if blocked and not doubtful:
        made.lost[claim.at] = claim
        return True
    return False


def _fits(taken: int, held: int) -> bool:
    return 0 <= taken <= held or held <= taken <= 0
