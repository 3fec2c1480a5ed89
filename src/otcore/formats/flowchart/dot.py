"""A chart in the DOT language of Graphviz."""

from collections.abc import Iterator
from itertools import groupby

from otcore.formats.flowchart.words import edge_text, in_words, node_lines
from otcore.process.chart.graph import Chart, Node, NodeKind

_STYLES = {
    NodeKind.START: "shape=circle, width=0.3, style=filled, fillcolor=black",
    NodeKind.END: "shape=doublecircle, width=0.25, style=filled, fillcolor=black",
    NodeKind.STEP: "shape=box, style=rounded",
    NodeKind.STATE: "shape=ellipse",
}
_WIDEST = 4


def dot(chart: Chart) -> str:
    """From left to right, each group in a frame; the more often an edge was gone, the wider it is."""
    return "\n".join(_lines(chart)) + "\n"


def _lines(chart: Chart) -> Iterator[str]:
    yield "digraph process {"
    yield "  rankdir=LR;"
    yield '  node [fontname="sans-serif", fontsize=11];'
    yield '  edge [fontname="sans-serif", fontsize=9];'
    for number, (group, nodes) in enumerate(groupby(chart.nodes, key=lambda node: node.group)):
        if group:
            yield f"  subgraph cluster_{number} {{"
            yield f"    label={_quoted(in_words(group))};"
        yield from (f"    {_quoted(node.id)} [{_style(node)}];" for node in nodes)
        if group:
            yield "  }"
    most = max((edge.count for edge in chart.edges), default=0)
    for edge in chart.edges:
        width = f", penwidth={1 + (_WIDEST - 1) * edge.count / most:.2f}" if most else ""
        label = f"label={_quoted(edge_text(edge))}{width}"
        yield f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{label}];"
    yield "}"


def _style(node: Node) -> str:
    label = _quoted("\\n".join(node_lines(node)) if node.name else "")
    return f"label={label}, {_STYLES[node.kind]}"


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '\\"'))
