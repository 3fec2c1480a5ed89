"""One run: an inbox, a store and an out folder become books, files and a report."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from attrs import frozen

from otcore.app.sync import MAIN, OrderToCash
from otcore.cli.bad_use import BadUse
from otcore.cli.books import Books, latest_day, read_books
from otcore.cli.documents import Document, Failure
from otcore.cli.folders import files_in
from otcore.cli.host import Host
from otcore.cli.journey import Taken, close_day, take_in
from otcore.cli.papers import papers
from otcore.cli.progress import Track
from otcore.cli.putting import put
from otcore.cli.reading import Inbox, read_inbox
from otcore.cli.sellers import seller_before, seller_in
from otcore.cli.stores import files_of, opened
from otcore.invoicing.seller import Seller
from otcore.ports.storage import Store
from otcore.values.party import Party


@frozen(kw_only=True)
class Order:
    """What is asked for: the folders, the store's address, the day of the figures (None: the latest document's), and
    whether invoices are written as `pages` too.
    """

    inbox: Path
    out: Path
    store: str
    as_of: date | None = None
    pages: bool = False


@frozen(kw_only=True)
class Done:
    """What a run did. `written`: the files of the out folder, and whether each changed."""

    files: int
    taken: Taken
    books: Books
    written: dict[str, bool]

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Everything that went wrong with documents, by file."""
        return tuple(sorted(self.taken.failures, key=lambda failure: (failure.file, failure.document)))


def run(order: Order, track: Track) -> Done:
    """Do all of it. Raises `BadUse`; `GatewayError` and `OSError` when store or out folder fail on the way."""
    _make(order.out)
    files = files_in(order.inbox, order.out, *files_of(order.store))
    inbox = read_inbox(files, track)
    with opened(order.store) as store:
        host = _host(store, inbox, order)
        taken = take_in(host, inbox, track)
        as_of = order.as_of or max(taken.days, default=None) or latest_day(host.o2c) or date.today()
        close_day(host, as_of)
        books = read_books(host.o2c, host.seller, as_of)
    return Done(files=len(files), taken=taken, books=books, written=_write(order, books, taken, track))


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadUse(f"{out} cannot be the out folder: {error.strerror}") from error


def _host(store: Store, inbox: Inbox, order: Order) -> Host:
    seller = seller_in(inbox.documents) or seller_before(_reader(store))
    if seller is None:
        message = f"{order.inbox} has no seller document, and the store no invoice that names one"
        raise BadUse(message, inbox.failures)
    since = min(_days(inbox.documents), default=None) or order.as_of or date.today()
    return Host.over(store, seller, since, MAIN)


def _reader(store: Store) -> OrderToCash:
    """Only asks, so that nobody has to sell."""
    return Host.over(store, Seller(party=Party("nobody yet")), date.min, MAIN).o2c


def _days(documents: Iterable[Document]) -> Iterable[date]:
    return (document.day for document in documents if document.day)


def _write(order: Order, books: Books, taken: Taken, track: Track) -> dict[str, bool]:
    written = {}
    for paper in track(tuple(papers(books, order.pages)), "writing"):
        if isinstance(paper, Failure):
            taken.failures.append(paper)
        else:
            written[paper[0]] = put(order.out, *paper)
    return written
