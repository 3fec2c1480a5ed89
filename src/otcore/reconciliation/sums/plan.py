"""How a search is divided: the small sizes on planes, the few largest one by one; and what it will cost."""

from collections.abc import Iterator
from itertools import accumulate

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
_MOST_TRIED = 1 << 14


@frozen
class Plan:
    """The first `dense` groups go on planes, the others are tried one by one. `work`: in steps."""

    dense: int
    work: int


def plan_of(question: Question) -> Plan:
    """The cheapest division. Known before any of the work is done, so a budget is never overdrawn."""
    costs = _costs(question)
    cost, dense = min(costs)
    return Plan(dense, cost // STEP)


def _costs(question: Question) -> Iterator[tuple[int, int]]:
    groups = question.groups
    lengths = [min(each, question.high) for each in accumulate((g.size * g.most for g in groups), initial=0)]
    joined = [joins(g.most) * (length + _CALL) for g, length in zip(groups, lengths[1:], strict=True)]
    planes = list(accumulate(joined, initial=0))
    width, tried = question.high - question.low + 1, 1
    for dense in range(len(groups), -1, -1):
        laid = _LAID + lengths[dense] // _MOVED + width // _OVERLAID if dense else 0
        yield planes[dense] + tried * (_TRIED + laid), dense
        tried *= groups[dense - 1].most + 1 if dense else 1
        if tried > _MOST_TRIED:
            return
