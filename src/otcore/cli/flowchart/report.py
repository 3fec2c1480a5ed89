"""The process for programs; times are seconds as text, exact."""

from datetime import datetime
from typing import Any

from attrs import asdict

from otcore.process.chart.conformance import Conformance
from otcore.process.chart.discovered import Variant, waiting
from otcore.process.chart.graph import Chart, Edge
from otcore.process.chart.ran import AsItRan
from otcore.values.decimals import plain


def chart_json(chart: Chart) -> dict[str, Any]:
    """Nodes and edges of a declared chart."""
    return {
        "nodes": [
            {"id": node.id, "kind": node.kind.value, "name": node.name, "of": node.group} for node in chart.nodes
        ],
        "edges": [{"from": edge.source, "to": edge.target} for edge in chart.edges],
    }


def ran_json(ran: AsItRan) -> dict[str, Any]:
    """Everything that a store shows."""
    steps = [node for node in ran.chart.nodes if node.name]
    return {
        "cases": len(ran.traces),
        "steps": [{"activity": node.name, "count": node.count} for node in steps],
        "edges": list(map(_edge, ran.chart.edges)),
        "variants": list(map(_variant, ran.variants)),
        "bottlenecks": [{**_edge(edge), "waited_seconds": plain(waiting(edge))} for edge in ran.bottlenecks],
        "conformance": _conformance(ran.conformance),
    }


def _edge(edge: Edge) -> dict[str, Any]:
    ends = {"from": _named(edge.source), "to": _named(edge.target), "count": edge.count}
    return {**ends, "median_seconds": None if edge.median is None else plain(edge.median)}


def _named(id: str) -> str:
    return id.removeprefix("step.")


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "share": str(variant.share),
        "count": len(variant.cases),
        "activities": list(variant.activities),
        "cases": list(variant.cases),
    }


def _conformance(found: Conformance) -> dict[str, Any]:
    return {
        "judged": found.judged,
        "unjudged": found.unjudged,
        "fitness": None if found.fitness is None else str(found.fitness),
        "unallowed": [_plain(asdict(each)) for each in found.unallowed],
        "missing": [_plain(asdict(each)) for each in found.missing],
    }


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    return {name: _moment(value) if isinstance(value, datetime) else value for name, value in said.items()}


def _moment(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
