"""What is reached: the sums of all choices, kept by stages so that the choices can be found again."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from attrs import frozen

from otcore.reconciliation.sums.groups import Group, Question
from otcore.reconciliation.sums.meeting import Stage, laid, met, ways_to
from otcore.reconciliation.sums.plan import Plan
from otcore.reconciliation.sums.planes import NOTHING_TAKEN, Planes, with_group

Taken = tuple[tuple[Group, int], ...]


@frozen
class Reach:
    """The sums that the large sizes reach (`above`: a sum and its ways, two for more) and that the small ones do
    (`below`: the same, or planes), each by stages: the first is nothing taken, each further one has a group more.
    """

    question: Question
    small: tuple[Group, ...]
    large: tuple[Group, ...]
    below: tuple[Stage, ...]
    above: tuple[dict[int, int], ...]

    def ways(self) -> int:
        """In how many ways the target is reached; two: or more."""
        target = self.question.target
        return 0 if target is None else ways_to(target, self.below[-1], self.above[-1])

    def reached(self) -> int:
        """How many sums of the window are reached."""
        below, above = self.below[-1], self.above[-1]
        return laid(below, above, self.question) if isinstance(below, Planes) else met(below, above, self.question)

    def choices(self, target: int) -> Iterator[Taken]:
        """The choices that add up to the target, those with more of the largest sizes first."""
        below = self.below[-1]
        for each in sorted(self.above[-1], reverse=True):
            if target - each in below:
                yield from self._choices(each, target - each)

    def _choices(self, large: int, small: int) -> Iterator[Taken]:
        for some in _walked(self.above, self.large, large):
            for others in _walked(self.below, self.small, small):
                yield some + others


def reach_of(question: Question, plan: Plan) -> Reach:
    """All the work of a search."""
    small, large = question.groups[: plan.small], question.groups[plan.small :][::-1]
    if plan.planes:
        return _reach(question, small, large, tuple(_on_planes(small, question.high)))
    return _reach(question, small, large, _tried(small, 0, question.high))


def lonely_reach_of(question: Question, plan: Plan) -> Reach | None:
    """The same, given up (None) when the small sizes alone reach the target in several ways."""
    target, planes = question.target, list[Planes]()
    if not plan.planes or target is None:
        return reach_of(question, plan)
    small, large = question.groups[: plan.small], question.groups[plan.small :][::-1]
    for stage in _on_planes(small, question.high):
        if stage.twice >> target & 1:
            return None
        planes.append(stage)
    return _reach(question, small, large, tuple(planes))


def _reach(question: Question, small: tuple[Group, ...], large: tuple[Group, ...], below: tuple[Stage, ...]) -> Reach:
    rest = sum(group.size * group.most for group in small)
    return Reach(question, small, large, below, _tried(large, question.low - rest, question.high))


def _on_planes(groups: Sequence[Group], high: int) -> Iterator[Planes]:
    mask = (1 << high + 1) - 1
    return accumulate(groups, lambda planes, group: with_group(planes, group, mask), initial=NOTHING_TAKEN)


def _tried(groups: Sequence[Group], low: int, high: int) -> tuple[dict[int, int], ...]:
    """Group after group, only what can still come to between `low` and `high`."""
    rest = sum(group.size * group.most for group in groups)
    stages = [{0: 1}]
    for group in groups:
        rest -= group.size * group.most
        stages.append(_with_one(stages[-1], group, low - rest, high))
    return tuple(stages)


def _with_one(sums: dict[int, int], group: Group, low: int, high: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for added in range(0, group.size * group.most + 1, group.size):
        for each, ways in sums.items():
            if low <= each + added <= high:
                found[each + added] = 2 if each + added in found else ways
    return found


def _walked(stages: Sequence[Stage], groups: Sequence[Group], amount: int) -> Iterator[Taken]:
    """The choices that reach an amount of the last stage: back through the stages, wherever the one before has it."""
    paths: list[tuple[int, int, Taken]] = [(len(groups), amount, ())]
    while paths:
        at, rest, taken = paths.pop()
        if not at:
            yield taken
            continue
        group = groups[at - 1]
        for number in range(group.most + 1):
            left = rest - number * group.size
            if left in stages[at - 1]:
                paths.append((at - 1, left, (*taken, (group, number)) if number else taken))
