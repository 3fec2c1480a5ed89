"""A bad document is told by file and place, leaves nothing in the store, and stops no other."""

import pytest

from tests.journey.bad_documents import ALL, Bad
from tests.journey.inboxes import inbox_of, papers, put, taken_in, told
from tests.journey.rows import rows_in


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The small inbox without a bad document: its rows and files."""
    folder = tmp_path_factory.mktemp("undisturbed")
    store = str(folder / "books.db")
    done = taken_in(inbox_of(folder / "inbox"), folder / "out", store)
    assert done.failures == ()
    return rows_in(store), papers(folder / "out")


@pytest.mark.parametrize("bad", ALL, ids=lambda bad: bad.file)
def test_a_bad_document_is_told_and_stops_no_other(bad: Bad, tmp_path, undisturbed):
    store = str(tmp_path / "books.db")
    inbox = inbox_of(tmp_path / "inbox")
    put(inbox, bad.file, bad.data)
    done = taken_in(inbox, tmp_path / "out", store)
    found = told(done.failures)
    assert {file for file, _, _ in found} == {bad.file}
    assert any(place.startswith(bad.place) and code == bad.code for _, place, code in found)
    assert (rows_in(store), papers(tmp_path / "out")) == undisturbed
