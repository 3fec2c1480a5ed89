"""The rows of a file: JSON lines, a JSON list, or CSV with a header; packed by gzip or not."""

import csv
import zlib
from collections.abc import Iterator
from io import StringIO
from typing import Any

from attrs import frozen

from otcore.schemas.inbox.csv_file import delimiter
from otcore.schemas.json_text import json_text
from otcore.schemas.limits import CELL
from otcore.values.faults import Fault, Invalid

MAX_BYTES = 256 * 2**20
"""What is larger once it is unpacked is refused."""

_PACKED = b"\x1f\x8b"
_GZIP = 16 + zlib.MAX_WBITS
_MARK = b"\xef\xbb\xbf"


@frozen
class Row:
    """A record as it stands in the file: its line, from 1, and its cells by name; or what is wrong with it."""

    line: int
    cells: dict[str, Any]
    faults: tuple[Fault, ...] = ()


@frozen
class Rows:
    """The records of a file, and the names of its columns; those of JSON stand in each record."""

    records: Iterator[Row]
    columns: tuple[str, ...] = ()


def rows_of(data: bytes) -> Rows:
    """Every record, blank lines left out. Raises `Invalid` for a file that cannot be told apart, or later.

    JSON_LINES_EXPECTED: it begins with one object over several lines.
    """
    plain = unpacked(data).removeprefix(_MARK)
    beginning = plain[:4096].lstrip()
    if beginning.startswith(b"{"):
        if beginning.split(b"\n", 1)[0].strip() == b"{":
            raise Invalid.one(
                "JSON_LINES_EXPECTED", "this is one object; a record stands on a line, or in a list [...]"
            )
        return Rows(_json_lines(plain))
    if beginning.startswith(b"["):
        return Rows(_json_list(plain))
    return _csv_rows(plain)


def unpacked(data: bytes) -> bytes:
    """The file without gzip. Raises `Invalid` FILE_PACKED for a broken one, DOCUMENT_TOO_LARGE."""
    if not data.startswith(_PACKED):
        return data
    parts: list[bytes] = []
    left = data
    while left:  # a packed file may be several, one after the other
        plain, left = _part(left, MAX_BYTES - sum(map(len, parts)))
        parts.append(plain)
    return b"".join(parts)


def _part(data: bytes, room: int) -> tuple[bytes, bytes]:
    """The first packed part, and what comes after it."""
    engine = zlib.decompressobj(_GZIP)
    try:
        plain = engine.decompress(data, room + 1)
    except zlib.error as error:
        raise Invalid.one("FILE_PACKED", f"this looks packed by gzip, but {error}") from None
    if len(plain) > room:
        raise Invalid.one("DOCUMENT_TOO_LARGE", f"unpacked it has more than {MAX_BYTES} bytes", limit=MAX_BYTES)
    if not engine.eof:
        raise Invalid.one("FILE_PACKED", "this is packed by gzip, but its end is missing")
    return plain, engine.unused_data


def _json_lines(plain: bytes) -> Iterator[Row]:
    for number, line in enumerate(plain.split(b"\n"), 1):
        if line.strip():
            yield _json_line(number, line)


def _json_line(number: int, line: bytes) -> Row:
    try:
        read = json_text(line)
    except Invalid as error:
        return Row(number, {}, tuple(Fault(each.code, each.message) for each in error.faults))
    return _row(number, read.value, tuple(Fault(each.code, each.message, each.path) for each in read.faults))


def _json_list(plain: bytes) -> Iterator[Row]:
    """A record has its place in the list as its line: JSON has no lines of its own."""
    read = json_text(plain)
    if read.faults:
        raise Invalid(*read.faults)
    yield from (_row(number, value) for number, value in enumerate(read.value, 1))


def _row(number: int, value: Any, faults: tuple[Fault, ...] = ()) -> Row:
    if isinstance(value, dict):
        return Row(number, value, faults)
    return Row(number, {}, (*faults, Fault("OBJECT_EXPECTED", "a record is an object {...}")))


def _csv_rows(plain: bytes) -> Rows:
    text = _text(plain)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    header = _next(rows)
    assert header is not None, "a text has a first line"
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise Invalid.one("COLUMN_TWICE", f"the header has {', '.join(map(repr, twice))} more than once", "line 1")
    return Rows(_csv_records(rows, header), tuple(header))


def _csv_records(rows: Any, header: list[str]) -> Iterator[Row]:
    line = rows.line_num + 1
    while (row := _next(rows)) is not None:
        if any(cell.strip() for cell in row):
            yield _csv_row(line, header, row)
        line = rows.line_num + 1


def _next(rows: Any) -> list[str] | None:
    """The next row, None after the last. Raises `Invalid` CSV_QUOTES."""
    try:
        row: list[str] | None = next(rows, None)
        return row
    except csv.Error as error:
        message = f"quotes that do not fit, or a cell without end ({error}): where its records end is not sure"
        raise Invalid.one("CSV_QUOTES", message, f"line {rows.line_num or 1}") from None


def _csv_row(line: int, header: list[str], row: list[str]) -> Row:
    if len(row) != len(header):
        return Row(line, {}, (Fault("CSV_CELLS", f"{len(row)} cells, but the header has {len(header)}"),))
    if max(map(len, row)) > CELL:
        return Row(line, {}, (Fault("CELL_TOO_LONG", f"a cell has more than {CELL} characters"),))
    return Row(line, {name: cell.strip() for name, cell in zip(header, row, strict=True) if cell.strip()})


def _text(plain: bytes) -> str:
    try:
        text = plain.decode("utf-8")
    except UnicodeDecodeError as error:
        line = plain.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{plain[error.start]:02x} is not UTF-8: save the file as UTF-8"
        raise Invalid.one("ENCODING_NOT_UTF8", message, f"line {line}") from None
    if not text.strip():
        raise Invalid.one("DOCUMENT_EMPTY", "there is nothing in it")
    return text
