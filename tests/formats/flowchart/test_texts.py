"""Mermaid and DOT."""

import pytest

from otcore.formats.flowchart import dot, mermaid
from tests.formats.flowchart.charts import SMALL, charts


def test_a_small_chart_as_mermaid():
    assert mermaid(SMALL) == (
        "flowchart LR\n"
        '    n0(("start"))\n'
        '    n1["Order placed<br/>3 x"]\n'
        '    n2["Say #quot;no#quot;<br/>4 x"]\n'
        '    n3((("end")))\n'
        '  n0 -->|"3 x"| n1\n'
        '  n1 -->|"3 x, 3.5 d"| n2\n'
        '  n2 -->|"1 x"| n2\n'
        '  n2 -->|"3 x"| n3\n'
    )


def test_a_small_chart_as_dot():
    lines = dot(SMALL).splitlines()
    assert lines[:2] == ["digraph process {", "  rankdir=LR;"]
    assert '    "step.order.placed" [label="Order placed\\n3 x", shape=box, style=rounded];' in lines
    assert '  "step.order.placed" -> "step.say \\"no\\"" [label="3 x, 3.5 d", penwidth=4.00];' in lines
    assert '  "step.say \\"no\\"" -> "step.say \\"no\\"" [label="1 x", penwidth=2.00];' in lines
    assert lines[-1] == "}"


def test_each_life_cycle_has_a_frame():
    declared = charts()["declared"]
    assert '  subgraph g1["Order"]' in mermaid(declared)
    assert '    label="Order";' in dot(declared)
    assert mermaid(declared).count("subgraph") == dot(declared).count("subgraph") == 12
    assert mermaid(declared).count("  end\n") == 12


def test_without_counts_arrows_say_nothing():
    declared = charts()["declared"]
    assert "-->|" not in mermaid(declared)
    assert 'label=""]' in dot(declared)


@pytest.mark.parametrize("draw", [mermaid, dot])
@pytest.mark.parametrize("name", charts())
def test_the_same_chart_gives_the_same_text(draw, name):
    assert draw(charts()[name]) == draw(charts()[name])
