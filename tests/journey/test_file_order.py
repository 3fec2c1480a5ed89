"""What a file is called and where it lies makes no difference."""

import random

import pytest

from tests.journey.inboxes import EXAMPLE, papers, put, taken_in


@pytest.mark.parametrize("seed", range(3))
def test_names_and_order_of_the_files_make_no_difference(seed, tmp_path, example_run):
    found = sorted(path for path in EXAMPLE.rglob("*") if path.is_file())
    random.Random(seed).shuffle(found)
    for number, path in enumerate(found):
        put(tmp_path / "inbox", f"{number % 3}/{number:03d}", path.read_bytes())
    done = taken_in(tmp_path / "inbox", tmp_path / "out")
    assert done.failures == ()
    assert papers(tmp_path / "out") == example_run[1]


def test_hidden_files_and_an_out_folder_inside_the_inbox_are_not_documents(tmp_path):
    inbox = tmp_path / "inbox"
    put(inbox, "seller.json", (EXAMPLE / "seller.json").read_bytes())
    put(inbox, ".DS_Store", b"\0")
    out, store = inbox / "out", str(inbox / "out" / "otcore.db")
    first, second = (taken_in(inbox, out, store) for _ in range(2))
    assert first.failures == second.failures == ()
    assert first.files == second.files == 1


@pytest.mark.parametrize("scheme", ["", "sqlite:///"])
def test_a_store_beside_the_documents_is_no_document(tmp_path, scheme):
    put(tmp_path, "seller.json", (EXAMPLE / "seller.json").read_bytes())
    put(tmp_path, "books.db-wal", b"what a killed run leaves")
    store = f"{scheme}{tmp_path / 'books.db'}"
    taken_in(tmp_path, tmp_path / "out", store)
    assert taken_in(tmp_path, tmp_path / "out", store).failures == ()
