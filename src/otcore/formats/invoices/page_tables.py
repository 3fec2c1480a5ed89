"""The tables of the invoice page: lines, totals, and the small ones beside them."""

from collections.abc import Iterator

from otcore.formats.invoices.form import InvoiceForm, LineRow, Row, Sum, Table
from otcore.formats.markup import Markup, join, tag

_FIGURE = "figure"
_TEXT_COLUMNS = 2
"""Of the lines: number and item; the others are figures."""


def lines_table(form: InvoiceForm) -> Markup:
    """The lines; the heads stand on every printed page."""
    heads = [_head(text, place >= _TEXT_COLUMNS) for place, text in enumerate(form.line_heads)]
    return tag(
        "table",
        tag("caption", form.lines_title, class_="unseen"),
        tag("thead", tag("tr", *heads)),
        "\n",
        tag("tbody", *(join(_line(row), "\n") for row in form.lines)),
        class_="lines",
    )


def sums_table(form: InvoiceForm) -> Markup:
    """From the sum of the lines to the amount due."""
    caption = tag("caption", form.sums_title, class_="unseen")
    return tag("table", caption, tag("tbody", *map(_sum, form.sums)), class_="sums")


def small_table(table: Table) -> Markup:
    """A table under its title: texts first, figures after."""
    heads = (_head(text, place > 0) for place, text in enumerate(table.heads))
    body = tag("tbody", *map(_row, table.rows))
    return tag("table", tag("caption", table.title), tag("thead", tag("tr", *heads)), body, class_="small")


def _head(text: str, figure: bool) -> Markup:
    return tag("th", text, scope="col", class_=_FIGURE) if figure else tag("th", text, scope="col")


def _line(row: LineRow) -> Markup:
    price = join(row.price, *_under(row.price_per))
    figures = (_cell(cell) for cell in (row.quantity, price, row.tax, row.net))
    cells = (tag("th", row.id, scope="row"), tag("td", *_item(row), class_="item"), *figures)
    return tag("tr", *cells, class_="part") if row.depth else tag("tr", *cells)


def _item(row: LineRow) -> Iterator[Markup]:
    yield tag("p", row.name, class_="name")
    yield from (tag("p", text, class_="text") for text in row.texts)
    if row.facts:
        known = (tag("span", f"{each.label}\u00a0", tag("bdi", each.text)) for each in row.facts)
        yield tag("p", *(join(each, " ") for each in known), class_="known")
    if row.workings:
        workings = (tag("div", tag("dt", each.label), tag("dd", each.text)) for each in row.workings)
        yield tag("dl", *workings, class_="workings")


def _sum(row: Sum) -> Markup:
    cells = (tag("th", row.label, *_under(row.note), scope="row"), tag("td", row.amount))
    return tag("tr", *cells, class_=row.weight) if row.weight else tag("tr", *cells)


def _row(row: Row) -> Markup:
    first, *figures = row.cells
    head = tag("th", first, *(note for text in row.notes for note in _under(text)), scope="row")
    return tag("tr", head, *map(_cell, figures))


def _cell(text: str) -> Markup:
    return tag("td", text, class_=_FIGURE)


def _under(text: str) -> Iterator[Markup]:
    """A small text on a line of its own under what stands before it."""
    if text.strip():
        yield tag("small", text)
