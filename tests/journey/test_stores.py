"""The same inbox gives the same books and the same bytes, whatever they are kept in."""

import pytest

from tests.journey.inboxes import EXAMPLE, papers, taken_in
from tests.journey.rows import rows_in


def test_every_store_gives_the_same_files(store, tmp_path, example_run):
    taken_in(EXAMPLE, tmp_path / "out", store)
    assert papers(tmp_path / "out") == example_run[1]


def test_sqlite_and_postgresql_hold_the_same_rows(postgres_database, tmp_path):
    stores = (str(tmp_path / "books.db"), postgres_database())
    for number, store in enumerate(stores):
        taken_in(EXAMPLE, tmp_path / f"out{number}", store)
    assert rows_in(stores[0]) == rows_in(stores[1])


def test_running_again_changes_nothing(store, tmp_path):
    out = tmp_path / "out"
    first = taken_in(EXAMPLE, out, store)
    rows, files, times = rows_in(store), papers(out), _times(out)
    again = taken_in(EXAMPLE, out, store)
    assert rows_in(store) == rows
    assert papers(out) == files
    assert _times(out) == times
    assert not any(again.written.values())
    assert not again.taken.new
    assert again.taken.recognised == first.taken.new


@pytest.mark.parametrize("portions", [["orders"], ["orders", "despatch-advices"]])
def test_documents_that_come_in_portions_end_in_the_same_files(portions, tmp_path, example_run):
    store, out = str(tmp_path / "books.db"), tmp_path / "out"
    later = {path.parent.name for path in EXAMPLE.rglob("*") if path.is_file()}
    for portion in [*portions, *sorted(later - set(portions))]:
        taken_in(_part(tmp_path / portion, portion), out, store)
    assert papers(out) == example_run[1]


def _times(out):
    return {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def _part(folder, portion):
    for path in EXAMPLE.rglob("*"):
        if path.is_file() and path.parent.name in (portion, EXAMPLE.name):
            target = folder / path.relative_to(EXAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder
