"""XES: a valid log, a trace for each order, and an independent reader finds the same ways in it."""

import pytest
from lxml import etree

from otcore.adapters.eventlog import xes
from otcore.process.chart.cases import Step, Trace, traces
from otcore.process.chart.discovered import discovered, variants
from tests.adapters.eventlog.xes_schema import SCHEMA
from tests.process.happening import NOON, story

EXTENSIONS = {"concept", "time", "org", "lifecycle"}


@pytest.fixture(scope="module")
def cases() -> tuple[Trace, ...]:
    return traces(story())


def texts(element, name="string"):
    return {each.get("key"): each.get("value") for each in element.findall(name)}


def test_the_file_is_valid(cases):
    SCHEMA.assertValid(etree.fromstring(xes(cases)))
    SCHEMA.assertValid(etree.fromstring(xes(())))


def test_the_extensions_of_the_keys_that_are_used_are_declared(cases):
    log = etree.fromstring(xes(cases))
    keys = {each.get("key") for each in log.iter("string", "date")}
    assert {each.get("prefix") for each in log.findall("extension")} == EXTENSIONS
    assert {key.partition(":")[0] for key in keys if ":" in key} == EXTENSIONS


def test_a_trace_is_an_order_and_an_event_a_step(cases):
    log = etree.fromstring(xes(cases))
    found = [(texts(trace)["concept:name"], len(trace.findall("event"))) for trace in log.findall("trace")]
    assert found == [(trace.case, len(trace.steps)) for trace in cases]


def test_an_event_says_what_happened_when_and_by_whom():
    step = Step("order.placed", NOON, 'Ann "A" <Müller>', "order:O1#1")
    (event,) = etree.fromstring(xes([Trace("O1", (step,))])).iter("event")
    assert texts(event) == {
        "concept:name": "order.placed",
        "org:resource": 'Ann "A" <Müller>',
        "lifecycle:transition": "complete",
        "fact": "order:O1#1",
    }
    assert texts(event, "date") == {"time:timestamp": "2026-03-02T12:00:00.000000+00:00"}


def test_a_sign_that_xml_cannot_carry_is_replaced():
    log = etree.fromstring(xes([Trace("O\x00\x1b1", ())]))
    assert texts(log.find("trace"))["concept:name"] == "O\ufffd\ufffd1"


def test_the_same_traces_give_the_same_bytes(cases):
    assert xes(cases) == xes(cases)


@pytest.mark.oracle
def test_an_independent_reader_discovers_the_same_process(cases, tmp_path):
    import r4pm
    from r4pm import bindings

    file = tmp_path / "log.xes"
    file.write_bytes(xes(cases))
    log = r4pm.import_item("EventLog", str(file))
    found = bindings.discover_dfg(log)
    chart = discovered(cases)
    edges = {(e.source, e.target): e.count for e in chart.edges if e.source != "start" and e.target != "end"}
    assert {(f"step.{a}", f"step.{b}"): n for (a, b), n in found["directly_follows_relations"]} == edges
    assert found["activities"] == {node.name: node.count for node in chart.nodes if node.name}
    projected = bindings.log_to_activity_projection(log=log)
    assert bindings.get_num_cases(projected) == len(cases)
    assert bindings.get_num_variants(projected) == len(variants(cases))
