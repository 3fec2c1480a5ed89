"""The declared process: the tables as a chart."""

import pytest

from otcore.process.chart.declared import declared
from otcore.process.chart.graph import NodeKind
from otcore.process.log.activities import ACTIVITIES
from otcore.process.tables import TABLES


def moves(kind):
    return [(before, event, after) for (before, event), after in TABLES[kind].table.items() if before != after]


@pytest.mark.parametrize("kind", TABLES)
def test_the_chart_has_every_move_of_the_table_and_no_other(kind):
    chart = declared([kind])
    name = {node.id: node.name for node in chart.nodes}
    into: dict[str, list[str]] = {edge.target: [] for edge in chart.edges}
    for edge in chart.edges:
        into[edge.target].append(name[edge.source])
    steps = {node.id for node in chart.nodes if node.kind is NodeKind.STEP}
    found = {
        (before, name[edge.source], name[edge.target])
        for edge in chart.edges
        if edge.source in steps
        for before in into[edge.source]
    }
    expected = {
        (before.value if before else "", ACTIVITIES[event].name, after.value) for before, event, after in moves(kind)
    }
    assert found == expected


@pytest.mark.parametrize("kind", TABLES)
def test_what_nothing_leaves_leads_to_the_end(kind):
    chart = declared([kind])
    last = {after for _, _, after in moves(kind)} - {before for before, _, _ in moves(kind)}
    name = {node.id: node.name for node in chart.nodes}
    assert {name[edge.source] for edge in chart.edges if edge.target == f"{kind}.end"} == {s.value for s in last}
    assert any(node.kind is NodeKind.END for node in chart.nodes) == bool(last)


def test_all_life_cycles_stand_side_by_side():
    chart = declared()
    assert list(dict.fromkeys(node.group for node in chart.nodes)) == list(TABLES)
    ids = [node.id for node in chart.nodes]
    assert len(set(ids)) == len(ids)
    assert {end for edge in chart.edges for end in (edge.source, edge.target)} == set(ids)


def test_an_unknown_life_cycle_is_a_key_error():
    with pytest.raises(KeyError):
        declared(["parcel"])
