"""The search for subsets of items that add up to an amount."""

from collections.abc import Sequence
from itertools import islice

from otcore.reconciliation.sums.density import FULL, Density, near_of
from otcore.reconciliation.sums.groups import Question, question_of
from otcore.reconciliation.sums.plan import most_groups, plan_of
from otcore.reconciliation.sums.reach import Taken, reach_of
from otcore.reconciliation.sums.verdict import Sums, Verdict

UNKNOWN = Sums(Verdict.UNKNOWN, (), FULL)


def subsets(amounts: Sequence[int], target: int, *, work: int, rivals: int = 3, near: int | None = None) -> Sums:
    """Which subsets of signed amounts add up to the target, and how densely sums lie `near` it.

    `amounts`: minor units of one currency, credits negative, zeros ignored; of equal ones the earliest are preferred.
    The empty subset adds up to 0. `work`: steps of `plan.STEP`; a search that would take more is not begun, and its
    answer is `UNKNOWN`. Every other answer is exact, but for the density where very many sums of few large items lie
    near: that may be too high. Subset sums by dynamic programming over bits (Bellman 1956; two planes
    count none, one, many), where the largest sizes are tried one by one as in a meeting in the middle (Horowitz and
    Sahni 1974).
    """
    reach = near_of(target) if near is None else near
    question = question_of(amounts, target, reach, most_groups(work))
    if question is None:
        return UNKNOWN
    if question.low > question.high:  # beyond all that is owed
        return Sums(Verdict.NONE, (), Density(0, 2 * reach + 1))
    plan = plan_of(question)
    if plan.work > work:
        return UNKNOWN
    found = reach_of(question, plan)
    ways, reached = found.counted()
    density = Density(reached, 2 * reach + 1)
    if not ways or question.target is None:
        return Sums(Verdict.NONE, (), density)
    choices = tuple(islice(found.choices(question.target), 1 if ways == 1 else max(1, rivals)))
    return Sums(_verdict(ways, choices[0]), tuple(_chosen(question, each) for each in choices), density)


def _verdict(ways: int, taken: Taken) -> Verdict:
    if ways > 1:
        return Verdict.MANY
    return Verdict.SAME if any(number < len(group.items) for group, number in taken) else Verdict.ONE


def _chosen(question: Question, taken: Taken) -> tuple[int, ...]:
    """The items that a choice means."""
    numbers = {group.items: number for group, number in taken}
    chosen = list(question.fixed)
    for group in question.groups:
        chosen += group.chosen(numbers.get(group.items, 0))
    return tuple(sorted(chosen))
