"""From a file to the rows of the receivables ledger: all of it, or every fault of it."""

from collections.abc import Callable
from functools import partial

from otcore.adapters.gathering import MOST_FAULTS
from otcore.adapters.ledgers.cells import cells_of
from otcore.adapters.ledgers.columns import columns_of
from otcore.adapters.ledgers.invoices import book_invoices, days_known, numbered, sales_known
from otcore.adapters.ledgers.layout import AS_IT_SAYS, Layout, Shape, Signs
from otcore.adapters.ledgers.ledger import Ledger
from otcore.adapters.ledgers.movements import book_movements
from otcore.adapters.ledgers.rows import Row, rows_of, shape_of
from otcore.adapters.ledgers.sheet import Sheet
from otcore.receivables.ledger import Entry
from otcore.values.faults import Fault, Invalid

Book = Callable[[tuple[Row, ...], list[Fault]], tuple[Entry, ...]]


def read_ledger(data: bytes, layout: Layout = AS_IT_SAYS) -> Ledger:
    """The ledger of a CSV file, packed by gzip or not.

    It is read as a whole or refused as a whole. Raises `Invalid` with every fault, each with line and column, the first
    `MOST_FAULTS` of them: those of `cells_of`, `columns_of`, `shape_of`, `read_days`, `read_numbers`, FIELD_MISSING,
    KIND_UNKNOWN, CURRENCY_MISSING, CURRENCY_UNKNOWN, CURRENCY_DIFFERS, ID_FORMAT, TEXT_TOO_LONG, the codes of `Money`,
    and those of `numbered`, `book_invoices` or `book_movements`.
    """
    cells = cells_of(data, layout)
    lines = tuple(line.number for line in cells.lines)
    sheet = Sheet(columns_of(cells, layout), lines, layout, list(cells.faults))
    shape = shape_of(sheet)
    movements = shape is Shape.MOVEMENTS
    rows = rows_of(sheet, shape)
    _check(sheet.faults)
    rows = rows if movements else numbered(rows, sheet.faults)
    entries = _book(shape, sheet)(rows, sheet.faults)
    _check(sheet.faults)
    used = {fact: column.name for fact, column in sheet.columns.items()}
    return Ledger(
        entries=entries,
        read=len(rows),
        shape=shape,
        names={row.customer: row.name for row in reversed(rows) if row.name and row.name != row.customer},
        groups={row.customer: row.group for row in reversed(rows) if row.group},
        salespeople={row.invoice: row.salesperson for row in rows if row.salesperson},
        columns=used,
        unused=tuple(name for name in cells.header if name and name not in used.values()),
        sales_known=movements or sheet.has("paid") or sales_known(rows),
        days_known=movements or days_known(rows),
    )


def _book(shape: Shape, sheet: Sheet) -> Book:
    if shape is not Shape.MOVEMENTS:
        return book_invoices
    sides = not sheet.has("amount")  # debit and credit are the signs of accounts
    return partial(book_movements, signs=Signs.ACCOUNTING if sides else sheet.layout.signs)


def _check(faults: list[Fault]) -> None:
    if not faults:
        return
    more = len(faults) - MOST_FAULTS
    few = faults[:MOST_FAULTS]
    raise Invalid(*few, *([Fault("TOO_MANY_FAULTS", f"and {more} more")] if more > 0 else []))
