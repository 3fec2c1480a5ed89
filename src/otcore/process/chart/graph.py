"""A flow chart as data: what is drawn as Mermaid, DOT or BPMN."""

from decimal import Decimal
from enum import StrEnum

from attrs import frozen


class NodeKind(StrEnum):
    """What a node is."""

    START = "start"
    END = "end"
    STEP = "step"  # something that happens: its name is an activity
    STATE = "state"  # where things stand between two steps


@frozen
class Node:
    """A node; `id` is unique in the chart. `count`: how often the step happened; 0 in a declared chart.

    `group`: the kind of aggregate whose chart it is part of; "" where there is one chart for all.
    """

    id: str
    kind: NodeKind
    name: str
    group: str = ""
    count: int = 0


@frozen
class Edge:
    """From one node to another. `count`: how often; `median`: the seconds it took, exact; None: not measured."""

    source: str
    target: str
    count: int = 0
    median: Decimal | None = None


@frozen
class Chart:
    """Nodes and edges, each group's nodes together and its start first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
