"""A chart as a Mermaid flowchart (mermaid.js.org), which Markdown viewers draw."""

from collections.abc import Iterator
from itertools import groupby

from otcore.formats.flowchart.words import edge_text, in_words, node_lines
from otcore.process.chart.graph import Chart, Node, NodeKind

_SHAPES = {
    NodeKind.START: ("((", "))"),
    NodeKind.END: ("(((", ")))"),
    NodeKind.STEP: ("[", "]"),
    NodeKind.STATE: ("([", "])"),
}
_ENDS = {NodeKind.START: "start", NodeKind.END: "end"}


def mermaid(chart: Chart) -> str:
    """From left to right, each group in a frame. The same chart gives the same text."""
    return "\n".join(_lines(chart)) + "\n"


def _lines(chart: Chart) -> Iterator[str]:
    names = {node.id: f"n{number}" for number, node in enumerate(chart.nodes)}
    yield "flowchart LR"
    for number, (group, nodes) in enumerate(groupby(chart.nodes, key=lambda node: node.group)):
        if group:
            yield f'  subgraph g{number}["{in_words(group)}"]'
        yield from (f"    {names[node.id]}{_shape(node)}" for node in nodes)
        if group:
            yield "  end"
    for edge in chart.edges:
        text = edge_text(edge)
        arrow = f'-->|"{text}"|' if text else "-->"
        yield f"  {names[edge.source]} {arrow} {names[edge.target]}"


def _shape(node: Node) -> str:
    before, after = _SHAPES[node.kind]
    text = "<br/>".join(node_lines(node)) if node.name else _ENDS[node.kind]
    return f'{before}"{_escaped(text)}"{after}'


def _escaped(text: str) -> str:
    return text.replace('"', "#quot;")
