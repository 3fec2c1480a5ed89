"""Numbers without gap or repeat, however many issue invoices and credit notes at once, and whoever dies of them."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier
from typing import Any

import pytest
from attrs import evolve

from otcore.adapters.sql import SqlStore
from otcore.invoicing.document import InvoiceDocument
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Store
from otcore.values.faults import Fault, Invalid
from otcore.workflows.house import House
from tests.processes import forked
from tests.workflows.desk import HOUSE, Desk
from tests.workflows.invoicing import assert_books_agree, numbers
from tests.workflows.numbering import (
    ONE_SERIES,
    Task,
    assert_gapless,
    die_in_process,
    do,
    do_in_process,
    waiting,
)

CLERKS = 4


def together(ready: Desk, *works: list[Task]) -> None:
    """Each work in a thread of its own, all at once."""
    door = Barrier(len(works), timeout=30)

    def go(tasks: list[Task]) -> None:
        door.wait()
        do(ready, tasks)

    with ThreadPoolExecutor(len(works)) as pool:
        list(pool.map(go, works))


def process(target: Any, *given: Any) -> Any:
    started = forked().Process(target=target, args=given)
    started.start()
    return started


@pytest.mark.parametrize("house", [HOUSE, ONE_SERIES], ids=["two series", "one series"])
def test_threads_that_bill_and_credit_leave_no_gap(store: Store, house: House):
    ready, todo = waiting(store, 8, 8, house)
    together(ready, *[todo[at::CLERKS] for at in range(CLERKS)])
    assert_gapless(ready, 16, 8)
    assert_books_agree(ready)


def test_all_clerks_with_the_same_work_do_each_of_it_once(store: Store):
    ready, todo = waiting(store, 3, 3)
    together(ready, todo, todo[::-1], todo)
    assert_gapless(ready, 6, 3)
    assert_books_agree(ready)


def test_corrections_take_two_series_at_once_and_nobody_waits_in_a_ring(store: Store):
    ready, todo = waiting(store, 4, 4)
    wrong: list[Task] = [("correct", id) for what, id in todo if what == "credit"]
    bills = [each for each in todo if each[0] == "bill"]
    together(ready, wrong[:2], bills, wrong[2:])
    assert_gapless(ready, 12, 4)
    assert_books_agree(ready)


@pytest.mark.slow
def test_processes_that_bill_and_credit_leave_no_gap(url: str):
    with SqlStore(url, KINDS, timeout=30) as store:
        ready, todo = waiting(store, 10, 10)
        running = [process(do_in_process, url, todo[at::2], HOUSE) for at in range(2)]
        assert [each.join(60) or each.exitcode for each in running] == [0, 0]
        assert_gapless(ready, 20, 10)
        assert_books_agree(ready)


@pytest.mark.slow
@pytest.mark.parametrize("house", [HOUSE, ONE_SERIES], ids=["two series", "one series"])
def test_a_clerk_killed_on_the_way_spends_no_number(url: str, house: House):
    """kill -9 again and again, at moments that differ: what the dead had not committed was never numbered."""
    with SqlStore(url, KINDS, timeout=30) as store:
        ready, todo = waiting(store, 12, 12, house)
        before = sum(map(len, numbers(ready)))
        for more in (1, 4, 9):
            clerk = process(do_in_process, url, todo, house)
            until = time.monotonic() + 60
            while sum(map(len, numbers(ready))) < before + more and time.monotonic() < until and clerk.is_alive():
                time.sleep(0.002 * more)
            os.kill(clerk.pid, signal.SIGKILL)
            clerk.join(60)
            assert clerk.exitcode in (-signal.SIGKILL, 0)
            issued, credited = numbers(ready)
            assert_gapless(ready, len(issued), len(credited))
        do(ready, todo)
        assert_gapless(ready, 24, 12)
        assert_books_agree(ready)


@pytest.mark.slow
def test_a_clerk_that_dies_at_any_call_spends_no_number(url: str):
    """From the first question to the commit of a credit note: a number is taken last, and kept or given back."""
    with SqlStore(url, KINDS, timeout=30) as store:
        ready, todo = waiting(store, 6, 6)
        credits = [each for each in todo if each[0] == "credit"]
        dying = [process(die_in_process, url, credits, HOUSE, call) for call in (8, 14, 20)]
        assert {each.join(60) or each.exitcode for each in dying} <= {137}
        issued, credited = numbers(ready)
        assert_gapless(ready, len(issued), len(credited))
        do(ready, todo)
        assert_gapless(ready, 12, 6)


def test_one_in_ten_that_fails_leaves_no_gap(store: Store):
    """A refusal after the number was taken gives it back: the house does not like every tenth document."""
    ready, todo = waiting(store, 10, 10)
    count = iter(range(1000))

    def picky(document: InvoiceDocument) -> tuple[Fault, ...]:
        return (Fault("X", "not this one", ""),) if next(count) % 10 == 3 else ()

    careful = Desk(store=store, house=evolve(HOUSE, invoice=picky), tries=ready.tries)
    for each in todo:
        with suppress(Invalid):
            do(careful, [each])
    issued, credited = numbers(ready)
    assert len(issued) + len(credited) < 30
    assert_gapless(ready, len(issued), len(credited))
    do(ready, todo)
    assert_gapless(ready, 20, 10)
