"""Subset sums by trying every subset: slow, and plainly right."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from hypothesis import strategies as st

from otcore.reconciliation.sums import Verdict

WORK = 10**6
FEW = st.lists(st.integers(-60, 200), max_size=9)
COARSE = st.lists(st.sampled_from([0, 250, 500, 500, 750, 1000, -500]), max_size=9)
BOOKS = FEW | COARSE


def all_subsets(amounts: Sequence[int], sizes: Sequence[int] | None = None) -> Iterator[tuple[int, ...]]:
    """Every subset of the items that are not zero."""
    items = [index for index, amount in enumerate(amounts) if amount]
    for size in range(len(items) + 1) if sizes is None else sizes:
        yield from combinations(items, size)


def added(amounts: Sequence[int], subset: Sequence[int]) -> int:
    """What a subset adds up to."""
    return sum(amounts[index] for index in subset)


def verdict_of(amounts: Sequence[int], found: Sequence[tuple[int, ...]]) -> Verdict:
    """What is to be said of the subsets that fit."""
    kinds = {tuple(sorted(amounts[index] for index in subset)) for subset in found}
    if len(found) < 2:
        return Verdict.ONE if found else Verdict.NONE
    return Verdict.SAME if len(kinds) == 1 else Verdict.MANY
