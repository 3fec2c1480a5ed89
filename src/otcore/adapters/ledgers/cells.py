"""The cells of a CSV file: encoding, separator, quotes."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from attrs import frozen

from otcore.adapters.cash_files.rows import unpacked
from otcore.adapters.ledgers.layout import SEPARATORS, Layout
from otcore.adapters.ledgers.names import COLUMNS, folded
from otcore.schemas.limits import CELL
from otcore.values.faults import Fault, Invalid

_MARKS = {"utf-8": "utf-8-sig"}
_KNOWN = frozenset(folded(name) for names in COLUMNS.values() for name in names)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@frozen
class Line:
    """A row: the line of the file that it begins on, from 1, and its cells without the blanks around them."""

    number: int
    cells: tuple[str, ...]


@frozen
class Cells:
    """A file: the names of its columns, its rows that are not blank, and the faults of those that are not sound."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]


def cells_of(data: bytes, layout: Layout) -> Cells:
    """The cells of a file, packed by gzip or not. Raises `Invalid` for one that cannot be told apart at all.

    FILE_ENCODING, DOCUMENT_EMPTY, CSV_SEPARATOR, CSV_QUOTES; of single rows CSV_CELLS and CELL_TOO_LONG are faults.
    """
    text, first = _beginning(_text(unpacked(data), layout.encoding))
    head = text.split("\n", 1)[0]
    separator = layout.separator or _separator(head, first, frozenset(map(folded, layout.columns.values())))
    rows = _rows(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), first)
    header = tuple(cell.strip() for cell in next(rows)[1])
    lines: list[Line] = []
    faults: list[Fault] = []
    for number, cells in rows:
        fault = _fault(cells, len(header), number)
        if fault is None:
            lines.append(Line(number, tuple(cell.strip() for cell in cells[: len(header)])))
        else:
            faults.append(fault)
    return Cells(header, tuple(lines), tuple(faults))


def _text(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(_MARKS.get(encoding, encoding))
    except UnicodeError as error:
        raise Invalid.one("FILE_ENCODING", _not_in(data, encoding, error)) from None
    if "\0" in text:
        raise Invalid.one("FILE_ENCODING", f"it has signs that no text has: it may not be {encoding} (--encoding)")
    if not text.strip():
        raise Invalid.one("DOCUMENT_EMPTY", "there is nothing in it")
    return text


def _not_in(data: bytes, encoding: str, error: UnicodeError) -> str:
    if data.startswith(_UTF16):
        return f"it is not {encoding} but looks like UTF-16: say --encoding utf-16"
    start = error.start if isinstance(error, UnicodeDecodeError) else 0
    line = data.count(b"\n", 0, start) + 1
    other = "cp1252" if encoding == "utf-8" else "utf-8"
    return f"line {line} is not {encoding}: save it as UTF-8, or say which it is, such as --encoding {other}"


def _beginning(text: str) -> tuple[str, int]:
    """The text from its header on, and the header's line: spreadsheets put `sep=;` before it."""
    head, _, rest = text.partition("\n")
    return (rest, 2) if folded(head)[:3] == "sep" and "=" in head and len(head.strip()) <= len("sep=;") else (text, 1)


def _separator(head: str, line: int, given: frozenset[str]) -> str:
    """The sign that parts the header into the most names that are known. Raises `Invalid` CSV_SEPARATOR."""
    there = [sign for sign in SEPARATORS if sign in head]
    known = [sum(folded(name) in _KNOWN | given for name in head.split(sign)) for sign in there]
    best = [sign for sign, count in zip(there, known, strict=True) if count == max(known)]
    if len(best) > 1:
        message = f"cells may be separated by {' or '.join(map(repr, best))}: say --separator"
        raise Invalid.one("CSV_SEPARATOR", message, f"line {line}")
    return best[0] if best else ","


def _rows(reader: Any, first: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, with the line that each begins on. Raises `Invalid` CSV_QUOTES."""
    line = first
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + first
    except csv.Error as error:
        message = f"quotes that do not fit, or a cell without end ({error}): where its records end is not sure"
        raise Invalid.one("CSV_QUOTES", message, f"line {line}") from None


def _fault(cells: list[str], width: int, line: int) -> Fault | None:
    if len(cells) < width or any(cell.strip() for cell in cells[width:]):
        return Fault("CSV_CELLS", f"{len(cells)} cells, but the header has {width}", f"line {line}")
    if max(map(len, cells)) > CELL:
        return Fault("CELL_TOO_LONG", f"a cell has more than {CELL} characters", f"line {line}")
    return None
