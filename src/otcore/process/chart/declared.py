"""The process as it is declared: a chart of the tables that the code runs on."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from otcore.process.chart.graph import Chart, Edge, Node, NodeKind
from otcore.process.log.activities import ACTIVITIES
from otcore.process.tables import TABLES

Row = tuple[StrEnum | None, type, StrEnum]
"""The state before, the event, the state after."""


def declared(kinds: Iterable[str] = ()) -> Chart:
    """The life cycles of these kinds, or of all: states and the steps between them.

    Steps that leave the state as it is are not in it. Raises `KeyError` for a kind that has no life cycle.
    """
    parts = [_part(kind) for kind in kinds or TABLES]
    nodes = tuple(node for part in parts for node in part.nodes)
    return Chart(nodes, tuple(edge for part in parts for edge in part.edges))


def _part(kind: str) -> Chart:
    rows = [(before, event, after) for (before, event), after in TABLES[kind].table.items() if before != after]
    edges = dict.fromkeys(edge for row in rows for edge in _edges(kind, row))
    left = {before for before, _, _ in rows}
    ends = [after for after in dict.fromkeys(row[2] for row in rows) if after not in left]
    last = [Edge(_state(kind, state), f"{kind}.end") for state in ends]
    return Chart(tuple(_nodes(kind, rows, bool(ends))), (*edges, *last))


def _nodes(kind: str, rows: list[Row], ends: bool) -> Iterator[Node]:
    yield Node(f"{kind}.start", NodeKind.START, "", kind)
    for state in dict.fromkeys(after for _, _, after in rows):
        yield Node(_state(kind, state), NodeKind.STATE, state.value, kind)
    for event, after in dict.fromkeys((event, after) for _, event, after in rows):
        yield Node(_step(kind, event, after), NodeKind.STEP, ACTIVITIES[event].name, kind)
    if ends:
        yield Node(f"{kind}.end", NodeKind.END, "", kind)


def _edges(kind: str, row: Row) -> tuple[Edge, Edge]:
    before, event, after = row
    step = _step(kind, event, after)
    return Edge(_state(kind, before), step), Edge(step, _state(kind, after))


def _state(kind: str, state: Any) -> str:
    return f"{kind}.start" if state is None else f"{kind}.is.{state.value.replace(' ', '_')}"


def _step(kind: str, event: type, after: StrEnum) -> str:
    """A step that leads to several states is one for each."""
    return f"{ACTIVITIES[event].name}.to.{after.value.replace(' ', '_')}"
