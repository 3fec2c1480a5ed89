"""What a release has stored, every later release loads: states and facts of each kind, as the SQL store writes them.

The documents of an older schema (`v1`) are never edited. While a release is in the making, the folder of its schema is
written anew by `OTCORE_UPDATE_GOLDEN=1 pytest tests/golden`.
"""

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

import otcore as ot
from otcore.adapters.sql import SqlStore
from otcore.adapters.sql.codec import Codec
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Context
from tests.golden.credit import CAREFUL, rates
from tests.golden.payments import dealing
from tests.golden.story import AT, BUYER, credited, tell

HERE = Path(__file__).parent
CURRENT = HERE / "v2"
RELEASES = sorted(folder for folder in HERE.iterdir() if folder.is_dir() and folder.name.startswith("v"))
STORED = [(release, kind) for release in RELEASES for kind in KINDS if (release / f"{kind.name}.json").exists()]


def told(path: Path) -> sqlite3.Connection:
    """The tables after the story."""
    seller = ot.Seller(party=BUYER, iban="BE71096123456769", bic="GKCCBEBB", account_name="Parc")
    store = SqlStore(f"sqlite:///{path}")
    house = dealing(seller, risk_classes=(CAREFUL,), rates=rates(AT), reservation_days=30)
    tell(ot.OrderToCash(store, house, actor="story"), house)
    credited(store.begin(Context(ot.Scope("main", "main"), "story", AT)))
    return sqlite3.connect(path)


def documents(connection: sqlite3.Connection, kind: str) -> dict[str, object]:
    """The longest state of a kind and the longest fact of each type, with their schema numbers."""
    longest = "ORDER BY length(body) DESC, id LIMIT 1"
    states = f"SELECT schema, body FROM otcore_states WHERE kind = ? {longest}"
    types = "SELECT DISTINCT type FROM otcore_events WHERE kind = ? ORDER BY type"
    facts = f"SELECT schema, body FROM otcore_events WHERE kind = ? AND type = ? {longest}"
    names = [name for (name,) in connection.execute(types, (kind,)).fetchall()]
    found = {name: connection.execute(facts, (kind, name)).fetchone() for name in names}
    return {
        "state": _document(connection.execute(states, (kind,)).fetchone()),
        "events": {name: _document(row) for name, row in found.items()},
    }


def _document(row: tuple[int, str]) -> dict[str, object]:
    return {"schema": row[0], "body": json.loads(row[1])}


def keeps(written: Any, stored: Any) -> bool:
    """Whether everything stored is still said, in its place; newer releases may say more."""
    if isinstance(stored, dict):
        return all(name in written and keeps(written[name], stored[name]) for name in stored)
    if isinstance(stored, list) and isinstance(written, list):
        return len(written) == len(stored) and all(map(keeps, written, stored))
    return bool(written == stored)


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    connection = told(tmp_path_factory.mktemp("golden") / "books.db")
    yield connection
    connection.close()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_this_release_writes_what_its_golden_file_says(kind, books):
    path, written = CURRENT / f"{kind.name}.json", documents(books, kind.name)
    if os.environ.get("OTCORE_UPDATE_GOLDEN"):
        CURRENT.mkdir(exist_ok=True)
        path.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert written == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_type_of_fact_has_a_golden_document(kind):
    stored = json.loads((CURRENT / f"{kind.name}.json").read_text(encoding="utf-8"))
    assert set(stored["events"]) == {event.__name__ for event in kind.events}


@pytest.mark.parametrize(("release", "kind"), STORED, ids=lambda part: part.name)
def test_a_stored_document_loads_and_means_what_it_meant(release, kind):
    stored = json.loads((release / f"{kind.name}.json").read_text(encoding="utf-8"))
    codec = Codec(KINDS)
    state = stored["state"]
    read = codec.read_state(kind, "golden", state["schema"], json.dumps(state["body"]))
    assert isinstance(read, kind.state)
    assert codec.read_state(kind, "golden", kind.schema, codec.write(read)) == read
    assert keeps(json.loads(codec.write(read)), state["body"])
    for name, fact in stored["events"].items():
        event = codec.read_event(kind, "golden", name, fact["schema"], json.dumps(fact["body"]))
        assert type(event).__name__ == name
        assert codec.read_event(kind, "golden", name, kind.schema, codec.write(event)) == event
        assert keeps(json.loads(codec.write(event)), fact["body"])
