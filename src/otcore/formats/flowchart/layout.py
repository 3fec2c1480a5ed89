"""Where the nodes and the lines of a chart are drawn: layers from left to right, one band below another a group."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from attrs import frozen

from otcore.formats.flowchart.layers import Layers, layers
from otcore.process.chart.graph import Chart, Node, NodeKind

_SIZES = {
    NodeKind.START: (36, 36),
    NodeKind.END: (36, 36),
    NodeKind.STEP: (120, 80),
    NodeKind.STATE: (50, 50),
}
_WIDEST = 120
_COLUMN, _ROW, _MARGIN, _GAP = 210, 120, 60, 40
_LANE, _LANES = 12, 6
"""How far apart lines run that go the same way, and how many of them before they fall together."""

Point = tuple[int, int]
Points = tuple[Point, ...]


@frozen
class Box:
    """A rectangle; the origin is at the top left."""

    x: int
    y: int
    width: int
    height: int

    @property
    def left(self) -> Point:
        """The middle of its left side, where lines come in."""
        return self.x, self.y + self.height // 2

    @property
    def right(self) -> Point:
        """The middle of its right side, where lines go out."""
        return self.x + self.width, self.y + self.height // 2


@frozen
class Layout:
    """Boxes by node, bands by group, and the points that each edge goes through, in the order of the edges."""

    nodes: Mapping[str, Box]
    bands: Mapping[str, Box]
    edges: tuple[Points, ...]


def layout(chart: Chart) -> Layout:
    """Places for all. Lines keep to the gaps between columns and to rows of their own; ways back run below."""
    boxes: dict[str, Box] = {}
    bands: dict[str, Box] = {}
    lines: dict[int, Points] = {}
    top = 0
    for group, members in groupby(chart.nodes, key=lambda node: node.group):
        nodes = {node.id: node for node in members}
        numbers = [number for number, edge in enumerate(chart.edges) if edge.source in nodes]
        placed = layers(tuple(nodes.values()), [chart.edges[number] for number in numbers])
        band = bands[group] = _band(placed, top)
        boxes |= {place: _box(place, placed, nodes.get(place), top) for place in placed.layer}
        lines |= dict(zip(numbers, _lines(placed, boxes, band), strict=True))
        top += band.height + _GAP
    known = {node.id: boxes[node.id] for node in chart.nodes}
    return Layout(known, bands, tuple(lines[number] for number in range(len(chart.edges))))


def _band(placed: Layers, top: int) -> Box:
    columns, rows = placed.size
    back = sum(map(placed.back, placed.ways))
    return Box(0, top, columns * _COLUMN + 2 * _MARGIN, rows * _ROW + back * _LANE + 2 * _MARGIN)


def _box(place: str, placed: Layers, node: Node | None, top: int) -> Box:
    """In the middle of its cell; a line that passes takes its whole width."""
    width, height = _SIZES[node.kind] if node else (_WIDEST, 0)
    x = _MARGIN + placed.layer[place] * _COLUMN + (_COLUMN - width) // 2
    return Box(x, top + _MARGIN + placed.row[place] * _ROW + (_ROW - height) // 2, width, height)


def _lines(placed: Layers, boxes: Mapping[str, Box], band: Box) -> Iterator[Points]:
    lane = band.y + band.height - _MARGIN // 2
    for number, way in enumerate(placed.ways):
        shift = number % _LANES * _LANE
        if placed.back(way):
            yield _back(boxes[way[0]], boxes[way[-1]], lane, shift)
            lane -= _LANE
        else:
            yield _forward([boxes[place] for place in way], shift)


def _forward(way: Sequence[Box], shift: int) -> Points:
    """From right sides to left sides, up or down in the gaps between."""
    points: list[Point] = []
    for before, after in pairwise(way):
        (x, y), (_, goal) = before.right, after.left
        turn = _edge_of_column(before) + shift
        points += [(x, y), (turn, y), (turn, goal), after.left]
    return _straight(points)


def _back(source: Box, target: Box, lane: int, shift: int) -> Points:
    """Out to the right, down to the lane, back along it, and up to the target's left."""
    (x, y), (left, goal) = source.right, target.left
    turn, home = _edge_of_column(source) + shift, target.x + target.width // 2 - _WIDEST // 2 - _LANE
    return (x, y), (turn, y), (turn, lane), (home, lane), (home, goal), (left, goal)


def _edge_of_column(box: Box) -> int:
    """Where the gap right of its column begins."""
    return box.x + box.width // 2 + _WIDEST // 2 + _LANE


def _straight(points: Sequence[Point]) -> Points:
    """Without the points that a straight line goes through anyway."""
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _in_line(first: Point, middle: Point, last: Point) -> bool:
    return first[0] == middle[0] == last[0] or first[1] == middle[1] == last[1]
