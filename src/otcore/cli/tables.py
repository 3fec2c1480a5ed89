"""Tables of the books for a terminal."""

from collections.abc import Iterable, Sequence
from typing import Any

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
from otcore.kpi.cash import CashReport
from otcore.kpi.report import Figures
from otcore.orders.order import Order
from otcore.values.money import Money

MOST = 30
"""Rows of a table; the files in the out folder have all."""
_BAR = 24


@frozen
class Column:
    """A heading; `right` for numbers, `whole` for what must stay on one line."""

    name: str
    right: bool = False
    whole: bool = True


def table(title: str, columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Table:
    """A table of plain texts: nothing that came from outside is taken for markup or a control sign."""
    shown = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        options: dict[str, Any] = {"overflow": "ellipsis", "no_wrap": True} if column.whole else {"overflow": "fold"}
        shown.add_column(column.name, justify="right" if column.right else "left", **options)
    for row in rows:
        shown.add_row(*map(_cell, row))
    return shown


def orders_table(books: Books) -> Table:
    """Every order; where there are too many, those that are not simply done."""
    columns = [
        Column("Order"),
        Column("Date"),
        Column("Value", right=True),
        Column("Standing", whole=False),
        Column("Why", whole=False),
    ]
    told = [order for order in books.orders if why(order)] if len(books.orders) > MOST else books.orders
    return table("Orders", columns, map(_order, told[:MOST]))


def invoices_table(books: Books) -> Table:
    """Every invoice; where there are too many, those that are still open."""
    columns = [
        Column("Invoice"),
        Column("Customer", whole=False),
        Column("Issued"),
        Column("Due"),
        Column("Amount", right=True),
        Column("Open", right=True),
    ]
    few = len(books.invoices) <= MOST
    told = [invoice for invoice in books.invoices if few or books.items[invoice.id].open]
    rows = (
        (
            invoice.id,
            books.names[invoice.customer],
            invoice.document.issued,
            _due(books, invoice.id),
            money(invoice.payable),
            _open(books.items[invoice.id].open),
        )
        for invoice in told[:MOST]
    )
    return table("Invoices", columns, rows)


def cash_table(report: CashReport) -> Table:
    """Every receipt of a currency; where there are too many, those with something left."""
    columns = [
        Column("Booked"),
        Column("Payer", whole=False),
        Column("Received", right=True),
        Column("Applied", right=True),
        Column("Left", right=True),
        Column("What became of it", whole=False),
    ]
    few = len(report.lines) <= MOST
    told = [line for line in report.lines if few or line.applied != line.received]
    rows = [
        (
            line.day,
            line.payer,
            amount(line.received),
            amount(line.applied),
            _open(line.received - line.applied, False),
            outcome(line),
        )
        for line in told[:MOST]
    ]
    return table(f"Cash in {report.currency}", columns, rows)


def kpi_table(figures: Figures) -> Table:
    """The figures of a currency, the aging with bars."""
    columns = [Column("Figure"), Column("", right=True), Column("")]
    names = bucket_names(figures.aging.spec)
    bars = dict(zip((f"  {name}" for name in names), _bars(figures.aging.total.buckets), strict=True))
    rows = [(name, value, Text(bars.get(name, ""), style="cyan")) for name, value in kpi_rows(figures)]
    return table(f"Receivables in {figures.currency}", columns, rows)


def _order(order: Order) -> tuple[object, ...]:
    return order.id, order.day, money(order.value), standing(order), why(order)


def _due(books: Books, invoice: str) -> Text:
    item = books.items[invoice]
    return Text(item.due.isoformat(), style="red" if item.overdue else "")


def _open(value: Money, signed: bool = True) -> str:
    if not value:
        return "-"
    return money(value) if signed else amount(value)


def _bars(values: Sequence[Money]) -> list[str]:
    """A bar for each amount, the longest for the largest; what is not zero is seen."""
    most = max((value.minor for value in values), default=0)
    return ["█" * max(round(_BAR * value.minor / most), 1) if value.minor > 0 else "" for value in values]


def _cell(value: object) -> Text:
    return value if isinstance(value, Text) else Text(visible(str(value)))
