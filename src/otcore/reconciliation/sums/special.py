"""Subsets that people pay without naming them: everything, everything due, the oldest, all but one."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate

from attrs import frozen


class Special(StrEnum):
    """A kind of subset that is asked directly, for it is likelier than others of its size."""

    ALL_OPEN = "all_open"
    ALL_DUE = "all_due"
    OLDEST = "oldest"  # the first ones in the order given
    ALL_BUT_ONE = "all_but_one"


@frozen
class Hit:
    """A special subset that adds up to the target: indexes, ascending, and how many subsets of its kind were asked."""

    which: Special
    subset: tuple[int, ...]
    of: int


def special(amounts: Sequence[int], target: int, due: Sequence[bool]) -> tuple[Hit, ...]:
    """The special subsets of two items or more that add up to the target, each subset once, the likeliest kind first.

    `amounts`: signed minor units, the oldest first; `due`: of each, whether it was due.
    """
    hits: dict[tuple[int, ...], Hit] = {}
    for hit in _hits(amounts, target, due):
        hits.setdefault(hit.subset, hit)
    return tuple(hit for hit in hits.values() if len(hit.subset) > 1)


def _hits(amounts: Sequence[int], target: int, due: Sequence[bool]) -> Iterator[Hit]:
    count, whole = len(amounts), sum(amounts)
    if whole == target:
        yield Hit(Special.ALL_OPEN, tuple(range(count)), 1)
    was_due = tuple(index for index in range(count) if due[index])
    if sum(amounts[index] for index in was_due) == target:
        yield Hit(Special.ALL_DUE, was_due, 1)
    for size, added in enumerate(accumulate(amounts), 1):
        if added == target:
            yield Hit(Special.OLDEST, tuple(range(size)), count)
    for index, amount in enumerate(amounts):
        if whole - amount == target:
            yield Hit(Special.ALL_BUT_ONE, (*range(index), *range(index + 1, count)), count)
