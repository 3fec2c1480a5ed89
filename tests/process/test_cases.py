"""Cases: an order with everything that came of it."""

import pytest

import otcore as ot
from otcore.process.chart.cases import Trace, cases_of, traces
from otcore.process.log.activities import ACTIVITIES
from otcore.process.log.streams import object_id, streams_of
from otcore.process.timeline import timeline
from otcore.workflows.track import PAPERS
from tests.process.happening import story
from tests.workflows.desk import Desk, billed, desk


def happened(ready: Desk):
    return ready.otc.ask(ot.AskHappened())


def ways(found: tuple[Trace, ...]) -> dict[str, list[str]]:
    return {trace.case: [step.activity for step in trace.steps] for trace in found}


@pytest.fixture(scope="module")
def paid():
    """Two orders, each billed; one receipt pays both."""
    ready = desk(stocked=50)
    billed(ready)
    billed(ready, 5, "O2")
    ready.gets("180.00", text="INV-2026-000001 INV-2026-000002")
    ready.applies()
    return happened(ready)


def test_a_trace_holds_the_order_its_papers_and_its_money(paid):
    assert ways(traces(paid))["O2"] == [
        "order.placed",
        "order.allocated",
        "order.acknowledged",
        "order.confirmed",
        "order.shipped",
        "invoice.issued",
        "order.closed",
        "receipt.recorded",
        "invoice.paid",
    ]


def test_what_belongs_to_two_orders_happened_in_both(paid):
    receipts = [step.fact for trace in traces(paid) for step in trace.steps if step.activity == "receipt.recorded"]
    assert receipts == ["receipt:R1#1"] * 2


def test_what_belongs_to_no_order_is_in_no_trace():
    ready = desk(stocked=50)
    ready.gets("180.00")
    assert traces(happened(ready)) == ()


def test_a_fact_that_another_tells_is_not_a_step(paid):
    steps = {step.activity for trace in traces(paid) for step in trace.steps}
    assert not steps & {activity.name for activity in ACTIVITIES.values() if activity.again}


def test_traces_are_by_order_and_the_same_whatever_the_order_of_the_facts(paid):
    assert [trace.case for trace in traces(paid)] == ["O1", "O2"]
    assert traces(reversed(paid)) == traces(paid)


def test_steps_come_as_a_time_line_has_them():
    facts = [fact for fact in story() if fact.stream.kind in {kind.name for kind in PAPERS} | {"order"}]
    cases = cases_of(streams_of(facts))
    for trace in traces(facts):
        own = [fact for fact in facts if f"order:{trace.case}" in cases[object_id(fact)]]
        assert [step.activity for step in trace.steps] == [entry.what for entry in timeline(own)]


def test_every_paper_of_the_story_belongs_to_an_order():
    cases = cases_of(streams_of(story()))
    papers = [id for id in cases if id.startswith(("shipment:", "return:", "invoice:", "receivable:", "dispute:"))]
    assert papers
    assert [id for id in papers if not cases[id]] == []
