"""The files that `otcore match` reads; whatever is wrong with one is said with its name and the place."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from otcore.adapters.cash_files import Layout, Taken, payments_of_statement, read_open_items, read_payers, read_payments
from otcore.adapters.statements.camt import read_camt
from otcore.cli.attempts import attempt
from otcore.cli.bad_use import BadUse
from otcore.cli.documents import Failure
from otcore.cli.folders import InboxFile
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.schemas.models import read_json
from otcore.values.faults import Invalid

T = TypeVar("T")

Batch = tuple[Payment, ...]
"""Payments that are decided together: a statement, or those of a day."""

_XML = (b"<", b"\xef\xbb\xbf<")


def items_in(path: Path, layout: Layout) -> tuple[OpenItem, ...]:
    """The open items. Raises `BadUse` when any cannot be read."""
    return _all_of(path, partial(read_open_items, layout=layout))


def payers_in(path: Path, layout: Layout) -> tuple[Payer, ...]:
    """The customers. Raises `BadUse` when any cannot be read."""
    return _all_of(path, partial(read_payers, layout=layout))


def policies_in(path: Path) -> Policies:
    """The policies, as JSON: `{"usual": {...}, "of_customers": {"C1": {...}}}`. Raises `BadUse`."""
    return _read(path, lambda data: read_json(data, Policies))


def payments_in(path: Path, layout: Layout) -> tuple[tuple[Batch, ...], tuple[Failure, ...]]:
    """The payments in batches, by day, and those that could not be read. Raises `BadUse` when none can."""
    return _read(path, partial(_payments, str(path), layout))


def _payments(name: str, layout: Layout, data: bytes) -> tuple[tuple[Batch, ...], tuple[Failure, ...]]:
    if data.lstrip().startswith(_XML):
        statements = sorted(read_camt(data), key=lambda each: (each.closed, each.account, each.statement_id))
        return tuple(batch for each in statements if (batch := payments_of_statement(each))), ()
    taken = read_payments(data, layout)
    if taken.faults and not taken.records:
        raise Invalid(*taken.faults)
    failures = (Failure(name, "payment", taken.faults),) if taken.faults else ()
    return _by_day(taken.records), failures


def _by_day(payments: tuple[Payment, ...]) -> tuple[Batch, ...]:
    days: defaultdict[str, list[Payment]] = defaultdict(list)
    for payment in payments:
        days[payment.day.isoformat()].append(payment)
    return tuple(tuple(sorted(days[day], key=lambda each: each.id)) for day in sorted(days))


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
