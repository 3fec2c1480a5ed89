"""CSV that a spreadsheet opens without running anything in it."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from unicodedata import normalize

from otcore.formats.visible import visible

Cell = str | int | Decimal | date

_ACTIVE = frozenset("=+-@\u2212")
_LEADING = " \t\r\n\v\f\u00a0\u200b\u200c\u200d\u2060\ufeff"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A CSV file as text: comma, quotes where needed, a newline after each row.

    Numbers and days stay as they are, plain and ISO 8601; every text cell goes through `neutral`.
    """
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(map(_cell, header))
    writer.writerows(map(_cell, row) for row in rows)
    return file.getvalue()


def neutral(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet could take it for a formula.

    That is when it begins with tab or carriage return, or when its first sign that is seen is = + - @ or a full-width
    or small form of them (OWASP, CSV injection).
    """
    first = normalize("NFKC", text.lstrip(_LEADING)[:1])
    acts = first in _ACTIVE or text[:1] in ("\t", "\r", "\n")
    return f"'{visible(text)}" if acts else visible(text)


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return neutral(value)
    return format(value, "f") if isinstance(value, Decimal) else str(value)
