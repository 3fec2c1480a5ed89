"""Four or five items out of few, wherever they stand."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from otcore.reconciliation.sums.places import Set


def four_or_five(amounts: Sequence[int], target: int) -> Iterator[Set]:
    """Two that come first, then one, then one or two later ones that make up what is missing."""
    places, sums = list(combinations(range(len(amounts)), 2)), list(map(sum, combinations(amounts, 2)))
    before: dict[int, list[Set]] = {}
    after = 0
    for at, amount in enumerate(amounts):
        own, after = after, after + len(amounts) - at - 1
        ends: list[tuple[int, Set]] = [(target - each, (at, last)) for last, each in enumerate(sums[own:after], at + 1)]
        rest = target - amount
        found = [place for place, each in enumerate(sums[after:], after) if rest - each in before]
        ends += [(rest - sums[place], (at, *places[place])) for place in found]
        for first, end in ends:
            for two in before.get(first, ()):
                yield *two, *end
        for other in range(at):
            before.setdefault(amounts[other] + amount, []).append((other, at))
