"""Where sums are looked for: everything open, what is due, what is missing from what is due, and few items."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from otcore.reconciliation.evidence import weights
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.index.standing import Standing
from otcore.reconciliation.sums import Sums, Verdict, bits, subsets
from otcore.reconciliation.sums.by_size import by_size
from otcore.values.fast_init import fast_init

_ONE_BY_ONE = 60


@fast_init
@frozen
class Fit:
    """Items that add up, what kind of sum it is, and what it weighs that they do; `alone`: no others do as well."""

    kind: str
    entries: tuple[Entry, ...]
    weight: int
    alone: bool = True


def fits(standing: Standing, taken: set[str], target: int, day: int, work: int) -> Iterator[Fit]:
    """Sets of a customer's open items, without those `taken`, that add up to the target."""
    debts = [entry for entry in standing.debts if entry.id not in taken] if taken else standing.debts
    if not debts:
        return
    if not taken:
        yield from _everything(standing, target, day)
    yield from _few(debts, target, work)


def _everything(standing: Standing, target: int, day: int) -> Iterator[Fit]:
    """All that is due, or open: with the credits that are due, or without; all but few."""
    due = [entry for entry in standing.debts if entry.due <= day]
    credits = [entry for entry in standing.credits if entry.due <= day]
    for pool in (
        [*due, *credits],
        due,
        [*due, *standing.credits],
        [*standing.debts, *standing.credits],
        standing.debts,
    ):
        if len(pool) > 1:
            yield from _all_but_few(pool, target, standing)


def _all_but_few(pool: Sequence[Entry], target: int, standing: Standing) -> Iterator[Fit]:
    over = sum(entry.open for entry in pool) - target
    if over == 0:
        weight = weights.amount_weight(target, 1) + weights.ALL
        yield Fit("ALL_DUE", tuple(pool), weight, not _exchangeable(pool, standing))
        return
    if over < 0 or len(pool) > _LARGEST:
        return
    for sums in by_size([entry.open for entry in pool], over, work=_WORK, most=2):
        for subset in sums.subsets:
            missing = set(subset)
            rest = tuple(entry for at, entry in enumerate(pool) if at not in missing)
            if len(rest) > 1:
                alone = sums.verdict is Verdict.ONE
                yield Fit("ALL_DUE_BUT", rest, _weight(sums, target) + weights.ALL, alone)


_LARGEST = 300
_WORK = 100_000


def _exchangeable(pool: Sequence[Entry], standing: Standing) -> bool:
    """Whether an item of the same amount was left out, which might as well be meant."""
    taken = {entry.id for entry in pool}
    return any(other.id not in taken for entry in pool for other in standing.of(entry.open))


def _few(debts: Sequence[Entry], target: int, work: int) -> Iterator[Fit]:
    amounts = [entry.open for entry in debts]
    if len(amounts) <= _ONE_BY_ONE:
        whole = subsets(amounts, target, work=work)
        if whole.verdict in (Verdict.ONE, Verdict.SAME):
            yield from _listed(whole, debts, target)
            return
        if whole.verdict is Verdict.NONE:
            return
    for sums in by_size(amounts, target, work=work):
        yield from _listed(sums, debts, target)


def _listed(sums: Sums, debts: Sequence[Entry], target: int) -> Iterator[Fit]:
    """One item alone is no sum: other rules look at single items."""
    for subset in sums.subsets:
        if len(subset) > 1:
            entries = tuple(debts[at] for at in subset)
            yield Fit("SUM_OF_PAYER", entries, _weight(sums, target), sums.verdict is Verdict.ONE)


def _weight(sums: Sums, target: int) -> int:
    return max(0, bits(sums.density) - weights.roundness(target))
