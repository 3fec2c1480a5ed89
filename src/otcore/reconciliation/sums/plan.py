"""How a search is divided, the few largest sizes one by one, the others on planes or too; and what it will cost."""

from collections.abc import Iterator
from itertools import accumulate
from operator import mul

from attrs import frozen

from otcore.reconciliation.sums.groups import Question
from otcore.reconciliation.sums.planes import joins

STEP = 128
"""A step of work: an item joined to so many sums of the planes."""

# In sums joined, as measured: what a call costs, however short the planes; a sum that is tried one by one; how much
# quicker planes are moved, and a window is laid over another, than planes are joined.
_CALL = 20_000
_TRIED = 2_500
_LAID = 15_000
_MOVED = 3
_OVERLAID = 10

MOST_TRIED = 1 << 14
"""So many sums at most are tried one by one on either side."""


def most_groups(work: int) -> int:
    """More groups than this take more than so many steps, whatever they are."""
    return work * STEP // _CALL + MOST_TRIED.bit_length()


@frozen
class Plan:
    """The first `small` groups go on planes, or else are tried one by one, as the others are. `work`: in steps."""

    small: int
    planes: bool
    work: int


def plan_of(question: Question) -> Plan:
    """The cheapest division. Known before any of the work is done, so a budget is never overdrawn."""
    cost, small, planes = min(_costs(question))
    return Plan(small, planes, cost // STEP)


def _costs(question: Question) -> Iterator[tuple[int, int, bool]]:
    groups = question.groups
    lengths = [min(each, question.high) for each in accumulate((g.size * g.most for g in groups), initial=0)]
    joined = [joins(g.most) * (length + _CALL) for g, length in zip(groups, lengths[1:], strict=True)]
    planes = list(accumulate(joined, initial=0))
    sums = list(accumulate((g.most + 1 for g in groups), mul, initial=1))
    width = question.high - question.low + 1
    for small in range(len(groups), -1, -1):
        tried = sums[-1] // sums[small]
        if tried > MOST_TRIED:
            return
        laid = _LAID + lengths[small] // _MOVED + width // _OVERLAID
        yield planes[small] + tried * (_TRIED + laid), small, True
        if sums[small] <= MOST_TRIED:
            yield (tried + sums[small]) * _TRIED, small, False
