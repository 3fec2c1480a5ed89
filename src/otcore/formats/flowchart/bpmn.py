"""A chart as BPMN 2.0 (ISO/IEC 19510) with diagram interchange: steps are tasks, states are exclusive gateways.

Each group is a pool with a process of its own; a chart of one group without a name is one process without a pool.
"""

from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as ET

from otcore.formats.flowchart.gateways import gated
from otcore.formats.flowchart.layout import Box, Layout, Points, layout
from otcore.formats.flowchart.words import edge_text, in_words, node_lines
from otcore.process.chart.graph import Chart, Edge, Node, NodeKind

_NAMESPACES = {
    "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
}
_TAGS = {
    NodeKind.START: "bpmn:startEvent",
    NodeKind.END: "bpmn:endEvent",
    NodeKind.STEP: "bpmn:task",
    NodeKind.STATE: "bpmn:exclusiveGateway",
}


def bpmn(chart: Chart) -> bytes:
    """The file: UTF-8, the same chart gives the same bytes."""
    whole = gated(chart)
    ids = {node.id: f"n{number}" for number, node in enumerate(whole.nodes)}
    flows = [(f"f{number}", edge) for number, edge in enumerate(whole.edges)]
    root = ET.Element(
        "bpmn:definitions",
        {**_NAMESPACES, "id": "definitions", "targetNamespace": "urn:otcore:process", "exporter": "otcore"},
    )
    groups = [(group, list(nodes)) for group, nodes in groupby(whole.nodes, key=lambda node: node.group)]
    named = [group for group, _ in groups if group]
    if named:
        _collaboration(root, named)
    for group, nodes in groups:
        _process(root, group, nodes, flows, ids)
    _diagram(root, whole, layout(whole), ids, "collaboration" if named else "process")
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + text + b"\n"


def _collaboration(root: ET.Element, groups: list[str]) -> None:
    together = ET.SubElement(root, "bpmn:collaboration", id="collaboration")
    for group in groups:
        attributes = {"id": f"pool_{group}", "name": in_words(group), "processRef": _process_id(group)}
        ET.SubElement(together, "bpmn:participant", attributes)


def _process_id(group: str) -> str:
    return f"process_{group}" if group else "process"


def _process(
    root: ET.Element, group: str, nodes: list[Node], flows: list[tuple[str, Edge]], ids: dict[str, str]
) -> None:
    process = ET.SubElement(root, "bpmn:process", id=_process_id(group), isExecutable="false")
    members = {node.id for node in nodes}
    own = [(id, edge) for id, edge in flows if edge.source in members]
    for node in nodes:
        shown = ET.SubElement(process, _TAGS[node.kind], id=ids[node.id])
        if node.name:
            shown.set("name", "\n".join(node_lines(node)))
        for id, edge in own:
            if edge.target == node.id:
                ET.SubElement(shown, "bpmn:incoming").text = id
        for id, edge in own:
            if edge.source == node.id:
                ET.SubElement(shown, "bpmn:outgoing").text = id
    for id, edge in own:
        ends = {"id": id, "sourceRef": ids[edge.source], "targetRef": ids[edge.target]}
        text = edge_text(edge)
        ET.SubElement(process, "bpmn:sequenceFlow", {**ends, **({"name": text} if text else {})})


def _diagram(root: ET.Element, chart: Chart, places: Layout, ids: dict[str, str], plane: str) -> None:
    diagram = ET.SubElement(root, "bpmndi:BPMNDiagram", id="diagram")
    drawn = ET.SubElement(diagram, "bpmndi:BPMNPlane", id="plane", bpmnElement=plane)
    for group, box in places.bands.items():
        if group:
            _shape(drawn, f"pool_{group}", box).set("isHorizontal", "true")
    for node in chart.nodes:
        shape = _shape(drawn, ids[node.id], places.nodes[node.id])
        if node.kind is NodeKind.STATE:
            shape.set("isMarkerVisible", "true")
    for number, points in enumerate(places.edges):
        line = ET.SubElement(drawn, "bpmndi:BPMNEdge", id=f"f{number}_di", bpmnElement=f"f{number}")
        for point in _points(points):
            ET.SubElement(line, "di:waypoint", point)


def _shape(drawn: ET.Element, id: str, box: Box) -> ET.Element:
    shape = ET.SubElement(drawn, "bpmndi:BPMNShape", id=f"{id}_di", bpmnElement=id)
    bounds = {"x": str(box.x), "y": str(box.y), "width": str(box.width), "height": str(box.height)}
    ET.SubElement(shape, "dc:Bounds", bounds)
    return shape


def _points(points: Points) -> Iterator[dict[str, str]]:
    return ({"x": str(x), "y": str(y)} for x, y in points)
