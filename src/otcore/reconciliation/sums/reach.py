"""What is reached: the sums of all choices, kept by stages so that the choices can be found again."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from otcore.reconciliation.sums.groups import Group, Question
from otcore.reconciliation.sums.plan import Plan
from otcore.reconciliation.sums.planes import NOTHING_TAKEN, Planes, with_group

Taken = tuple[tuple[Group, int], ...]


@frozen
class Reach:
    """The sums that small sizes reach (planes) and that the largest reach (a sum: its ways, two for more).

    The first stage of each is nothing taken; each further one has a group more.
    """

    question: Question
    small: tuple[Group, ...]
    large: tuple[Group, ...]
    planes: tuple[Planes, ...]
    sums: tuple[dict[int, int], ...]

    def counted(self) -> tuple[int, int]:
        """In how many ways the target is reached (two: or more), and how many sums of the window are."""
        if self.small:
            return _laid(self.planes[-1], self.sums[-1], self.question)
        low, high, sums = self.question.low, self.question.high, self.sums[-1]
        ways = 0 if self.question.target is None else sums.get(self.question.target, 0)
        return ways, sum(low <= each <= high for each in sums)

    def choices(self, target: int) -> Iterator[Taken]:
        """The choices that add up to the target, those with more of the largest sizes first."""
        small = self.planes[-1]
        for large in sorted((each for each in self.sums[-1] if target - each in small), reverse=True):
            for some in _walked(self.sums, self.large, large):
                for others in _walked(self.planes, self.small, target - large):
                    yield some + others


def reach_of(question: Question, plan: Plan) -> Reach:
    """All the work of a search."""
    small, large = question.groups[: plan.dense], question.groups[plan.dense :]
    planes, mask = [NOTHING_TAKEN], (1 << question.high + 1) - 1
    for group in small:
        planes.append(with_group(planes[-1], group, mask))
    rest = sum(group.size * group.most for group in question.groups)
    sums = [{0: 1}]
    for group in reversed(large):
        rest -= group.size * group.most
        sums.append(_tried(sums[-1], group, question.low - rest, question.high))
    return Reach(question, small, large[::-1], tuple(planes), tuple(sums))


def _tried(sums: dict[int, int], group: Group, low: int, high: int) -> dict[int, int]:
    """The sums with a group more that can still come into the window."""
    found: dict[int, int] = {}
    for added in range(0, group.size * group.most + 1, group.size):
        for each, ways in sums.items():
            if low <= each + added <= high:
                found[each + added] = 2 if each + added in found else ways
    return found


def _laid(planes: Planes, sums: dict[int, int], question: Question) -> tuple[int, int]:
    """The planes laid over the window once for each sum, moved by it."""
    low, mask = question.low, (1 << question.high - question.low + 1) - 1
    window = Planes(0, 0)
    for each, ways in sums.items():
        laid = planes.moved(each - low, mask)
        window = window.joined(laid if ways == 1 else Planes(laid.once, laid.once))
    ways = 0
    if question.target is not None:
        at = question.target - low
        ways = (window.once >> at & 1) + (window.twice >> at & 1)
    return ways, window.once.bit_count()


def _walked(stages: Sequence[dict[int, int] | Planes], groups: Sequence[Group], amount: int) -> Iterator[Taken]:
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
