"""The discovered process: counts, exact medians, ranked ways, bottlenecks."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from statistics import median as textbook

from hypothesis import given
from hypothesis import strategies as st

from otcore.process.chart.cases import Step, Trace, traces
from otcore.process.chart.discovered import bottlenecks, discovered, median, variants, waiting
from otcore.process.chart.graph import Edge, NodeKind
from tests.process.happening import NOON, story


def trace(case: str, *steps: tuple[str, int]) -> Trace:
    """Steps by name and minute."""
    return Trace(case, tuple(Step(name, NOON + timedelta(minutes=at), "ann", "") for name, at in steps))


AB = trace("1", ("a", 0), ("b", 10))
AB_SLOW = trace("2", ("a", 0), ("b", 21))
ABB = trace("3", ("a", 0), ("b", 1), ("b", 1))
CASES = (AB, AB_SLOW, ABB)


def edges(*cases: Trace) -> dict[tuple[str, str], tuple[int, Decimal | None]]:
    return {(e.source, e.target): (e.count, e.median) for e in discovered(cases).edges}


def test_an_edge_has_how_often_it_was_gone_and_the_median_of_its_times():
    assert edges(*CASES) == {
        ("start", "step.a"): (3, None),
        ("step.a", "step.b"): (3, Decimal(600)),
        ("step.b", "step.b"): (1, Decimal(0)),
        ("step.b", "end"): (3, None),
    }


def test_the_median_of_two_times_is_exactly_between_them():
    assert edges(AB, AB_SLOW)["step.a", "step.b"] == (2, Decimal(930))
    assert median([1, 2]) == Decimal("0.0000015")


def test_a_step_has_how_often_it_happened():
    nodes = {node.id: (node.kind, node.count) for node in discovered(CASES).nodes}
    assert nodes == {
        "start": (NodeKind.START, 3),
        "step.a": (NodeKind.STEP, 3),
        "step.b": (NodeKind.STEP, 4),
        "end": (NodeKind.END, 3),
    }


def test_a_case_without_steps_is_none():
    assert discovered([trace("1")]) == discovered([])


def test_ways_are_ranked_by_how_many_cases_went_them():
    first, second = variants(CASES)
    assert (first.activities, first.cases, first.share) == (("a", "b"), ("1", "2"), Decimal("0.666667"))
    assert (second.activities, second.cases, second.share) == (("a", "b", "b"), ("3",), Decimal("0.333333"))
    assert variants([]) == ()


def test_a_bottleneck_is_what_costs_most_time_in_all():
    slow, often, never = Edge("a", "b", 1, Decimal(50)), Edge("b", "c", 6, Decimal(10)), Edge("c", "d", 9, Decimal(0))
    chart = discovered([]).__class__((), (slow, often, never, Edge("start", "a", 9)))
    assert bottlenecks(chart) == (often, slow)
    assert bottlenecks(chart, 1) == (often,)
    assert [waiting(edge) for edge in (often, slow, Edge("start", "a", 9))] == [60, 50, 0]


@given(st.lists(st.integers(0, 10**15), min_size=1, max_size=9))
def test_the_median_is_that_of_the_textbook(times):
    assert Fraction(median(times)) * 10**6 == Fraction(textbook(map(Fraction, times)))


WAYS = st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)), max_size=5), max_size=6)


@given(WAYS)
def test_every_move_is_counted_once(ways):
    cases = [trace(str(number), *steps) for number, steps in enumerate(ways)]
    chart = discovered(cases)
    moves = sum(len(list(pairwise(steps))) for steps in ways) + 2 * sum(map(bool, ways))
    assert sum(edge.count for edge in chart.edges) == moves
    assert sum(node.count for node in chart.nodes if node.kind is NodeKind.STEP) == sum(map(len, ways))
    for node in chart.nodes:
        into = sum(edge.count for edge in chart.edges if edge.target == node.id)
        out = sum(edge.count for edge in chart.edges if edge.source == node.id)
        assert node.count == max(into, out)
    assert sum(len(way.cases) for way in variants(cases)) == len(cases)


def test_the_chart_of_the_story_has_all_its_steps():
    cases = traces(story())
    chart = discovered(cases)
    assert sum(node.count for node in chart.nodes if node.name) == sum(len(each.steps) for each in cases)
