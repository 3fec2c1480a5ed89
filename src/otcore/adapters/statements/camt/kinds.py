"""The three messages of camt.05x that carry entries: what they are called, and what of them is final."""

from attrs import frozen
from lxml import etree

from otcore.adapters.xml import Cursor, read_xml
from otcore.payments.statement import StatementKind


@frozen
class Message:
    """`root`: how the root's child begins (version 1 adds V01); `part`: the element of one account; `what`: for
    people.
    """

    name: str
    root: str
    part: str
    kind: StatementKind
    what: str


CAMT052 = Message(
    "camt.052", "BkToCstmrAcctRpt", "Rpt", StatementKind.INTRADAY, "a camt.052 account report, which is not final"
)
CAMT053 = Message("camt.053", "BkToCstmrStmt", "Stmt", StatementKind.STATEMENT, "a camt.053 bank statement")
CAMT054 = Message(
    "camt.054",
    "BkToCstmrDbtCdtNtfctn",
    "Ntfctn",
    StatementKind.NOTIFICATION,
    "a camt.054 notification, which repeats what the statement will say",
)
MESSAGES = (CAMT052, CAMT053, CAMT054)


def root_of(data: bytes, source: str) -> Cursor:
    """The root of a document, its namespace that of every name; raises the codes of `read_xml`."""
    root = read_xml(data, source=source)
    return Cursor(root, {"": etree.QName(root).namespace or ""}, source)


def message_of(root: Cursor) -> tuple[Message, Cursor]:
    """Which message it is, and its element. Raises `Invalid` CAMT_KIND for any other document."""
    for child in root.children("*"):
        for message in MESSAGES:
            if child.name.startswith(message.root):
                return message, child
    raise root.fault("CAMT_KIND", f"this is a document of {root.name}, not a camt.053 bank statement")


def only(root: Cursor, wanted: Message) -> Cursor:
    """The element of this message. Raises `Invalid` CAMT_KIND for another one."""
    message, element = message_of(root)
    if message is wanted:
        return element
    if wanted is CAMT053:
        raise root.fault("CAMT_KIND", f"this is {message.what}, not a camt.053 bank statement")
    raise root.fault("CAMT_KIND", f"this is {message.what}, not a {wanted.name}")
