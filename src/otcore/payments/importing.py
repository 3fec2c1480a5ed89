"""Taking a bank statement in: which of its rows are new money, and how a row is told from its twin."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from attrs import frozen

from otcore.payments.receipt import ReceiptRecorded
from otcore.payments.statement import BankStatement, BankTransaction
from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.faults import Rejected


@frozen
class Statement:
    """A statement that was taken in: its rows that are money in, by receipt id, and those that were known already."""

    id: str
    content: BankStatement
    receipts: tuple[str, ...]
    known: tuple[str, ...] = ()


@frozen
class ImportStatement(Command[Statement]):
    """Take a statement in. The same one again changes nothing.

    Raises `Invalid` `STATEMENT_BALANCE`; refused `STATEMENT_DIFFERS` when its id came before with other contents.
    """

    statement: BankStatement


@frozen
class StatementImported:
    """The statement is in the books."""

    statement: str
    content: BankStatement
    receipts: tuple[str, ...]
    known: tuple[str, ...]


def statement_key(statement: BankStatement) -> str:
    """Banks number statements anew each year and for each account, so both belong to the key."""
    return f"{statement.account}/{statement.closed.year}/{statement.statement_id}"


def receipts(statement: BankStatement) -> tuple[ReceiptRecorded, ...]:
    """Every row that is money in, under an id that the same row of an overlapping statement gets too.

    Equal rows of one statement are told apart by counting them: two identical rows are two payments.
    """
    return tuple(_receipts(statement, statement_key(statement)))


def _receipts(statement: BankStatement, key: str) -> Iterator[ReceiptRecorded]:
    seen: Counter[str] = Counter()
    for row in statement.transactions:
        if not row.credit or row.reversal:
            continue
        print_ = fingerprint(statement.account, row)
        seen[print_] += 1
        id = f"{row.booked:%Y%m%d}-{print_}-{seen[print_]}"
        yield ReceiptRecorded(id, key, statement.account, row)


def fingerprint(account: str, row: BankTransaction) -> str:
    """Twelve hexadecimal digits (SHA-256) over what a bank says of a row; its comment (`additional`) may change."""
    said = (
        account,
        row.booked.isoformat(),
        row.value_date.isoformat(),
        str(row.amount),
        row.bank_reference,
        row.end_to_end,
        row.payer_name,
        row.payer_account,
        row.structured_reference,
        *row.text,
    )
    return sha256("\x1f".join(said).encode()).hexdigest()[:12]


def take_in(
    stored: Statement | None, command: ImportStatement, found: tuple[ReceiptRecorded, ...], known: frozenset[str]
) -> tuple[StatementImported, ...]:
    """The fact that a statement is in the books; nothing new for one that is; `known` are receipts of earlier ones."""
    command.statement.check()
    key = statement_key(command.statement)
    if stored is not None:
        if stored.content != command.statement:
            raise Rejected("STATEMENT_DIFFERS", statement=key)
        return ()
    ids = tuple(each.receipt for each in found)
    new = tuple(id for id in ids if id not in known)
    return (StatementImported(key, command.statement, new, tuple(id for id in ids if id in known)),)


def evolve(statement: Statement | None, event: StatementImported) -> Statement:
    """The statement after one fact."""
    return Statement(event.statement, event.content, event.receipts, event.known)


def facets(statement: Statement) -> Facets:
    """Found by account and closing day."""
    return Facets(party=statement.content.account, day=statement.content.closed)
