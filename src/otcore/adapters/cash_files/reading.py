"""From a file to its records: good ones are taken, every fault of the others is told with its line."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from attrs import frozen

from otcore.adapters.cash_files.columns import Layout, Names, found
from otcore.adapters.cash_files.record import Record
from otcore.adapters.cash_files.rows import Row, rows_of
from otcore.values.faults import Fault, Invalid

T = TypeVar("T")

FAULTS = 100
"""So many faults are told; of more, their number."""


@frozen
class Taken(Generic[T]):
    """What a file gave: its records in their order, and the faults of those that were left out ("line 12 open")."""

    records: tuple[T, ...]
    faults: tuple[Fault, ...] = ()


@frozen(eq=False)
class Shape(Generic[T]):
    """What a kind of file holds: its columns, how a record is made, its key, and which members show minor units.

    `needed`: of each group of facts one has to be there. `twice`: the code of a key that comes again; "": it may.
    """

    names: Names
    make: Callable[[Record], T]
    key: Callable[[T], str]
    minor_units: frozenset[str]
    twice: str
    needed: tuple[tuple[str, ...], ...]


def read(data: bytes, shape: Shape[T], layout: Layout) -> Taken[T]:
    """Every record of a file. Raises `Invalid` when it cannot be told apart at all."""
    keys: dict[tuple[str, ...], dict[str, str]] = {}
    records: list[T] = []
    faults: list[Fault] = []
    seen: Counter[str] = Counter()
    rows = rows_of(data)
    if rows.columns:
        _check_header(rows.columns, shape, layout)
    for row in rows.records:
        names = tuple(row.cells)
        if names not in keys:
            keys[names] = found(shape.names, names, layout)
        minor = layout.minor_units or shape.minor_units <= row.cells.keys()
        made = _made(row, Record(row, keys[names], layout, minor), shape, seen)
        if isinstance(made, tuple):
            faults += made
        else:
            records.append(made.value)
    return Taken(tuple(records), tuple(_few(faults)))


def _check_header(columns: tuple[str, ...], shape: Shape[T], layout: Layout) -> None:
    """Raise `Invalid` COLUMN_MISSING for what no record could have."""
    there = found(shape.names, columns, layout)
    missing = [group for group in shape.needed if not any(fact in there for fact in group)]
    if missing:
        raise Invalid(*(Fault("COLUMN_MISSING", _missing(group, shape, layout), "line 1") for group in missing))


def _missing(group: tuple[str, ...], shape: Shape[T], layout: Layout) -> str:
    given = [layout.columns[fact] for fact in group if fact in layout.columns]
    names = given or [name for fact in group for name in shape.names[fact]]
    return f"the header has no {' or '.join(group)}: none of {', '.join(names)}"


@frozen
class _Made(Generic[T]):
    value: T


def _made(row: Row, record: Record, shape: Shape[T], seen: Counter[str]) -> _Made[T] | tuple[Fault, ...]:
    faults = row.faults
    if not faults:
        for group in shape.needed:
            record.require(*group)
        try:
            value = shape.make(record)
            faults = tuple(record.faults)
        except Invalid as error:  # what the values themselves refuse
            faults = (*record.faults, *error.faults)
    if not faults:
        key = shape.key(value)
        seen[key] += 1
        if seen[key] == 1 or not shape.twice:
            return _Made(value)
        faults = (Fault(shape.twice, f"{key} comes twice"),)
    return tuple(_at(row, fault) for fault in faults)


def _at(row: Row, fault: Fault) -> Fault:
    return Fault(fault.code, fault.message, f"line {row.line} {fault.path}".strip())


def _few(faults: list[Fault]) -> Iterator[Fault]:
    yield from faults[:FAULTS]
    if len(faults) > FAULTS:
        yield Fault("TOO_MANY_FAULTS", f"and {len(faults) - FAULTS} more")
