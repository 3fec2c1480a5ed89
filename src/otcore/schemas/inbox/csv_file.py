"""A CSV file under a contract: its header names columns that are known, each once; rows have as many cells as it."""

import csv
import re
from collections.abc import Collection, Iterator
from io import StringIO
from typing import Any

from attrs import NOTHING, fields, frozen

from otcore.schemas.decoding import decoded
from otcore.schemas.inbox.cells import cell
from otcore.schemas.inbox.reading import Raw, said
from otcore.schemas.limits import CELL, RECORDS
from otcore.schemas.pointers import pointer
from otcore.schemas.writing import default_of
from otcore.values.faults import Fault, Invalid

DELIMITERS = (",", ";", "\t")

_LINE_END = re.compile("[\r\n]")
_HEADER = 1  # the line it stands on


@frozen
class CsvFile:
    """An opened CSV file. Pointers of its faults begin with the line: "/12/tax_id"."""

    source: str
    faults: tuple[Fault, ...]
    records: tuple[Raw, ...] = ()

    def placed(self, faults: Collection[Fault]) -> tuple[Fault, ...]:
        """The faults with line and column."""
        return tuple(self._said(fault) for fault in faults)

    def _said(self, fault: Fault) -> Fault:
        _, line, *inner = fault.path.split("/")
        return said(fault, self.source, int(line), **({"column": inner[0]} if inner else {}))


def csv_file(data: bytes, source: str, of: type[Any]) -> CsvFile:
    """The file, read as records of an attrs class: a column for each field.

    The delimiter is the one of comma, semicolon and tab that the header has. Faults of the whole: COLUMN_UNKNOWN,
    COLUMN_TWICE, COLUMN_MISSING, CSV_QUOTES, LIST_TOO_LONG. Raises `Invalid` CSV_DELIMITER when the header has
    several, and what `decoded` raises.
    """
    text = decoded(data)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    try:
        header = next(rows)
        faults = tuple(_header_faults(header, of))
        if faults:
            return CsvFile(source, faults)
        records = tuple(_records(rows, header, of))
    except csv.Error as error:
        message = f"quotes that do not fit, or a cell without end ({error}): where its records end is not sure"
        return CsvFile(source, (Fault("CSV_QUOTES", message, pointer([rows.line_num or _HEADER])),))
    if len(records) > RECORDS:
        return CsvFile(source, (Fault("LIST_TOO_LONG", f"has more than {RECORDS} records", pointer([_HEADER])),))
    return CsvFile(source, (), records)


def delimiter(text: str) -> str:
    """The delimiter of a CSV text, told by its header alone; a comma when there is one column. CSV_DELIMITER."""
    header = _LINE_END.split(text, maxsplit=1)[0]
    found = [sign for sign in DELIMITERS if sign in header]
    if len(found) > 1:
        message = f"the header has several delimiters: {' '.join(map(repr, found))}"
        raise Invalid.one("CSV_DELIMITER", message, "line 1", line=_HEADER)
    return found[0] if found else ","


def columns(of: type[Any]) -> tuple[str, ...]:
    """The columns that a file of these records may have."""
    return tuple(each.name for each in fields(of))


def _header_faults(header: list[str], of: type[Any]) -> Iterator[Fault]:
    known = columns(of)
    for index, name in enumerate(header):
        if name not in known:
            yield Fault("COLUMN_UNKNOWN", f"columns are {', '.join(known)}", pointer([_HEADER, name]))
        elif name in header[:index]:
            yield Fault("COLUMN_TWICE", "the header has this column before", pointer([_HEADER, name]))
    for each in fields(of):
        if default_of(each) is NOTHING and each.name not in header:
            yield Fault("COLUMN_MISSING", "the header has to have this column", pointer([_HEADER, each.name]))


def _records(rows: Any, header: list[str], of: type[Any]) -> Iterator[Raw]:
    """The rows that are not blank. `rows` counts the lines it has read, so a row begins on the line after."""
    kinds = {each.name: each.type for each in fields(of)}
    line = rows.line_num + 1
    for row in rows:
        if any(row):
            yield _record(row, header, line, kinds)
        line = rows.line_num + 1


def _record(row: list[str], header: list[str], line: int, kinds: dict[str, Any]) -> Raw:
    if len(row) != len(header):
        message = f"{len(row)} cells, but the header has {len(header)}"
        return Raw(pointer([line]), line, None, (Fault("CSV_CELLS", message),))
    told = {name: text for name, text in zip(header, row, strict=True) if text}
    doubts = tuple(
        Fault("CELL_TOO_LONG", f"more than {CELL} characters", pointer([name]))
        for name, text in told.items()
        if len(text) > CELL
    )
    value = {name: cell(text[:CELL], kinds[name]) for name, text in told.items()}
    return Raw(pointer([line]), line, value, doubts)
