"""A chart as BPMN wants it: where ways part or meet, there is a gateway."""

from collections import Counter
from collections.abc import Iterator

from otcore.process.chart.graph import Chart, Edge, Node, NodeKind

_ALONE = (NodeKind.STATE,)


def gated(chart: Chart) -> Chart:
    """The chart with a state behind every other node that has several ways out, and before one with several in.

    Without it, ways out of a task would all be gone at once (BPMN 2.0, 13.3), while here it is one of them.
    """
    out, into = Counter(edge.source for edge in chart.edges), Counter(edge.target for edge in chart.edges)
    parts = {node.id: node for node in chart.nodes if out[node.id] > 1 and node.kind not in _ALONE}
    meets = {node.id: node for node in chart.nodes if into[node.id] > 1 and node.kind not in _ALONE}
    nodes = tuple(each for node in chart.nodes for each in _nodes(node, node.id in meets, node.id in parts))
    return Chart(nodes, (*_joints(parts, meets), *(_rerouted(edge, parts, meets) for edge in chart.edges)))


def _nodes(node: Node, meets: bool, parts: bool) -> Iterator[Node]:
    if meets:
        yield Node(_meeting(node.id), NodeKind.STATE, "", node.group)
    yield node
    if parts:
        yield Node(_parting(node.id), NodeKind.STATE, "", node.group)


def _joints(parts: dict[str, Node], meets: dict[str, Node]) -> Iterator[Edge]:
    yield from (Edge(_meeting(id), id, node.count) for id, node in meets.items())
    yield from (Edge(id, _parting(id), node.count) for id, node in parts.items())


def _rerouted(edge: Edge, parts: dict[str, Node], meets: dict[str, Node]) -> Edge:
    source = _parting(edge.source) if edge.source in parts else edge.source
    target = _meeting(edge.target) if edge.target in meets else edge.target
    return Edge(source, target, edge.count, edge.median)


def _meeting(id: str) -> str:
    return f"{id}.in"


def _parting(id: str) -> str:
    return f"{id}.out"
