"""The layers of a chart, after Sugiyama, Tagawa and Toda (1981): every arrow but a way back leads to a later layer, and
one that passes layers has a place of its own in each, so that it does not run through what stands there.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from otcore.process.chart.graph import Edge, Node


@frozen
class Layers:
    """Of every place its layer and its row in it, both from 0.

    `ways`: for each edge the places that it leads through, its ends included; only its ends for a way back.
    """

    layer: Mapping[str, int]
    row: Mapping[str, int]
    ways: tuple[tuple[str, ...], ...]

    @property
    def size(self) -> tuple[int, int]:
        """How many layers, and how many rows."""
        return max(self.layer.values()) + 1, max(self.row.values()) + 1

    def back(self, way: Sequence[str]) -> bool:
        """Whether it leads to the same layer or an earlier one."""
        return self.layer[way[0]] >= self.layer[way[-1]]


def layers(nodes: Sequence[Node], edges: Sequence[Edge]) -> Layers:
    """Places for nodes that are at least one, in a fixed order, and for the edges between them."""
    layer = _layered(nodes, edges)
    ways = tuple(_way(number, edge, layer) for number, edge in enumerate(edges))
    for way in ways:
        first = layer[way[0]]
        layer |= {place: first + step for step, place in enumerate(way[1:-1], 1)}
    return Layers(layer, _rows(layer, ways), ways)


def _layered(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, int]:
    """The layer of each node: one more than the last of those that lead to it, but for ways back."""
    following: dict[str, list[str]] = {node.id: [] for node in nodes}
    for edge in edges:
        following[edge.source].append(edge.target)
    order = _in_order(following)
    rank = {id: number for number, id in enumerate(order)}
    found = dict.fromkeys(following, 0)
    for id in order:
        for target in following[id]:
            if rank[target] > rank[id]:
                found[target] = max(found[target], found[id] + 1)
    return found


def _in_order(following: Mapping[str, Sequence[str]]) -> list[str]:
    """Each before those it leads to, but for circles: a depth-first search from the first, as it ended, reversed."""
    seen: set[str] = set()
    done: list[str] = []
    for first in following:
        stack = [] if first in seen else [(first, iter(following[first]))]
        seen.add(first)
        while stack:
            id, rest = stack[-1]
            target = next((each for each in rest if each not in seen), None)
            if target is None:
                done.append(id)
                stack.pop()
            else:
                seen.add(target)
                stack.append((target, iter(following[target])))
    return done[::-1]


def _way(number: int, edge: Edge, layer: Mapping[str, int]) -> tuple[str, ...]:
    between = range(layer[edge.source] + 1, layer[edge.target])
    return edge.source, *(f"{number}@{passed}" for passed in between), edge.target


def _rows(layer: Mapping[str, int], ways: Sequence[Sequence[str]]) -> dict[str, int]:
    """Layer by layer: each place as near as may be to the rows that lead to it, nodes before ways that pass."""
    before: dict[str, list[str]] = {place: [] for place in layer}
    for way in ways:
        for source, target in pairwise(way):
            if layer[source] < layer[target]:
                before[target].append(source)
    rows: dict[str, int] = {}
    for number in range(max(layer.values()) + 1):
        places = [place for place, of in layer.items() if of == number]
        wanted = {place: _mean([rows[each] for each in before[place]]) for place in places}
        free = 0
        for place in sorted(places, key=lambda place: (wanted[place], "@" in place)):
            rows[place] = max(free, int(wanted[place]))
            free = rows[place] + 1
    return rows


def _mean(rows: Sequence[int]) -> Fraction:
    return Fraction(sum(rows), len(rows)) if rows else Fraction(0)
