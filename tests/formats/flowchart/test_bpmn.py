"""BPMN: every element is drawn, ways part and meet at gateways, and no line runs through a node."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from otcore.formats.flowchart import bpmn
from otcore.formats.flowchart.gateways import gated
from otcore.formats.flowchart.layout import Box, layout
from otcore.process.chart.graph import Chart, NodeKind
from tests.formats.flowchart.charts import SMALL, charts

CHARTS = charts()
NAMES = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}

each_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


def read(chart: Chart) -> ET.Element:
    return ET.fromstring(bpmn(chart))


def ids(root: ET.Element, path: str) -> list[str | None]:
    return [each.get("id") for each in root.findall(path, NAMES)]


@each_chart
def test_every_element_is_drawn_once(chart):
    root = read(chart)
    processes = root.findall("bpmn:process", NAMES)
    flows = [id for each in processes for id in ids(each, "bpmn:sequenceFlow")]
    nodes = [each.get("id") for process in processes for each in process if not each.tag.endswith("sequenceFlow")]
    pools = ids(root, "bpmn:collaboration/bpmn:participant")
    drawn = [each.get("bpmnElement") for each in root.iterfind(".//bpmndi:BPMNShape", NAMES)]
    lines = [each.get("bpmnElement") for each in root.iterfind(".//bpmndi:BPMNEdge", NAMES)]
    assert sorted(map(str, drawn)) == sorted(map(str, [*pools, *nodes]))
    assert sorted(map(str, lines)) == sorted(map(str, flows))
    every = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(set(every)) == len(every)


@each_chart
def test_every_line_has_two_points_at_least_and_every_shape_a_size(chart):
    root = read(chart)
    assert all(len(line) >= 2 for line in root.iterfind(".//bpmndi:BPMNEdge", NAMES))
    assert all(int(each.get("width", 0)) > 0 for each in root.iterfind(".//dc:Bounds", NAMES))


@each_chart
def test_an_element_names_the_flows_that_lead_to_it_and_away(chart):
    for process in read(chart).findall("bpmn:process", NAMES):
        flows = {each.get("id"): each for each in process.findall("bpmn:sequenceFlow", NAMES)}
        for node in process:
            incoming, outgoing = (
                [each.text for each in node.findall(f"bpmn:{way}", NAMES)] for way in ("incoming", "outgoing")
            )
            assert {flows[id].get("targetRef") for id in incoming} <= {node.get("id")}
            assert {flows[id].get("sourceRef") for id in outgoing} <= {node.get("id")}
            if not node.tag.endswith(("exclusiveGateway", "sequenceFlow")):
                assert max(len(incoming), len(outgoing)) <= 1  # else all ways would be gone at once


def test_a_life_cycle_is_a_pool_with_its_process():
    root = read(CHARTS["declared"])
    pools = {each.get("name"): each.get("processRef") for each in root.iterfind(".//bpmn:participant", NAMES)}
    assert pools["Credit note"] == "process_credit_note"
    assert set(pools.values()) == set(ids(root, "bpmn:process"))
    (plane,) = root.iterfind(".//bpmndi:BPMNPlane", NAMES)
    assert plane.get("bpmnElement") == "collaboration"


def test_one_chart_for_all_needs_no_pool():
    root = read(SMALL)
    assert root.find("bpmn:collaboration", NAMES) is None
    (plane,) = root.iterfind(".//bpmndi:BPMNPlane", NAMES)
    assert plane.get("bpmnElement") == "process"
    assert [each.get("name") for each in root.iterfind(".//bpmn:task", NAMES)] == ["Order placed\n3 x", 'Say "no"\n4 x']
    assert "3 x, 3.5 d" in [each.get("name") for each in root.iterfind(".//bpmn:sequenceFlow", NAMES)]


def test_the_same_chart_gives_the_same_bytes():
    assert bpmn(SMALL) == bpmn(SMALL)


@each_chart
def test_gateways_change_no_count(chart):
    with_gateways = gated(chart)
    assert [node for node in with_gateways.nodes if node in chart.nodes] == list(chart.nodes)
    for node in chart.nodes:
        if node.kind is NodeKind.STEP and node.count:
            into = [edge.count for edge in with_gateways.edges if edge.target == node.id]
            assert into == [node.count]


# The drawing.


def crosses(box: Box, start: tuple[int, int], end: tuple[int, int]) -> bool:
    """Whether a line from here to there runs through the inside of a box; lines are level or upright."""
    (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return left < box.x + box.width and right > box.x and top < box.y + box.height and bottom > box.y


@each_chart
def test_lines_are_level_or_upright_and_run_through_no_node(chart):
    whole = gated(chart)
    placed = layout(whole)
    for edge, points in zip(whole.edges, placed.edges, strict=True):
        assert points[0] == placed.nodes[edge.source].right
        assert points[-1] == placed.nodes[edge.target].left
        for start, end in pairwise(points):
            assert start[0] == end[0] or start[1] == end[1]
            assert not [id for id, box in placed.nodes.items() if crosses(box, start, end)]


@each_chart
def test_nodes_stand_apart_and_within_their_band(chart):
    whole = gated(chart)
    placed = layout(whole)
    boxes = [(placed.bands[node.group], placed.nodes[node.id]) for node in whole.nodes]
    for number, (band, box) in enumerate(boxes):
        assert band.x <= box.x < box.x + box.width <= band.x + band.width
        assert band.y <= box.y < box.y + box.height <= band.y + band.height
        for _, other in boxes[:number]:
            assert not crosses(box, (other.x, other.y), (other.x + other.width, other.y + other.height))
