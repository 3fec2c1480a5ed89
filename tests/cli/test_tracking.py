"""`otcore track`: where an order stands, for people and for programs."""

import json
from pathlib import Path

import pytest

from otcore import OnboardCustomer, Profile
from otcore.adapters.sql import SqlStore
from otcore.app.sync import MAIN
from otcore.cli.host import Host
from otcore.cli.ordering import take_order
from tests.cli.selling import DAY, SELLER, buyer, order
from tests.cli.typed import Typed, otcore


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the demo."""
    out = tmp_path_factory.mktemp("demo")
    otcore("demo", "--out", out)
    return out / "otcore.db"


def track(store: object, order: str, *more: object) -> Typed:
    return otcore("track", order, "--store", store, *more)


def test_a_person_reads_what_happened_and_what_can_be_done(store: Path):
    typed = track(store, "ZL2026-0088")
    assert (typed.status, typed.err) == (0, "")
    lines = typed.out.splitlines()
    assert lines[0] == "Order C1002/ZL2026-0088 of C1002: part shipped, 7916.00 EUR, 1734.00 EUR open"
    assert "2026-03-10  Invoice INV-2026-000002 over 4448.00 EUR issued, due 2026-04-30" in lines
    assert "On 2026-04-30" in lines
    assert any(line.startswith("Possible: ") and "cancel-lines" in line for line in lines)
    assert any("ALREADY_SHIPPED" in line and "cancel-order" in line for line in lines)


def test_a_program_reads_the_same(store: Path):
    said = json.loads(track(store, "C1002/ZL2026-0088", "--json").out)
    assert (said["order"], said["customer"], said["status"], said["as_of"]) == (
        "C1002/ZL2026-0088", "C1002", "confirmed", "2026-04-30",
    )  # fmt: skip
    first = said["timeline"][0]
    assert (first["at"], first["what"], first["document"]) == ("2026-03-04T00:00:00Z", "order.placed", said["order"])
    steps = {step["name"]: step for step in said["steps"]}
    assert steps["close-order"] == {"name": "close-order", "about": "", "possible": True}
    assert steps["cancel-order"]["code"] == "ALREADY_SHIPPED"


def test_the_steps_are_those_of_a_day(store: Path):
    assert "On 2026-06-30" in track(store, "ZL2026-0088", "--as-of", "2026-06-30").out


def test_tracking_changes_nothing(store: Path):
    before = store.read_bytes()
    track(store, "ZL2026-0088")
    assert store.read_bytes() == before


def test_an_order_that_is_not_there_is_bad_use(store: Path):
    typed = track(store, "nope")
    assert (typed.status, typed.out, typed.err) == (2, "", "otcore: there is no order nope\n")


def test_a_store_that_is_not_there_is_bad_use_and_none_is_made(tmp_path: Path):
    typed = track(tmp_path / "none.db", "O1")
    assert (typed.status, typed.err) == (2, f"otcore: there is no store at {tmp_path / 'none.db'}\n")
    assert not (tmp_path / "none.db").exists()


def test_a_number_that_several_buyers_use_is_told_with_the_ids(tmp_path: Path):
    with SqlStore(str(tmp_path / "two.db")) as store:
        host = Host.over(store, SELLER, DAY, MAIN)
        for id in "AB":
            host.o2c.handle(OnboardCustomer(id, Profile(party=buyer(id), currency="EUR")))
            take_order(host, order("77", customer=id))
    typed = track(tmp_path / "two.db", "77")
    assert (typed.status, typed.err) == (2, "otcore: several orders have the number 77: A/77, B/77\n")
    assert track(tmp_path / "two.db", "A/77").status == 0
