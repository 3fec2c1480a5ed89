"""The process as it ran, all of it from recorded facts."""

from collections.abc import Iterable

from attrs import frozen

from otcore.process.chart.cases import Trace, traces
from otcore.process.chart.conformance import Conformance, conformance
from otcore.process.chart.discovered import Variant, bottlenecks, discovered, variants
from otcore.process.chart.graph import Chart, Edge
from otcore.values.recorded import Recorded


@frozen
class AsItRan:
    """The cases and their traces, the chart that they make, the ways they went (the commonest first), the edges that
    cost most time, and where they differ from what is declared.
    """

    traces: tuple[Trace, ...]
    chart: Chart
    variants: tuple[Variant, ...]
    bottlenecks: tuple[Edge, ...]
    conformance: Conformance


def as_it_ran(facts: Iterable[Recorded]) -> AsItRan:
    """What the facts of one scope show; the same facts in another order show the same."""
    recorded = tuple(facts)
    cases = traces(recorded)
    chart = discovered(cases)
    return AsItRan(cases, chart, variants(cases), bottlenecks(chart), conformance(recorded, cases))
