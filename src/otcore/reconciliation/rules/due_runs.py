"""Items that fall due together: payers pay in runs, so of many sums that fit, one of neighbours is likelier by far."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from attrs import frozen

from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.entry import Entry
from otcore.values.fast_init import fast_init

_DAYS = 1
_NEAR = 6
_LONGEST = 9
_SAME_DAY = 30
_PAST, _AHEAD = 75, 35
_WORK = 24_000


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
    runs = [*_pairs(debts, target), *_windows(debts, target), *_of_a_day(debts, target, day)]
    once = {tuple(entry.id for entry in run.entries): run for run in runs}
    return sorted(once.values(), key=lambda run: (run.of, run.spread, abs(run.entries[-1].due - day)))


def run_weight(run: Run, target: int) -> int:
    """What it weighs that neighbours fit: less, the more of their kind there are."""
    return weights.amount_weight(target, 1) - log2(run.of) + weights.TOGETHER


def _pairs(debts: Sequence[Entry], target: int) -> Iterator[Run]:
    """Two that fall due within a day, or stand near each other."""
    where: dict[int, list[int]] = {}
    tried = 0
    found = []
    for at, entry in enumerate(debts):
        for other in where.get(target - entry.open, ()):
            if at - other <= _NEAR or entry.due - debts[other].due <= _DAYS:
                found.append((debts[other], entry))
        where.setdefault(entry.open, []).append(at)
    if found:
        days = max(1, (debts[-1].due - debts[0].due) // (_DAYS + 1))
        tried = len(debts) * max(_NEAR, len(debts) // days)
    for pair in found:
        yield Run(pair, tried)


def _windows(debts: Sequence[Entry], target: int) -> Iterator[Run]:
    """All of a run, or all but one."""
    sums = [0, *accumulate(entry.open for entry in debts)]
    opens = {entry.open for entry in debts}
    count = len(debts)
    for first in range(count - 2):
        before = sums[first]
        if sums[min(first + _LONGEST, count)] - before < target:
            continue
        for last in range(first + 3, min(first + _LONGEST, count) + 1):
            over = sums[last] - before - target
            if over < 0:
                continue
            if over == 0:
                yield Run(tuple(debts[first:last]), count * _LONGEST)
            elif over in opens and last - first > 3:
                yield from _but_one(debts[first:last], over, count)


def _but_one(window: Sequence[Entry], over: int, count: int) -> Iterator[Run]:
    """Without one in its midst: at its ends it would be a shorter run."""
    for at in range(1, len(window) - 1):
        if window[at].open == over:
            yield Run((*window[:at], *window[at + 1 :]), count * _LONGEST * _LONGEST // 2)


def _of_a_day(debts: Sequence[Entry], target: int, day: int) -> Iterator[Run]:
    """Three or four that fall due on one day, of the days around the payment."""
    work = 0
    groups = [group for group in _days(debts) if day - _PAST <= group[0].due <= day + _AHEAD]
    groups.sort(key=lambda group: abs(group[0].due - day))
    for group in groups:
        low = [entry for entry in group if entry.open < target][:_SAME_DAY]
        work += len(low) ** 2
        if work > _WORK:
            return
        if len(low) > 3:
            yield from _three_or_four(low, target, len(groups))


def _days(debts: Sequence[Entry]) -> Iterator[list[Entry]]:
    group: list[Entry] = []
    for entry in debts:
        if group and entry.due != group[0].due:
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


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
