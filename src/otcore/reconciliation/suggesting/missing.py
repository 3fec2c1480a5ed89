"""What is missing from a run of items: none, one or two of them that make up the difference."""

from collections.abc import Iterator

_SAME = 3
_PAIRS = 4
_LONGEST = 50

Places = dict[int, list[int]]
"""Where each amount stands in the run."""


def missing(over: int, places: Places, last: int, most: int = 2) -> Iterator[tuple[int, ...]]:
    """At most `most` places that add up to `over`, without the last of the run: then it would be a shorter run.

    Two are looked for in runs of up to 50 items; of many pairs the first few are shown.
    """
    if not over:
        yield ()
        return
    for place in places.get(over, ())[:_SAME]:
        if place != last:
            yield (place,)
    if most > 1 and last < _LONGEST and not places.keys().isdisjoint([over - amount for amount in places]):
        yield from _pairs(over, places, last)


def _pairs(over: int, places: Places, last: int) -> Iterator[tuple[int, int]]:
    count = 0
    for amount, ones in places.items():
        others = places.get(over - amount) if 2 * amount <= over else None
        if others is None:
            continue
        for pair in _each(ones, others, last):
            yield pair
            count += 1
            if count == _PAIRS:
                return


def _each(ones: list[int], others: list[int], last: int) -> Iterator[tuple[int, int]]:
    for one in ones[:_SAME]:
        for other in others[:_SAME]:
            twice = ones is others and one >= other
            if one != other and not twice and last not in (one, other):
                yield min(one, other), max(one, other)
