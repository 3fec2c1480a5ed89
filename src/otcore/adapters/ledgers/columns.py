"""Which column of a ledger is which fact: by the names that are known, or by those that are given."""

from collections import Counter

from attrs import frozen

from otcore.adapters.ledgers.cells import Cells
from otcore.adapters.ledgers.layout import Layout
from otcore.adapters.ledgers.names import COLUMNS, NOTHING, folded
from otcore.values.faults import Fault, Invalid


@frozen
class Column:
    """A column: the fact, its name in the file, and what each row says there, "" where it says nothing."""

    fact: str
    name: str
    lines: tuple[int, ...]
    texts: tuple[str, ...]

    def place(self, row: int) -> str:
        """Where a cell stands: `line 12 InvoiceDate`."""
        return f"line {self.lines[row]} {self.name}"


def columns_of(cells: Cells, layout: Layout) -> dict[str, Column]:
    """Fact -> its column. Raises `Invalid` COLUMN_MISSING for one that was given, COLUMN_TWICE."""
    found = _found(cells.header, layout)
    faults = [*_missing(cells.header, layout), *_twice(cells.header, found)]
    if faults:
        raise Invalid(*faults)
    lines = tuple(line.number for line in cells.lines)
    return {fact: _column(fact, name, lines, cells) for fact, name in found.items()}


def _found(header: tuple[str, ...], layout: Layout) -> dict[str, str]:
    """Given names first; a column is one fact at most."""
    by_name = {folded(name): name for name in reversed(header) if name}
    found = dict(layout.columns)
    taken = set(found.values())
    for fact, names in COLUMNS.items():
        if fact in found:
            continue
        free = (by_name[key] for key in map(folded, names) if key in by_name and by_name[key] not in taken)
        name = next(free, None)
        if name is not None:
            found[fact] = name
            taken.add(name)
    return {fact: name for fact, name in found.items() if name}


def _missing(header: tuple[str, ...], layout: Layout) -> list[Fault]:
    return [
        Fault("COLUMN_MISSING", f"the header has no column {name!r} for {fact}: it has {', '.join(header)}", "line 1")
        for fact, name in layout.columns.items()
        if name and name not in header
    ]


def _twice(header: tuple[str, ...], found: dict[str, str]) -> list[Fault]:
    counts = Counter(header)
    return [
        Fault("COLUMN_TWICE", f"the header has {name!r} more than once", "line 1")
        for name in found.values()
        if counts[name] > 1
    ]


def _column(fact: str, name: str, lines: tuple[int, ...], cells: Cells) -> Column:
    place = cells.header.index(name)
    return Column(fact, name, lines, tuple(_said(line.cells[place]) for line in cells.lines))


def _said(text: str) -> str:
    return "" if text.casefold() in NOTHING else text
