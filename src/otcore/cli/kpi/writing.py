"""The files that `otcore kpi` writes: the page, and the aging as CSV."""

from collections.abc import Iterator
from pathlib import Path

from otcore.cli.kpi.figures import KpiDone
from otcore.cli.kpi.order import KpiOrder
from otcore.cli.putting import put
from otcore.formats.kpi_board import board_page
from otcore.formats.spreadsheet import Cell, csv_text
from otcore.formats.words import bucket_names
from otcore.kpi.board.board import Boards


def write(order: KpiOrder, done: KpiDone) -> dict[str, bool]:
    """The files that were asked for, and whether each changed. Raises `OSError`."""
    written = {}
    if order.html:
        names, targets = done.source.names, order.targets
        page = board_page(done.boards, order.locale, title=order.title, names=names, targets=targets, notes=done.notes)
        written[str(order.html)] = _put(order.html, page)
    if order.csv:
        written[str(order.csv)] = _put(order.csv, aging_csv(done.boards))
    return written


def aging_csv(boards: Boards) -> str:
    """The aging, a row a customer (or what else its rows are) and currency; nothing in it acts in a spreadsheet."""
    if not boards.boards:
        return ""
    first = boards.boards[0].figures.aging
    buckets = (name.replace("\u2013", "-") for name in bucket_names(first.spec))  # not all spreadsheets read UTF-8
    heads = (first.by, "currency", "items", "open", *buckets, "unapplied", "in no bucket")
    return csv_text(heads, _rows(boards))


def _rows(boards: Boards) -> Iterator[tuple[Cell, ...]]:
    for board in boards.boards:
        for row in board.figures.aging.rows:
            sums = (row.open, *row.buckets, row.unapplied, row.apart)
            yield (row.customer, board.currency, row.items, *(each.amount for each in sums))


def _put(path: Path, text: str) -> bool:
    return put(path.parent, path.name, text.encode())
