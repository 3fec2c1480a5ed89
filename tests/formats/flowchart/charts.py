"""Charts to draw: the declared one, the one of the golden story, and a small one that goes back."""

from decimal import Decimal

from otcore.process.chart.cases import traces
from otcore.process.chart.declared import declared
from otcore.process.chart.discovered import discovered
from otcore.process.chart.graph import Chart, Edge, Node, NodeKind
from tests.process.happening import story

SMALL = Chart(
    (
        Node("start", NodeKind.START, "", count=3),
        Node("step.order.placed", NodeKind.STEP, "order.placed", count=3),
        Node('step.say "no"', NodeKind.STEP, 'say "no"', count=4),
        Node("end", NodeKind.END, "", count=3),
    ),
    (
        Edge("start", "step.order.placed", 3),
        Edge("step.order.placed", 'step.say "no"', 3, Decimal(302400)),
        Edge('step.say "no"', 'step.say "no"', 1, Decimal(0)),
        Edge('step.say "no"', "end", 3),
    ),
)


def charts() -> dict[str, Chart]:
    """By name; one without anything is a chart too."""
    return {
        "small": SMALL,
        "declared": declared(),
        "discovered": discovered(traces(story())),
        "nothing": discovered([]),
    }
