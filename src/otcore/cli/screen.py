"""What a run shows on a terminal: what was taken in, how the books stand, and what went wrong."""

from collections import Counter
from collections.abc import Iterable

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
    _show_books(console, books)
    _files(console, order, done)
    show_failures(console, done.failures)


def show_failures(console: Console, failures: Iterable[Failure]) -> None:
    """A line for each fault: file, place, document, code, message; of a document with many the first."""
    for failure in failures:
        for fault in failure.faults[:MOST]:
            where = ", ".join(filter(None, (failure.file, fault.path, failure.document)))
            _say(console, f"✗ {where}: {fault.code} {fault.message}", "red")
        if len(failure.faults) > MOST:
            _say(console, f"✗ {failure.file}: and {len(failure.faults) - MOST} more", "red")


def _show_books(console: Console, books: Books) -> None:
    if books.orders:
        console.print(Text(_orders_in_short(books)))
        console.print(orders_table(books))
    if books.invoices:
        console.print(invoices_table(books, console.width))
    for report in books.cash:
        console.print(cash_table(report, console.width))
    for figures in books.kpi.figures:
        console.print(kpi_table(figures))
    if max(len(books.orders), len(books.invoices), *(len(report.lines) for report in books.cash), 0) > MOST:
        _say(console, f"Long tables show {MOST} rows of what needs looking at; the files have all.", "dim")


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
    return str(number) if number else "-"


def _orders_in_short(books: Books) -> str:
    counts = Counter(standing(order) for order in books.orders)
    told = ", ".join(f"{count} {name}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return f"{counted(len(books.orders), 'order', 'orders')}: {told}"


def _files(console: Console, order: Order, done: Done) -> None:
    folders = Counter(name.rpartition("/")[0] for name in done.written)
    _say(console, f"Written to {order.out}:", "bold")
    for folder, count in folders.items():
        if folder:
            _say(console, f"  {folder}/ ({counted(count, 'file', 'files')})")
    _say(console, "  " + ", ".join(name for name in done.written if "/" not in name))
    changed = sum(done.written.values())
    _say(console, f"  {changed if changed else 'None'} of these {len(done.written)} files changed.")
    _say(console, f"The KPI page is {order.out / 'kpi.html'}, the store {without_password(order.store)}")


def _say(console: Console, text: str, style: str = "") -> None:
    console.print(Text(visible(text), style=style), soft_wrap=True)
