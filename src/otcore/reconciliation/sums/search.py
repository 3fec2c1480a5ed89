"""The search for subsets of items that add up to an amount."""

from collections.abc import Sequence
from itertools import islice

from attrs import frozen

from otcore.reconciliation.sums.density import FULL, Density, near_of
from otcore.reconciliation.sums.groups import Question, question_of
from otcore.reconciliation.sums.plan import Plan, most_groups, plan_of
from otcore.reconciliation.sums.reach import Reach, Taken, lonely_reach_of, reach_of
from otcore.reconciliation.sums.verdict import Sums, Verdict
from otcore.values.fast_init import fast_init

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
    posed = _posed(amounts, target, near_of(target) if near is None else near, work)
    return posed if isinstance(posed, Sums) else _answer(posed, reach_of(posed.question, posed.plan), max(1, rivals))


def alone(amounts: Sequence[int], target: int, *, work: int) -> Sums | None:
    """What `subsets` answers if it is `NONE`, `ONE` or `SAME`; None where it is not. Quicker, for many subsets mostly
    show before the search is done, and need not be found.
    """
    posed = _posed(amounts, target, near_of(target), work)
    if isinstance(posed, Sums):
        return None if posed is UNKNOWN else posed
    found = lonely_reach_of(posed.question, posed.plan)
    return None if found is None or found.ways() > 1 else _answer(posed, found, 1)


@fast_init
@frozen
class _Posed:
    """A question, how it is searched, and how many amounts its window has."""

    question: Question
    plan: Plan
    of: int


def _posed(amounts: Sequence[int], target: int, near: int, work: int) -> _Posed | Sums:
    """The search that is to be made, or what is answered without one."""
    question = question_of(amounts, target, near, most_groups(work))
    if question is None:
        return UNKNOWN
    if question.low > question.high:  # beyond all that is owed
        return Sums(Verdict.NONE, (), Density(0, 2 * near + 1))
    plan = plan_of(question)
    return UNKNOWN if plan.work > work else _Posed(question, plan, 2 * near + 1)


def _answer(posed: _Posed, found: Reach, rivals: int) -> Sums:
    question, ways = posed.question, found.ways()
    density = Density(found.reached(), posed.of)
    if not ways or question.target is None:
        return Sums(Verdict.NONE, (), density)
    choices = tuple(islice(found.choices(question.target), 1 if ways == 1 else rivals))
    verdict = Verdict.MANY if ways > 1 else _verdict(choices[0])
    return Sums(verdict, tuple(_chosen(question, each) for each in choices), density)


def _verdict(taken: Taken) -> Verdict:
    return Verdict.SAME if any(number < len(group.items) for group, number in taken) else Verdict.ONE


def _chosen(question: Question, taken: Taken) -> tuple[int, ...]:
    """The items that a choice means."""
    numbers = {group.items: number for group, number in taken}
    chosen = list(question.fixed)
    for group in question.groups:
        chosen += group.chosen(numbers.get(group.items, 0))
    return tuple(sorted(chosen))
