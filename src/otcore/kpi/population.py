"""What a figure was counted over, and what it left out."""

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen


@frozen
class LeftOut:
    """What a specification leaves out for one stable reason, by id."""

    reason: str
    ids: tuple[str, ...]


@frozen
class Population:
    """The items behind a figure, by id, in the order of their ids; and those it left out, by reason."""

    counted: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


UNCOUNTED = Population()
"""Of a figure that is not made of items."""


def population_of(reasons: Iterable[tuple[str, str]]) -> Population:
    """From reasons and ids, parts of an item under one id: no reason is counted, and an item of which one part counts
    is not left out. Reasons are in the order of their names.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for reason, id in reasons:
        found[reason].add(id)
    counted = found.pop("", set())
    left = ((reason, found[reason] - counted) for reason in sorted(found))
    return Population(tuple(sorted(counted)), tuple(LeftOut(reason, tuple(sorted(ids))) for reason, ids in left if ids))
