"""`otcore flowchart` and `otcore events`: the process as declared, as a store shows it, and as a log."""

import json
from pathlib import Path
from typing import Any

import pytest

from otcore.adapters.sql import SqlStore
from otcore.app.sync import MAIN
from otcore.orders.events import OrderClosed
from otcore.ports.aggregates import ORDER
from otcore.ports.kinds import Kept
from otcore.ports.storage import Context
from otcore.process.tables import TABLES
from tests.cli.typed import Typed, otcore
from tests.orders.examples import order_of, place_events, product
from tests.process.happening import NOON


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the demo."""
    out = tmp_path_factory.mktemp("demo")
    otcore("demo", "--out", out)
    return out / "otcore.db"


def shown(typed: Typed) -> str:
    assert (typed.status, typed.err) == (0, "")
    return typed.out


# As it is declared.


def test_without_a_store_the_declared_process_is_drawn():
    drawn = shown(otcore("flowchart"))
    assert drawn.startswith("flowchart LR\n")
    assert drawn.count("subgraph") == len(TABLES)


@pytest.mark.parametrize(("format", "begins"), [("mermaid", "flowchart"), ("dot", "digraph"), ("bpmn", "<?xml")])
def test_a_life_cycle_can_be_chosen_and_drawn_in_another_way(format, begins):
    drawn = shown(otcore("flowchart", "--of", "shipment", "--format", format))
    assert drawn.startswith(begins)
    assert "Shipment posted" in drawn
    assert "Order placed" not in drawn


def test_a_drawing_is_written_to_a_file(tmp_path):
    file = tmp_path / "order.bpmn"
    assert shown(otcore("flowchart", "--of", "order", "--format", "bpmn", "--out", file)) == f"{file}\n"
    assert file.read_bytes().startswith(b"<?xml")


def test_a_program_reads_the_declared_process():
    said = json.loads(shown(otcore("flowchart", "--of", "shipment", "--json")))
    assert {"id": "shipment.is.posted", "kind": "state", "name": "posted", "of": "shipment"} in said["nodes"]
    assert {"from": "shipment.is.planned", "to": "shipment.posted.to.posted"} in said["edges"]


# As it ran.


def test_a_person_reads_the_ways_the_time_and_what_is_to_come(store):
    lines = shown(otcore("flowchart", "--store", store)).splitlines()
    assert lines[0] == "14 orders, 105 steps, 9 different ways"
    assert "Ways that orders went" in [line.strip() for line in lines]
    assert any("Order closed" in line and "Receipt recorded" in line and "46.0 d" in line for line in lines)
    assert any(line.strip().startswith("Order held") and "Order released" in line for line in lines)
    assert lines[-1] == "All 129 steps that a table speaks of are as it allows."


def test_a_program_reads_the_same(store):
    said = json.loads(shown(otcore("flowchart", "--store", store, "--json")))
    assert set(said) == {"cases", "steps", "edges", "variants", "bottlenecks", "conformance"}
    assert said["cases"] == 14
    assert {"from": "order.confirmed", "to": "order.shipped", "count": 10, "median_seconds": "259200"} in said["edges"]
    assert said["bottlenecks"][0]["waited_seconds"] == "19872000"
    assert sum(way["count"] for way in said["variants"]) == 14
    assert said["conformance"]["fitness"] == "1.000000"
    assert {each["after"] for each in said["conformance"]["missing"]} >= {"order.held", "invoice.disputed"}


@pytest.mark.parametrize(
    ("format", "says"), [("mermaid", '-->|"10 x, 3.0 d"|'), ("dot", "10 x, 3.0 d"), ("bpmn", "10 x")]
)
def test_what_happened_is_drawn_with_counts_and_times(store, format, says):
    assert says in shown(otcore("flowchart", "--store", store, "--format", format))


def test_the_process_can_be_seen_as_it_was_on_a_day(store):
    assert shown(otcore("flowchart", "--store", store, "--as-of", "2026-03-09")) != shown(
        otcore("flowchart", "--store", store)
    )
    before = shown(otcore("flowchart", "--store", store, "--as-of", "2020-01-01"))
    assert before.splitlines() == [
        "0 orders, 0 steps, 0 different ways",
        "",
        "Nothing happened that a table speaks of.",
    ]


def test_looking_changes_nothing(store):
    before = store.read_bytes()
    otcore("flowchart", "--store", store)
    assert store.read_bytes() == before


def test_what_the_tables_do_not_allow_is_told_and_ends_with_one(tmp_path):
    with SqlStore(str(tmp_path / "odd.db")) as odd:
        unit = odd.begin(Context(MAIN, "bob", NOON))
        begun: Kept[Any] = Kept(ORDER, "O1").after(place_events(order_of(), (product(),)))
        unit.save([begun.known((OrderClosed("odd"),), begun.some)])
        unit.commit()
        unit.close()
    typed = otcore("flowchart", "--store", tmp_path / "odd.db")
    assert typed.status == 1
    assert any(
        "Order closed" in line and "submitted" in line and "order:O1#2" in line for line in typed.out.splitlines()
    )
    assert typed.out.splitlines()[-1] == "1 of 2 steps that a table speaks of are not as it allows."
    said = json.loads(otcore("flowchart", "--store", tmp_path / "odd.db", "--json").out)["conformance"]
    assert said["unallowed"] == [
        {
            "fact": "order:O1#2",
            "activity": "order.closed",
            "state": "submitted",
            "at": "2026-03-02T12:00:00Z",
            "actor": "bob",
        }
    ]


def test_a_store_in_memory_has_nothing_to_show():
    assert shown(otcore("flowchart", "--store", "memory:")).startswith("0 orders")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--of", "parcel"], "--of parcel: no life cycle is called so"),
        (["--of", "order", "--store", "memory:"], "--of chooses life cycles"),
        (["--json", "--format", "dot"], "--json prints the figures"),
        (["--store", "memory:", "--out", "x.dot"], "--out needs --format"),
        (["--as-of", "2026-03-31"], "--as-of needs --store"),
        (["--store", "memory:", "--as-of", "soon"], "--as-of soon: this is not a date"),
        (["--store", "nowhere.db"], "there is no store at nowhere.db"),
    ],
)
def test_bad_use_is_told(arguments, said):
    typed = otcore("flowchart", *arguments)
    assert typed.status == 2
    assert said in typed.err


# As a log.


@pytest.mark.parametrize("format", ["ocel-json", "ocel-sqlite", "xes"])
def test_a_log_is_written_in_each_format(store, tmp_path, format):
    file = tmp_path / "new folder" / "log"
    assert shown(otcore("events", "--store", store, "--format", format, "--out", file)) == f"{file}\n"
    begins = {"ocel-json": b"{\n", "ocel-sqlite": b"SQLite format 3", "xes": b"<?xml"}[format]
    assert file.read_bytes().startswith(begins)


def test_a_log_ends_with_a_day(store, tmp_path):
    file = tmp_path / "log.json"
    otcore("events", "--store", store, "--as-of", "2026-03-09", "--out", file)
    times = [event["time"] for event in json.loads(file.read_bytes())["events"]]
    assert max(times) < "2026-03-10"


def test_a_log_of_no_store_is_bad_use(tmp_path):
    assert otcore("events", "--store", "nowhere.db", "--out", tmp_path / "log").status == 2
