"""The files that `otcore match` reads; whatever is wrong with one is said with its name and the place."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from attrs import evolve, frozen

from otcore.adapters.cash_files import (
    Layout,
    Taken,
    payers_of_items,
    payments_of_statement,
    read_open_items,
    read_payers,
    read_payments,
)
from otcore.adapters.cash_files.bank_rows import money_rows, set_aside, taken_back
from otcore.adapters.cash_files.rows import unpacked
from otcore.adapters.remittance import read_advices
from otcore.adapters.statements.csv import CsvMapping
from otcore.adapters.statements.reading import read_statements
from otcore.adapters.statements.recognising import format_of
from otcore.cli.attempts import attempt
from otcore.cli.bad_use import BadUse
from otcore.cli.documents import Failure
from otcore.cli.folders import InboxFile
from otcore.payments.remittance_advice import RemittanceAdvice
from otcore.payments.statement import BankStatement
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.schemas.models import read_json
from otcore.values.faults import Invalid

T = TypeVar("T")

Batch = tuple[Payment, ...]
"""Payments that are decided together: a statement, or those of a day."""


@frozen
class Given:
    """The payments of a file. `failures`: those that could not be read; `taken_back`: ids of those that the bank took
    back again; `set_aside`: how many entries of bank statements are no money that came in.
    """

    batches: tuple[Batch, ...]
    failures: tuple[Failure, ...] = ()
    taken_back: frozenset[str] = frozenset()
    set_aside: int = 0


def items_in(path: Path, layout: Layout) -> tuple[OpenItem, ...]:
    """The open items. Raises `BadUse` when any cannot be read."""
    return _all_of(path, partial(read_open_items, layout=layout))


def payers_named_in(path: Path, layout: Layout) -> tuple[Payer, ...]:
    """The customers that a file of open items names. Raises `BadUse`."""
    return _read(path, partial(payers_of_items, layout=_of_items(layout)))


def payers_in(path: Path, layout: Layout) -> tuple[Payer, ...]:
    """The customers. Raises `BadUse` when any cannot be read."""
    return _all_of(path, partial(read_payers, layout=layout))


def advices_in(path: Path, payments: Layout) -> tuple[RemittanceAdvice, ...]:
    """The remittance advices: JSON, CSV or X12 820, their amounts as those of the payments are written.

    Raises `BadUse` when any cannot be read.
    """
    layout = evolve(payments, columns={})
    return _read(path, lambda data: read_advices(unpacked(data), str(path), layout).advices)


def policies_in(path: Path) -> Policies:
    """The policies, as JSON: `{"usual": {...}, "of_customers": {"C1": {...}}}`. Raises `BadUse`."""
    return _read(path, lambda data: read_json(data, Policies))


def payments_in(path: Path, layout: Layout, mapping: CsvMapping | None = None) -> Given:
    """The payments in batches, by statement or by day, and those that could not be read. Raises `BadUse`.

    A bank statement is known by its content; a `mapping` says that it is the CSV of a bank.
    """
    return _read(path, partial(_payments, str(path), layout, mapping))


def mapping_in(path: Path) -> CsvMapping:
    """How a bank writes its CSV, as JSON. Raises `BadUse`."""
    return _read(path, lambda data: read_json(data, CsvMapping))


def _payments(name: str, layout: Layout, mapping: CsvMapping | None, data: bytes) -> Given:
    plain = unpacked(data)
    if mapping or format_of(plain):
        return _of_bank(read_statements(plain, name, mapping=mapping))
    taken = read_payments(plain, layout)
    if taken.faults and not taken.records:
        raise Invalid(*taken.faults)
    failures = (Failure(name, "payment", taken.faults),) if taken.faults else ()
    return Given(_by_day(taken.records), failures)


def _of_bank(statements: Iterable[BankStatement]) -> Given:
    """The oldest first."""
    known = sorted(statements, key=lambda each: (each.closed, each.account, each.statement_id))
    back = taken_back(row for statement in known for row in money_rows(statement))
    return Given(_by_statement(known), (), back, sum(map(set_aside, known)))


def _by_statement(statements: Iterable[BankStatement]) -> tuple[Batch, ...]:
    """A row that an earlier statement had is no new payment."""
    known: set[str] = set()
    batches = []
    for statement in statements:
        batch = tuple(each for each in payments_of_statement(statement) if each.id not in known)
        known |= {each.id for each in batch}
        batches.append(batch)
    return tuple(filter(None, batches))


def _by_day(payments: tuple[Payment, ...]) -> tuple[Batch, ...]:
    days: defaultdict[str, list[Payment]] = defaultdict(list)
    for payment in payments:
        days[payment.day.isoformat()].append(payment)
    return tuple(tuple(sorted(days[day], key=lambda each: each.id)) for day in sorted(days))


def _of_items(layout: Layout) -> Layout:
    """The columns of an item as those of its customer."""
    of = {"customer": "customer", "customer_name": "name"}
    return evolve(layout, columns={of[fact]: name for fact, name in layout.columns.items() if fact in of})


def _all_of(path: Path, read: Callable[[bytes], Taken[T]]) -> tuple[T, ...]:
    def whole(data: bytes) -> tuple[T, ...]:
        taken = read(data)
        if taken.faults:
            raise Invalid(*taken.faults)
        return taken.records

    return _read(path, whole)


def _read(path: Path, do: Callable[[bytes], T]) -> T:
    if not path.is_file():
        raise BadUse(f"{path} is not a file")
    done = attempt(lambda: do(InboxFile(str(path), path).read()), str(path))
    if isinstance(done, Failure):
        raise BadUse(f"{path} could not be read, so nothing is decided", (done,))
    return done
