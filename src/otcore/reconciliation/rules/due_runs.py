"""Items that fall due together: payers pay in runs, so of many sums that fit, one of neighbours is likelier by far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, compress
from operator import attrgetter, eq, sub

from attrs import frozen

from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.entry import Entry
from otcore.values.fast_init import fast_init

_DAYS = 1
_NEAR = 6
_LONGEST = 9
_LARGEST = 500
_FEWEST, _SAME_DAY = 4, 10
_PAST, _AHEAD = 75, 35
_WORK = 4_000
_OPEN = attrgetter("open")
_DUE = attrgetter("due")


@fast_init
@frozen
class Run:
    """Neighbours by due date that add up; `of`: how many such sets were tried."""

    entries: tuple[Entry, ...]
    of: int

    @property
    def spread(self) -> int:
        """Over how many days they fall due."""
        return self.entries[-1].due - self.entries[0].due


def due_runs(debts: Sequence[Entry], target: int, day: int) -> list[Run]:
    """Sets of two to nine neighbours that add up to the target, few and close ones first. `debts`: the oldest first."""
    opens = list(map(_OPEN, debts))
    if target > _LONGEST * max(opens, default=0):
        return []
    runs = [
        *_pairs(debts, opens, target, day),
        *_windows(debts, opens, target),
        *_of_a_day(debts, opens, target, day),
    ]
    once = {tuple(entry.id for entry in run.entries): run for run in runs}
    return sorted(once.values(), key=lambda run: (run.of, run.spread, abs(run.entries[-1].due - day)))


def may_tell(count: int, target: int) -> bool:
    """Whether neighbours that fit could say anything: of so many items some will always fit."""
    return (
        count <= _LARGEST
        and weights.amount_weight(target, 1) - log2(count * _NEAR) + weights.TOGETHER >= weights.MARGIN
    )


def run_weight(run: Run, target: int) -> int:
    """What it weighs that neighbours fit: less, the more of their kind there are."""
    return weights.amount_weight(target, 1) - log2(run.of) + weights.TOGETHER


def _pairs(debts: Sequence[Entry], opens: Sequence[int], target: int, day: int) -> Iterator[Run]:
    """Two that fall due within a day, or stand near each other."""
    fitting = set(opens).intersection([target - amount for amount in opens])
    if not fitting:
        return
    where: dict[int, list[int]] = {}
    for at, amount in enumerate(opens):
        if amount in fitting:
            where.setdefault(amount, []).append(at)
    days = max(1, (debts[-1].due - debts[0].due) // (_DAYS + 1))
    tried = len(debts) * max(_NEAR, len(debts) // days)
    for amount, places in where.items():
        if 2 * amount <= target:
            for one, other in _near(debts, places, where[target - amount], day):
                yield Run((debts[min(one, other)], debts[max(one, other)]), tried)


def _near(debts: Sequence[Entry], ones: list[int], others: list[int], day: int) -> Iterator[tuple[int, int]]:
    """Places of neighbours out of two lists, each list no longer than `_SAME`: those due nearest to the day."""

    def apart(at: int) -> int:
        return abs(debts[at].due - day)

    few = sorted(ones, key=apart)[:_SAME] if len(ones) > _SAME else ones
    more = sorted(others, key=apart)[:_SAME] if len(others) > _SAME else others
    for one in few:
        for other in more:
            different = one < other or (one > other and ones is not others)
            if different and (abs(one - other) <= _NEAR or abs(debts[one].due - debts[other].due) <= _DAYS):
                yield one, other


_SAME = 12


def _windows(debts: Sequence[Entry], opens: Sequence[int], target: int) -> Iterator[Run]:
    """All of a run, or all but one."""
    count, sums = len(debts), [0, *accumulate(opens)]
    goals = {target, *[target + amount for amount in opens]}
    least = max(3, -(-target // max(opens)))
    for first, last in sorted(_coming_to(goals, sums, least)):
        over = sums[last] - sums[first] - target
        if over == 0:
            yield Run(tuple(debts[first:last]), count * _LONGEST)
        elif last - first > 3:
            yield from _but_one(debts[first:last], over, count)


def _coming_to(goals: set[int], sums: Sequence[int], least: int) -> Iterator[tuple[int, int]]:
    """Where runs of `least` to nine begin and end that come to one of the goals; `sums`: of all before each place."""
    for size in range(least, _LONGEST + 1):
        runs = list(map(sub, sums[size:], sums))
        if not goals.isdisjoint(runs):
            yield from ((first, first + size) for first, total in enumerate(runs) if total in goals)


def _but_one(window: Sequence[Entry], over: int, count: int) -> Iterator[Run]:
    """Without one in its midst: at its ends it would be a shorter run."""
    for at in range(1, len(window) - 1):
        if window[at].open == over:
            yield Run((*window[:at], *window[at + 1 :]), count * _LONGEST * _LONGEST // 2)


def _of_a_day(debts: Sequence[Entry], opens: Sequence[int], target: int, day: int) -> Iterator[Run]:
    """Three or four that fall due on one day, of the days around the payment on which not too many do."""
    low = bisect_left(debts, day - _PAST, key=_DUE)
    dues = list(map(_DUE, debts[low : bisect_right(debts, day + _AHEAD, key=_DUE)]))
    days = len(set(dues))
    work = 0
    for first, end in sorted(_same_day(dues), key=lambda group: abs(dues[group[0]] - day)):
        small = [amount for amount in opens[low + first : low + end] if amount < target]
        if not _FEWEST <= len(small) <= _SAME_DAY:
            continue
        work += len(small) ** 2
        if work > _WORK:
            return
        if _may_reach(small, target):
            group = [entry for entry in debts[low + first : low + end] if entry.open < target]
            yield from _three_or_four(group, target, days)


def _may_reach(amounts: Sequence[int], target: int) -> bool:
    """Whether three or four of these come to the target, if one may be taken twice."""
    pairs = list(map(sum, combinations(amounts, 2)))
    rests = [target - pair for pair in pairs]
    return not set(amounts).isdisjoint(rests) or not set(pairs).isdisjoint(rests)


def _same_day(dues: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From where to where four or more fall due on one day."""
    end = 0
    for first in compress(range(len(dues)), map(eq, dues, dues[_FEWEST - 1 :])):
        if first >= end:
            end = bisect_right(dues, dues[first], first)
            yield first, end


def _three_or_four(group: Sequence[Entry], target: int, days: int) -> Iterator[Run]:
    pairs: dict[int, tuple[int, int]] = {}
    amounts = [entry.open for entry in group]
    last = {amount: at for at, amount in enumerate(amounts)}
    count = len(group)
    threes, fours = days * count**3 // 6, days * count**4 // 24
    for high in range(1, count):
        for low in range(high):
            rest = target - amounts[low] - amounts[high]
            if rest <= 0:
                continue
            third = last.get(rest, -1)
            if third > high:
                yield Run((group[low], group[high], group[third]), threes)
            two = pairs.get(rest)
            if two is not None and two[1] < low:
                yield Run((group[two[0]], group[two[1]], group[low], group[high]), fours)
        for low in range(high):
            pairs.setdefault(amounts[low] + amounts[high], (low, high))
