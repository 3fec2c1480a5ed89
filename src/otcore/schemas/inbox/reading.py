"""Reading the records of a file, each a document of its own: good ones are taken, every fault of the others is told."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar
from unicodedata import normalize

from attrs import evolve, frozen

from otcore.schemas.limits import IDENTIFIER
from otcore.schemas.models import command_of
from otcore.values.command import Command
from otcore.values.faults import Fault, Invalid

R = TypeVar("R")


@frozen
class Document:
    """One record: the id it has, where it stands, and what is to be done for it, in this order, all or nothing."""

    id: str
    source: str
    line: int
    commands: tuple[Command[Any], ...]


@frozen
class Reading:
    """What a file gave. A fault's path is for people ("customers.csv line 12 column tax_id"); its facts say the same.

    Facts: `file`, `line` (from 1) and `column` (CSV) or `pointer` (JSON), each where known.
    """

    documents: tuple[Document, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def commands(self) -> tuple[Command[Any], ...]:
        """Of all documents, in the order of the file."""
        return tuple(command for document in self.documents for command in document.commands)


@frozen
class Raw:
    """A record as it stands in a file: where (a pointer, as the file's faults have it), its JSON form, and its doubts.

    Paths of `doubts` begin at the record.
    """

    pointer: str
    line: int
    value: Any
    doubts: tuple[Fault, ...] = ()


class File(Protocol):
    """A file that was opened: its records, and the way from a fault's pointer to its place in the file."""

    @property
    def faults(self) -> Sequence[Fault]:
        """Of the file as a whole; then it has no records."""
        ...

    @property
    def records(self) -> Sequence[Raw]:
        """In the order of the file."""
        ...

    def placed(self, faults: Collection[Fault]) -> tuple[Fault, ...]:
        """The faults, said for people."""
        ...


@frozen
class Records(Generic[R]):
    """The records of a file that are right, each with the place it came from, and the faults of the others."""

    taken: tuple[tuple[Raw, R], ...]
    faults: tuple[Fault, ...]


def records_of(file: File, of: type[R]) -> Records[R]:
    """Each record on its own. An id that stood in the file before is a fault: ID_TWICE."""
    taken, faults = [], list(file.faults)
    lines: dict[str, int] = {}
    for raw in file.records:
        try:
            record = command_of(raw.value, of, (*raw.doubts, *_twice(raw, lines)))
        except Invalid as error:
            faults.extend(error.at(raw.pointer).faults)
        else:
            taken.append((raw, record))
    return Records(tuple(taken), file.placed(faults))


def in_file(error: Invalid, source: str) -> tuple[Fault, ...]:
    """The faults of a text that could not be opened."""
    return tuple(evolve(fault.at(source), facts={**fault.facts, "file": source}) for fault in error.faults)


def said(fault: Fault, source: str, line: int, **spot: str) -> Fault:
    """The fault at a line of a file; `spot`: the column or the pointer there, if any."""
    place = "".join(f" column {value}" if name == "column" else f" {value}" for name, value in spot.items())
    facts = {**fault.facts, "file": source, "line": str(line), **spot}
    return evolve(fault, path=f"{source} line {line}{place}", facts=facts)


def _twice(raw: Raw, lines: dict[str, int]) -> Iterator[Fault]:
    id = raw.value.get("id") if isinstance(raw.value, dict) else None
    if not isinstance(id, str) or not id:
        return
    known = normalize("NFC", id[: 4 * IDENTIFIER])
    if known in lines:
        yield Fault("ID_TWICE", f"{id[:40]!a} stands on line {lines[known]} before", "/id")
    else:
        lines[known] = raw.line
