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
    """What a kind of file holds: its columns, how a record is made, its key, and which members show minor units."""

    names: Names
    make: Callable[[Record], T]
    key: Callable[[T], str]
    minor_units: frozenset[str]
    twice: str


def read(data: bytes, shape: Shape[T], layout: Layout) -> Taken[T]:
    """Every record of a file. Raises `Invalid` when it cannot be told apart at all."""
    keys: dict[tuple[str, ...], dict[str, str]] = {}
    records: list[T] = []
    faults: list[Fault] = []
    seen: Counter[str] = Counter()
    for row in rows_of(data):
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


@frozen
class _Made(Generic[T]):
    value: T


def _made(row: Row, record: Record, shape: Shape[T], seen: Counter[str]) -> _Made[T] | tuple[Fault, ...]:
    faults = row.faults
    if not faults:
        try:
            value = shape.make(record)
            faults = tuple(record.faults)
        except Invalid as error:  # what the values themselves refuse
            faults = (*record.faults, *error.faults)
    if not faults:
        key = shape.key(value)
        seen[key] += 1
        if seen[key] == 1:
            return _Made(value)
        faults = (Fault(shape.twice, f"{key} comes twice"),)
    return tuple(_at(row, fault) for fault in faults)


def _at(row: Row, fault: Fault) -> Fault:
    return Fault(fault.code, fault.message, f"line {row.line} {fault.path}".strip())


def _few(faults: list[Fault]) -> Iterator[Fault]:
    yield from faults[:FAULTS]
    if len(faults) > FAULTS:
        yield Fault("TOO_MANY_FAULTS", f"and {len(faults) - FAULTS} more")
