"""Clerks who issue invoices and credit notes at one store, in threads and in processes that may die."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial

from attrs import evolve

from otcore.adapters.sql import SqlStore
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Store
from otcore.testing.faults import FaultyStore, at, exited
from otcore.values.faults import Rejected
from otcore.workflows.house import House
from tests.orders.examples import left, line
from tests.workflows.desk import HOUSE, Desk, desk
from tests.workflows.invoicing import corrects, credits, numbers

ONE_SERIES = evolve(HOUSE, credit_series=HOUSE.series, credit_number=HOUSE.number)
"""A house that numbers invoices and credit notes together."""
TRIES = 200
Task = tuple[str, str]
"""What to do, and with which shipment or invoice."""


def waiting(store: Store, bills: int, credited: int, house: House = HOUSE) -> tuple[Desk, list[Task]]:
    """A desk with so many shipments to bill, and as many invoices to credit; and what there is to do, mixed."""
    ready = desk(stocked=1000, store=store, house=house, tries=TRIES)
    for number in range(bills + credited):
        ready.places(line(quantity=1), order=f"O{number}")
        ready.acknowledges(f"O{number}")
        ready.ships(left("1", 1), order=f"O{number}", shipment=f"S{number}")
    issued = [ready.bills(f"S{bills + number}").id for number in range(credited)]
    tasks = [("bill", f"S{number}") for number in range(bills)]
    todo = [each for pair in zip(tasks, [("credit", id) for id in issued], strict=True) for each in pair]
    return ready, todo


def do(ready: Desk, tasks: Iterable[Task]) -> None:
    """Each task once; what is done already is left."""
    acts: dict[str, Callable[[str], object]] = {
        "bill": ready.bills,
        "credit": partial(credits, ready),
        "correct": partial(_correct, ready),
    }
    for what, id in tasks:
        with suppress(Rejected):  # somebody did it before
            acts[what](id)


def _correct(ready: Desk, id: str) -> object:
    return corrects(ready, invoice=id)


def do_in_process(url: str, tasks: Sequence[Task], house: House) -> None:
    """What a process of its own does."""
    with SqlStore(url, KINDS, create=False, timeout=30) as store:
        do(Desk(store=store, house=house, tries=TRIES), tasks)


def die_in_process(url: str, tasks: Sequence[Task], house: House, call: int) -> None:
    """What a process of its own does: end before this call of its store."""
    with SqlStore(url, KINDS, create=False, timeout=30) as store:
        do(Desk(store=FaultyStore(store, at(call), exited), house=house, tries=TRIES), tasks)


def counted(ids: Iterable[str]) -> list[int]:
    """The counts at the end of numbers, in order."""
    return sorted(int(id.rpartition("-")[2]) for id in ids)


def assert_gapless(ready: Desk, invoices: int, notes: int) -> None:
    """As many documents as there should be, numbered 1, 2, 3 ... in their series, none twice."""
    issued, credited = numbers(ready)
    assert (len(issued), len(credited)) == (invoices, notes)
    if ready.house.credit_series == ready.house.series:
        assert counted([*issued, *credited]) == list(range(1, invoices + notes + 1))
    else:
        assert counted(issued) == list(range(1, invoices + 1))
        assert counted(credited) == list(range(1, notes + 1))
