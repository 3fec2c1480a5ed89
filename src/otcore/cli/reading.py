"""From a file to its documents: what a file is, is told by its content."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from attrs import frozen

from otcore.adapters.statements import StatementFormat, format_of, read_statements
from otcore.adapters.ubl.cancellation import read_order_cancellation
from otcore.adapters.ubl.despatch import read_despatch_advice
from otcore.adapters.ubl.kinds import DocumentKind as XmlKind
from otcore.adapters.ubl.kinds import document_kind
from otcore.adapters.ubl.order import read_order
from otcore.adapters.ubl.order_change import read_order_change
from otcore.cli.attempts import attempt
from otcore.cli.documents import (
    CancellationContent,
    ChangeContent,
    DespatchContent,
    Document,
    DocumentKind,
    Failure,
    OrderContent,
    Sender,
)
from otcore.cli.folders import InboxFile
from otcore.cli.progress import Track
from otcore.cli.record_reading import Read, read_records
from otcore.payments.importing import statement_key
from otcore.payments.statement import StatementKind
from otcore.values.faults import Invalid

XmlReader = Callable[[bytes, str], Iterator[Document]]

_XML_BEGINNINGS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<", b"<\x00", b"\x00<")
_BLANKS = b" \t\r\n"
# What looks like XML is asked for its root; these tell themselves.
_BANK_FILES = frozenset({StatementFormat.MT940, StatementFormat.BAI2, StatementFormat.OFX})
_CAMT_PLACES = {
    StatementKind.STATEMENT: "/Document/BkToCstmrStmt/Stmt",
    StatementKind.INTRADAY: "/Document/BkToCstmrAcctRpt/Rpt",
    StatementKind.NOTIFICATION: "/Document/BkToCstmrDbtCdtNtfctn/Ntfctn",
}


@frozen
class Inbox:
    """The documents of an inbox in the order they are taken in, and what was not understood."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]


def read_inbox(files: Sequence[InboxFile], track: Track) -> Inbox:
    """Every file read."""
    documents: list[Document] = []
    failures: list[Failure] = []
    for file in track(files, "reading"):
        read = attempt(partial(_read, file), file.name)
        if isinstance(read, Failure):
            failures.append(read)
        else:
            documents += read[0]
            failures += read[1]
    return Inbox(tuple(sorted(documents, key=lambda document: document.order)), tuple(failures))


def _read(file: InboxFile) -> Read:
    return read_file(file.name, file.read())


def read_file(name: str, data: bytes) -> Read:
    """The documents of a file, and what is wrong with others in it. Raises `Invalid` when none is understood."""
    bank_file = format_of(data)
    if bank_file in _BANK_FILES:
        return tuple(_statements(data, name)), ()
    if not data.lstrip(_BLANKS).startswith(_XML_BEGINNINGS):
        return read_records(name, data)
    kind = document_kind(data)
    if kind not in _XML_READERS:
        what = "XML of an unknown kind" if kind is XmlKind.UNKNOWN else f"{kind}, which is not taken in"
        raise Invalid.one("KIND_UNKNOWN", f"this is {what}")
    return tuple(_XML_READERS[kind](data, name)), ()


def _order(data: bytes, name: str) -> Iterator[Document]:
    read = read_order(data)
    content = OrderContent(Sender(party=read.buyer), read.command("", read.id))
    yield Document(DocumentKind.ORDER, read.id, read.issued, name, "/Order", content)


def _change(data: bytes, name: str) -> Iterator[Document]:
    read = read_order_change(data)
    content = ChangeContent(Sender(party=read.buyer), read)
    yield Document(DocumentKind.CHANGE, read.id, read.issued, name, "/OrderChange", content)


def _cancellation(data: bytes, name: str) -> Iterator[Document]:
    read = read_order_cancellation(data)
    content = CancellationContent(Sender(party=read.buyer), read.command(read.order))
    yield Document(DocumentKind.CANCELLATION, read.id, read.issued, name, "/OrderCancellation", content)


def _despatch(data: bytes, name: str) -> Iterator[Document]:
    read = read_despatch_advice(data)
    content = DespatchContent(Sender(party=read.buyer or read.delivery), read.command(read.id, read.order))
    yield Document(DocumentKind.DESPATCH, read.id, read.day, name, "/DespatchAdvice", content)


def _statements(data: bytes, name: str) -> Iterator[Document]:
    camt = format_of(data) is StatementFormat.CAMT
    for number, statement in enumerate(read_statements(data), 1):
        place = f"{_CAMT_PLACES[statement.kind]}[{number}]" if camt else f"{statement.kind} {number}"
        yield Document(DocumentKind.STATEMENT, statement_key(statement), statement.closed, name, place, statement)


_XML_READERS: Mapping[XmlKind, XmlReader] = {
    XmlKind.ORDER: _order,
    XmlKind.ORDER_CHANGE: _change,
    XmlKind.ORDER_CANCELLATION: _cancellation,
    XmlKind.DESPATCH_ADVICE: _despatch,
    XmlKind.BANK_STATEMENT: _statements,
}
