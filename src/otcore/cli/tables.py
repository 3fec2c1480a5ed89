"""Tables of the books for a terminal."""

import re
from collections.abc import Iterable, Sequence

from attrs import frozen
from rich import box
from rich.table import Table
from rich.text import Text

from otcore.cli.books import Books
from otcore.cli.cash_words import outcome
from otcore.cli.order_words import standing, why
from otcore.formats.kpi_rows import kpi_rows
from otcore.formats.numbers import amount, money
from otcore.formats.visible import visible
from otcore.formats.words import bucket_names
from otcore.invoicing.invoice import Invoice
from otcore.kpi.cash import CashLine, CashReport
from otcore.kpi.report import Figures
from otcore.orders.order import Order
from otcore.values.money import Money

MOST = 30
"""Rows of a table; the files in the out folder have all."""

_BAR = 24
_NAME = 30
_INVOICE_COLUMNS = 66  # all but the customer's name
_CASH_COLUMNS = 64  # all but the payer's name
_CODE = re.compile(r"\b[A-Z]+(?:_[A-Z]+)+\b")


@frozen
class Column:
    """A heading; `right` for numbers. What is longer than `most` is cut, else it goes on in the next line."""

    name: str
    right: bool = False
    most: int | None = None


def table(title: str, columns: Sequence[Column], rows: Iterable[Sequence[object]], header: bool = True) -> Table:
    """A table of plain texts: nothing that came from outside is taken for markup or a control sign."""
    shown = Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_header=header,
    )
    for column in columns:
        cut = column.right or column.most is not None
        shown.add_column(
            column.name,
            justify="right" if column.right else "left",
            overflow="ellipsis" if cut else "fold",
            no_wrap=cut,
            max_width=column.most,
        )
    for row in rows:
        shown.add_row(*map(_cell, row))
    return shown


def orders_table(books: Books) -> Table:
    """Every order; where there are too many, those that are not simply done."""
    columns = [Column("Order", most=40), Column("Date", most=10), Column("Value", right=True), Column("Standing")]
    told = [order for order in books.orders if why(order)] if len(books.orders) > MOST else books.orders
    return table("Orders", columns, map(_order, told[:MOST]))


def invoices_table(books: Books, width: int) -> Table:
    """Every invoice; where there are too many, those that are still open."""
    columns = [
        Column("Invoice", most=40),
        Column("Customer", most=_name(width - _INVOICE_COLUMNS)),
        Column("Issued", most=10),
        Column("Due", most=10),
        Column("Amount", right=True),
        Column("Open", right=True),
    ]
    few = len(books.invoices) <= MOST
    told = [invoice for invoice in books.invoices if few or books.items[invoice.id].open]
    return table("Invoices", columns, (_invoice(invoice, books) for invoice in told[:MOST]))


def cash_table(report: CashReport, width: int) -> Table:
    """Every receipt of a currency; where there are too many, those with something left."""
    columns = [
        Column("Booked", most=10),
        Column("Payer", most=_name(width - _CASH_COLUMNS)),
        Column("Received", right=True),
        Column("Left", right=True),
        Column("What became of it"),
    ]
    few = len(report.lines) <= MOST
    told = [line for line in report.lines if few or line.applied != line.received]
    return table(f"Cash in {report.currency}", columns, map(_receipt, told[:MOST]))


def kpi_table(figures: Figures) -> Table:
    """The figures of a currency, the aging with bars."""
    columns = [Column("Figure"), Column("", right=True), Column("")]
    names = bucket_names(figures.aging.spec)
    drawn = dict(zip((f"  {name}" for name in names), bars(figures.aging.total.buckets), strict=True))
    rows = [(name, value, Text(drawn.get(name, ""), style="cyan")) for name, value in kpi_rows(figures)]
    return table(f"Receivables in {figures.currency}", columns, rows, header=False)


def in_words(text: str) -> str:
    """Codes as words: PRODUCT_UNKNOWN is `product unknown`."""
    return _CODE.sub(lambda code: code[0].replace("_", " ").lower(), text)


def _order(order: Order) -> tuple[object, ...]:
    said = ": ".join(filter(None, (standing(order), in_words(why(order)))))
    return order.id, order.day, money(order.value), said


def _invoice(invoice: Invoice, books: Books) -> tuple[object, ...]:
    item = books.items[invoice.id]
    due = Text(item.due.isoformat(), style="red" if item.overdue else "")
    name = books.names[invoice.customer]
    return invoice.id, name, item.day, due, money(invoice.payable), money(item.open) if item.open else "-"


def _receipt(line: CashLine) -> tuple[object, ...]:
    left = line.received - line.applied
    return line.day, line.payer, amount(line.received), amount(left) if left else "-", in_words(outcome(line))


def _name(room: int) -> int:
    """How wide a column of names is: what the others leave, within reason."""
    return max(12, min(room, _NAME))


def bars(values: Sequence[Money]) -> list[str]:
    """A bar for each amount, the longest for the largest; what is not zero is seen."""
    most = max(value.minor for value in values)
    return ["█" * max(round(_BAR * value.minor / most), 1) if value.minor > 0 else "" for value in values]


def _cell(value: object) -> Text:
    return value if isinstance(value, Text) else Text(visible(str(value)))
