"""The rows of a CSV file under its header, each as wide as that."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from attrs import frozen

from otcore.adapters.statements.csv.mapping import CsvMapping
from otcore.adapters.xml.place import place
from otcore.values import Invalid


@frozen
class Row:
    """The cells of a row by column, without the blanks around them, and the line that it ends in."""

    cells: Mapping[str, str]
    line: int
    source: str = ""

    def __getitem__(self, column: str) -> str:
        """The cell of a column; "" for a column that the mapping does not name."""
        return self.cells.get(column, "")

    @property
    def place(self) -> str:
        """File and line, as faults have them."""
        return place(self.source, self.line)


def rows_of(text: str, mapping: CsvMapping, source: str) -> Iterator[Row]:
    """The rows; one without any cell is passed over.

    Raises `Invalid` CSV_HEADER (none, or a column of the mapping is missing or stands twice), CSV_CELLS, CSV_QUOTES.
    """
    lines = text.splitlines(keepends=True)[mapping.skip :]
    reader = csv.reader(StringIO("".join(lines), newline=""), delimiter=mapping.delimiter, strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(header, mapping, source)
        yield from _rows(reader, header, mapping.skip, source)
    except csv.Error as error:
        line = mapping.skip + reader.line_num
        message = f"quotes that do not fit, or a cell without end ({error})"
        raise Invalid.one("CSV_QUOTES", message, place(source, line)) from None


def _rows(reader: Any, header: list[str], skip: int, source: str) -> Iterator[Row]:
    for cells in reader:
        line = skip + reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            message = f"the row has {len(cells)} cells, the header {len(header)}"
            raise Invalid.one("CSV_CELLS", message, place(source, line))
        yield Row(dict(zip(header, map(str.strip, cells), strict=True)), line, source)


def _check_header(header: list[str], mapping: CsvMapping, source: str) -> None:
    for column in mapping.columns:
        if header.count(column) != 1:
            what = "twice" if column in header else "not"
            message = f"the column {column[:40]!a} stands {what} in the header"
            raise Invalid.one("CSV_HEADER", message, place(source, mapping.skip + 1), column=column[:40])
