"""What a run shows on a terminal: what was taken in, how the books stand, and what went wrong."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from otcore.cli.books import Books
from otcore.cli.documents import DocumentKind, Failure
from otcore.cli.order_words import standing
from otcore.cli.running import Done, Order
from otcore.cli.stores import without_password
from otcore.cli.tables import MOST, Column, cash_table, invoices_table, kpi_table, orders_table, table
from otcore.formats.visible import visible
from otcore.formats.words import counted


def show(console: Console, order: Order, done: Done) -> None:
    """All of it, what needs looking at last."""
    books = done.books
    _say(console, f"{books.seller.party.name}, as of {books.as_of}", "bold")
    console.print(_documents(done))
    if books.orders:
        _say(console, _orders_in_short(books))
        console.print(orders_table(books))
    if books.invoices:
        console.print(invoices_table(books))
    for report in books.cash:
        console.print(cash_table(report))
    for figures in books.kpi.figures:
        console.print(kpi_table(figures))
    _more(console, books)
    _files(console, order, done)
    show_failures(console, done.failures)


def show_failures(console: Console, failures: Iterable[Failure]) -> None:
    """A line for each fault: file, place, document, code, message."""
    for failure in failures:
        for fault in failure.faults:
            where = ", ".join(filter(None, (failure.file, fault.path, failure.document)))
            _say(console, f"✗ {where}: {fault.code} {fault.message}", "red")


def _documents(done: Done) -> Table:
    columns = [Column("Documents"), *(Column(name, right=True) for name in ("Taken in", "Recognised", "Failed"))]
    taken = done.taken
    rows = [
        (kind.value, *(_count(each[kind]) for each in (taken.new, taken.recognised, taken.failed)))
        for kind in DocumentKind
    ]
    unknown = sum(not failure.document for failure in done.failures)
    if unknown:
        rows.append(("not understood", "", "", str(unknown)))
    return table("", columns, rows)


def _count(number: int) -> str:
    return str(number) if number else ""


def _orders_in_short(books: Books) -> str:
    counts = Counter(standing(order) for order in books.orders)
    told = ", ".join(f"{count} {name}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return f"{counted(len(books.orders), 'order', 'orders')}: {told}"


def _more(console: Console, books: Books) -> None:
    longest = max(len(books.orders), len(books.invoices), *(len(report.lines) for report in books.cash), 0)
    if longest > MOST:
        _say(
            console, f"Of long tables the first {MOST} rows that need looking at are shown; the files have all.", "dim"
        )


def _files(console: Console, order: Order, done: Done) -> None:
    _say(console, f"Written to {order.out}:", "bold")
    folders = groupby(sorted(done.written), key=lambda name: name.rpartition("/")[0])
    for folder, names in folders:
        found = list(names)
        _say(console, f"  {folder}/ ({counted(len(found), 'file', 'files')})" if folder else f"  {', '.join(found)}")
    changed = sum(done.written.values())
    _say(console, f"  {changed or 'none'} of {len(done.written)} changed; the store is {without_password(order.store)}")


def _say(console: Console, text: str, style: str = "") -> None:
    console.print(Text(visible(text), style=style), soft_wrap=True)
