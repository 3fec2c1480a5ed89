"""Where sums are looked for: everything open, what is due, what is missing from what is due, and few items."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import comb, prod
from operator import attrgetter

from attrs import frozen

from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.index.standing import Standing
from otcore.reconciliation.sums import Sums, Verdict, alone, bits, fitting
from otcore.values.fast_init import fast_init

_ONE_BY_ONE, _DIFFERENT = 60, 20
_LARGEST = 300
_WORK = 100_000
_MOST = 4
_CROWDED = 64
_MISSING = 2
_OPEN = attrgetter("open")


@fast_init
@frozen
class Fit:
    """Items that add up, what kind of sum it is, and what it weighs that they do; `alone`: no others do as well."""

    kind: str
    entries: tuple[Entry, ...]
    weight: int
    alone: bool = True


def everything(standing: Standing, target: int, day: int) -> Iterator[Fit]:
    """All that is due, or open: with the credits that are due, all credits, or none; all but few."""
    if len(standing.debts) > _LARGEST and not _is_whole(standing, target, day):
        return
    sums = [0, *accumulate(standing.opens)]
    if sums[-1] < target:
        return
    seen: set[tuple[int, int]] = set()
    for count, credits, most in _pools(standing, day):
        size = count + len(credits), sums[count] + sum(map(_OPEN, credits))
        if size[0] > 1 and size not in seen and 0 <= size[1] - target <= _MISSING * target:
            seen.add(size)
            yield from _all_but_few([*standing.debts[:count], *credits], size[1] - target, target, standing, most)


def _is_whole(standing: Standing, target: int, day: int) -> bool:
    """Whether the target is all that is due or open, for a customer with so many items that little else can be told."""
    last, credits = standing.due_by(day), sum(map(_OPEN, standing.credits))
    if last > _LARGEST and sum(standing.opens[:_LARGEST]) + credits > target:
        return False
    due = sum(standing.opens[:last])
    open_ = due + sum(standing.opens[last:])
    credits_due = sum(entry.open for entry in standing.credits if entry.due <= day)
    return target in (due, due + credits_due, due + credits, open_, open_ + credits)


def _pools(standing: Standing, day: int) -> Iterator[tuple[int, Sequence[Entry], int]]:
    """What may be meant by everything: so many debts, and these credits; and how many items may be missing from it."""
    due, credits = standing.due_by(day), [entry for entry in standing.credits if entry.due <= day]
    yield due, credits, _MOST
    yield due, (), _MOST
    yield due, standing.credits, 1
    yield len(standing.debts), standing.credits, 1
    yield len(standing.debts), (), 1
    for before in range(1, _DAYS_BEFORE):
        earlier = standing.due_by(day - before)
        yield earlier, [entry for entry in credits if entry.due <= day - before], 1
        yield earlier, (), 2


_DAYS_BEFORE = 6


def _all_but_few(pool: Sequence[Entry], over: int, target: int, standing: Standing, most: int) -> Iterator[Fit]:
    """All of them, or without those that make up what is `over`."""
    if over == 0:
        weight = weights.amount_weight(target, 1) + weights.ALL
        yield Fit("ALL_DUE", tuple(pool), weight, _is_whole_likelier(pool, standing))
        return
    if len(pool) > _LARGEST:
        return
    amounts = list(map(_OPEN, pool))
    for sums in fitting(amounts, over, work=_WORK, most=min(most, sizes(len(pool), over))):
        for subset in sums.subsets:
            missing = set(subset)
            rest = tuple(entry for at, entry in enumerate(pool) if at not in missing)
            if len(rest) > 1:
                yield Fit("ALL_DUE_BUT", rest, weight_of(sums, target) + weights.ALL, sums.verdict is Verdict.ONE)


def _is_whole_likelier(pool: Sequence[Entry], standing: Standing) -> bool:
    """Whether everything is likelier than the same with some items changed for their twins.

    Everything is one set of the many that have so many items; of each amount other items may be meant as well.
    """
    fitting = prod(comb(len(standing.of(amount)), count) for amount, count in Counter(map(_OPEN, pool)).items())
    return fitting == 1 or comb(len(standing), len(pool)) > _LIKELIER * fitting


_LIKELIER = 500


def exchangeable(pool: Sequence[Entry], standing: Standing, taken: set[str]) -> bool:
    """Whether an item of the same amount was left out, which might as well be meant."""
    return any(other.id not in taken for entry in pool for other in standing.of(entry.open))


def few(debts: Sequence[Entry], target: int, work: int) -> Iterator[Fit]:
    """The only items that add up; where many items make many sums, the few that do.

    Of more than twenty different amounts there are a million sets: some come to nearly every amount.
    """
    most = sizes(len(debts), target)
    if most == 1 and len(debts) > _ONE_BY_ONE:
        return
    opens = list(map(_OPEN, debts))
    if sum(opens) < target:
        return
    searched = len(opens) <= _ONE_BY_ONE and len({*opens}) <= _DIFFERENT
    whole = alone(opens, target, work=work) if searched else None
    if whole is not None:
        yield from _listed(whole, debts, target)
    elif most > 1:
        for sums in fitting(opens, target, work=work, most=most):
            yield from _listed(sums, debts, target, weights.OF_MANY)


def between(members: Sequence[Entry], rest: int, dues: tuple[int, int]) -> Iterator[Fit]:
    """Sums of members of a range: of those that fall due with its ends, else of all."""
    early, late = min(dues) - _DAYS, max(dues) + _DAYS
    together = [entry for entry in members if early <= entry.due <= late]
    for pool in (together, members) if len(together) < len(members) else (members,):
        found = list(_any_size(pool, rest))
        yield from found
        if any(fit.alone and fit.weight >= weights.REST for fit in found):
            return


_DAYS = 1


def _any_size(pool: Sequence[Entry], rest: int) -> Iterator[Fit]:
    single = [entry for entry in pool if entry.open == rest]
    for entry in single:
        yield Fit("REST", (entry,), weights.amount_weight(rest, 1) - log2(len(pool)), len(single) == 1)
    if pool:
        yield from few(pool, rest, _WORK)


def sizes(count: int, target: int) -> int:
    """How many items a sum may have before chance alone makes it: above, no search can tell."""
    most = 1
    while most < _MOST and comb(count, most + 1) * _CROWDED < abs(target) * _MOST:
        most += 1
    return most


def _listed(sums: Sums, debts: Sequence[Entry], target: int, less: int = 0) -> Iterator[Fit]:
    """One item alone is no sum: other rules look at single items."""
    for subset in sums.subsets:
        if len(subset) > 1:
            entries = tuple(debts[at] for at in subset)
            yield Fit("SUM_OF_PAYER", entries, weight_of(sums, target) + less, sums.verdict is Verdict.ONE)


def weight_of(sums: Sums, target: int) -> int:
    """What it weighs that a sum fits: the density of the sums, closer where the amount is round."""
    return max(0, bits(sums.density) - weights.roundness(target))
