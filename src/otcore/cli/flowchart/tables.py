"""The process for people: the ways that orders went, where time is lost, and what differs from what is declared."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table

from otcore.cli.tables import Column, table
from otcore.formats.flowchart.words import duration, in_words
from otcore.process.chart.conformance import Conformance, Missing
from otcore.process.chart.discovered import Variant, waiting
from otcore.process.chart.graph import Edge
from otcore.process.chart.ran import AsItRan

MOST = 10
"""Rows of a table; --json has all."""

_EXAMPLES = 3


def show_ran(console: Console, ran: AsItRan) -> None:
    """Print the tables; those that would be empty are left out."""
    steps = sum(len(trace.steps) for trace in ran.traces)
    console.print(f"{len(ran.traces)} orders, {steps} steps, {len(ran.variants)} different ways")
    for shown in _tables(ran):
        console.print()
        console.print(shown)
    console.print()
    console.print(_judgement(ran.conformance))


def _tables(ran: AsItRan) -> Iterator[Table]:
    if ran.variants:
        columns = [Column("Orders", right=True), Column("Share", right=True), Column("Way")]
        yield table("Ways that orders went", columns, map(_variant, ran.variants[:MOST]))
    if ran.bottlenecks:
        columns = [Column("From"), Column("To"), *(Column(name, right=True) for name in ("Times", "Median", "In all"))]
        yield table("Where time is spent", columns, map(_edge, ran.bottlenecks))
    found = ran.conformance
    if found.unallowed:
        columns = [Column("When", most=16), Column("Step"), Column("While"), Column("Of")]
        rows = (
            (f"{each.at:%Y-%m-%d %H:%M}", in_words(each.activity), each.state, each.fact) for each in found.unallowed
        )
        yield table("What the tables do not allow", columns, rows)
    if found.missing:
        columns = [Column("After"), Column("Next would be"), Column("Orders", right=True), Column("Such as")]
        yield table("What is still to come", columns, _awaited(found.missing))


def _variant(variant: Variant) -> tuple[object, ...]:
    way = " > ".join(map(in_words, variant.activities))
    return len(variant.cases), f"{variant.share * 100:.1f} %", way


def _edge(edge: Edge) -> tuple[object, ...]:
    ends = (in_words(id.removeprefix("step.")) for id in (edge.source, edge.target))
    return *ends, edge.count, duration(edge.median), duration(waiting(edge))


def _awaited(missing: Iterable[Missing]) -> Iterator[tuple[object, ...]]:
    """What waits for the same, together: the most orders first."""
    waits: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    for each in missing:
        waits.setdefault((each.after, each.expected), {})[each.case] = None
    for (after, expected), orders in sorted(waits.items(), key=lambda wait: (-len(wait[1]), wait[0])):
        cases = list(orders)
        yield in_words(after), " or ".join(map(in_words, expected)), len(cases), ", ".join(cases[:_EXAMPLES])


def _judgement(found: Conformance) -> str:
    if not found.judged:
        return "Nothing happened that a table speaks of."
    if not found.unallowed:
        return f"All {found.judged} steps that a table speaks of are as it allows."
    return f"{len(found.unallowed)} of {found.judged} steps that a table speaks of are not as it allows."
