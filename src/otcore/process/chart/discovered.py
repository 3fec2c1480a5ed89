"""The process as it really ran: which step directly followed which, how often, and how long that took.

The directly-follows graph of van der Aalst, Process Mining (2nd ed., 2016), 5.2, with a start and an end.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from otcore.process.chart.cases import Trace
from otcore.process.chart.graph import Chart, Edge, Node, NodeKind
from otcore.process.chart.shares import share
from otcore.values.decimals import EXACT, plain

START, END = "start", "end"

_MICROSECOND = timedelta(microseconds=1)
_HALF_MICROSECONDS = Decimal(2_000_000)


@frozen
class Variant:
    """A way to go, from the first step to the last: the cases that went it, and their share of all (0 to 1, exact
    to 6 places, rounded half up).
    """

    activities: tuple[str, ...]
    cases: tuple[str, ...]
    share: Decimal


def discovered(traces: Iterable[Trace]) -> Chart:
    """The steps by name, and the edges by how often they were gone, each with the median of its times."""
    each = [trace for trace in traces if trace.steps]
    gone: dict[tuple[str, str], list[int]] = {}
    counts: dict[str, int] = {}
    for trace in each:
        for activity in (step.activity for step in trace.steps):
            counts[activity] = counts.get(activity, 0) + 1
        for source, target, took in _moves(trace):
            gone.setdefault((source, target), []).append(took)
    steps = (Node(f"step.{name}", NodeKind.STEP, name, count=counts[name]) for name in sorted(counts))
    ends = (Node(START, NodeKind.START, "", count=len(each)), Node(END, NodeKind.END, "", count=len(each)))
    edges = (_edge(*place, times) for place, times in gone.items())
    return Chart((ends[0], *steps, ends[1]), tuple(sorted(edges, key=_by_count)))


def variants(traces: Iterable[Trace]) -> tuple[Variant, ...]:
    """The ways that cases went, the commonest first; those of one count by their steps."""
    ways: dict[tuple[str, ...], list[str]] = {}
    for trace in traces:
        ways.setdefault(tuple(step.activity for step in trace.steps), []).append(trace.case)
    all_cases = sum(map(len, ways.values()))
    ranked = sorted(ways.items(), key=lambda way: (-len(way[1]), way[0]))
    return tuple(Variant(way, tuple(sorted(cases)), share(len(cases), all_cases)) for way, cases in ranked)


def bottlenecks(chart: Chart, most: int = 10) -> tuple[Edge, ...]:
    """The edges that cost most: median x count, the dearest first; edges that took no time are none."""
    slow = [edge for edge in chart.edges if edge.median]
    return tuple(sorted(slow, key=lambda edge: (-waiting(edge), edge.source, edge.target))[:most])


def waiting(edge: Edge) -> Decimal:
    """What an edge costs, in seconds: its median for each time it was gone."""
    return EXACT.multiply(Decimal(edge.count), edge.median or Decimal(0))


def median(times: Sequence[int]) -> Decimal:
    """The median of times in microseconds, in seconds: of an even number the mean of the two in the middle, exact."""
    ordered = sorted(times)
    middle = len(ordered) // 2
    twice = ordered[middle] + ordered[~middle]
    return Decimal(plain(EXACT.divide(Decimal(twice), _HALF_MICROSECONDS)))


def _moves(trace: Trace) -> Iterator[tuple[str, str, int]]:
    """Each move of a case and its microseconds; from the start and to the end: none."""
    yield START, f"step.{trace.steps[0].activity}", 0
    for before, after in pairwise(trace.steps):
        yield f"step.{before.activity}", f"step.{after.activity}", (after.at - before.at) // _MICROSECOND
    yield f"step.{trace.steps[-1].activity}", END, 0


def _edge(source: str, target: str, times: list[int]) -> Edge:
    measured = None if source == START or target == END else median(times)
    return Edge(source, target, len(times), measured)


def _by_count(edge: Edge) -> tuple[object, ...]:
    return -edge.count, edge.source, edge.target
