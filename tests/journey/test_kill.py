"""`kill -9` at any step: nothing that was committed is lost, and the next run ends where an undisturbed one ends."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.journey.inboxes import EXAMPLE, papers, taken_in
from tests.journey.rows import EVENTS, Watch, rows_in
from tests.journey.runs import run_in_process
from tests.processes import forked

pytestmark = pytest.mark.slow

PATIENCE = 60.0
SLICE = 0.002  # seconds; some commits fit into it


class Books:
    """A store and an out folder that `otcore run` works on in processes of its own."""

    def __init__(self, store: str, out: Path) -> None:
        self.store = store
        self.out = out
        self.watch = Watch(store)

    def events(self) -> list[tuple]:
        """Everything that is committed."""
        return rows_in(self.store)[EVENTS]

    def killed_when(self, reached: Callable[[], bool]) -> bool:
        """Start a run and kill it as soon as a point is reached; whether it was before its end.

        Once it has written something it only goes on for a moment between two looks, so that it cannot run far past
        the point.
        """
        process = forked().Process(target=run_in_process, args=(self.store, str(self.out)))
        process.start()
        until = time.monotonic() + PATIENCE
        try:
            while process.is_alive() and not reached():
                _told(process, signal.SIGCONT)
                time.sleep(SLICE)
                if self.watch.events():
                    _told(process, signal.SIGSTOP)
                assert time.monotonic() < until, "the run neither ends nor gets anywhere"
        finally:
            process.kill()
            process.join()
        return process.exitcode == -signal.SIGKILL

    def finish(self) -> None:
        """Run to the end."""
        assert taken_in(EXAMPLE, self.out, self.store).failures == ()


def _told(process: Any, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # it may have ended by now
        os.kill(process.pid, what)


@pytest.fixture
def books(store, tmp_path) -> Iterator[Books]:
    books = Books(store, tmp_path / "out")
    yield books
    books.watch.close()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory) -> tuple[dict[str, list[tuple]], dict[str, bytes]]:
    """Every row and file of a run that nobody kills; all stores have the same (`test_stores`)."""
    folder = tmp_path_factory.mktemp("undisturbed")
    store = str(folder / "books.db")
    taken_in(EXAMPLE, folder / "out", store)
    return rows_in(store), papers(folder / "out")


@pytest.mark.parametrize("part", [0.02, 0.25, 0.5, 0.75, 0.9])
def test_a_run_killed_on_the_way_is_finished_by_the_next(part, books, undisturbed):
    whole = len(undisturbed[0][EVENTS])
    assert books.killed_when(lambda: books.watch.events() >= part * whole)
    kept = books.events()
    assert part * whole <= len(kept) < whole
    books.finish()
    final = rows_in(books.store)
    assert set(kept) <= set(final[EVENTS])
    assert (final, papers(books.out)) == undisturbed


def test_a_run_killed_again_and_again_comes_to_its_end(books, undisturbed):
    whole = len(undisturbed[0][EVENTS])
    kept: list[tuple] = []
    for _ in range(4):
        more = len(kept) + whole // 6
        assert books.killed_when(lambda more=more: books.watch.events() >= more)
        before, kept = kept, books.events()
        assert set(before) <= set(kept)
    books.finish()
    assert (rows_in(books.store), papers(books.out)) == undisturbed


def test_a_run_killed_while_it_makes_the_store_is_finished_by_the_next(tmp_path, undisturbed):
    books = Books(str(tmp_path / "books.db"), tmp_path / "out")
    assert books.killed_when(Path(books.store).exists)
    books.finish()
    assert (rows_in(books.store), papers(books.out)) == undisturbed


def test_a_run_killed_while_it_writes_leaves_no_half_file(books, undisturbed):
    assert books.killed_when(lambda: any(books.out.glob("order-responses/*.xml")))
    whole = {name: data for name, data in papers(books.out).items() if not name.endswith(".part")}
    assert whole.items() <= undisturbed[1].items()
    books.finish()
    assert (rows_in(books.store), papers(books.out)) == undisturbed
