"""Taking a bank statement in: which of its rows are new money, and which money is taken back."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from otcore.payments.receipt import ReceiptRecorded
from otcore.payments.row_identity import fingerprint, followed, stem
from otcore.payments.statement import BankStatement, StatementKind
from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.faults import Rejected

__all__ = [
    "ImportStatement",
    "Statement",
    "StatementImported",
    "TakenBack",
    "evolve",
    "facets",
    "fingerprint",
    "ids_of",
    "receipts",
    "statement_key",
    "take_in",
]

RowIds = tuple[tuple[str, ...], ...]
"""For each row of a statement the ids that it has in the books: one; none for money out; several for a batch that was
told payment by payment before.
"""


@frozen
class TakenBack:
    """A row that takes earlier money back, or brings ours back: its id, and its place among the transactions."""

    id: str
    row: int


@frozen
class Statement:
    """A statement that was taken in: its rows that are money in, by receipt id, and those that were known already.

    `returns` are the rows that reverse earlier ones, as far as they were not known. `rows`: see `RowIds`; empty for
    statements that earlier releases stored (`ids_of` knows theirs).
    """

    id: str
    content: BankStatement
    receipts: tuple[str, ...]
    known: tuple[str, ...] = ()
    returns: tuple[TakenBack, ...] = ()
    rows: RowIds = ()


@frozen
class ImportStatement(Command[Statement]):
    """Take a statement in. The same one again changes nothing.

    A report or a notification may be taken in beside the statement: what is on both counts once. Raises `Invalid`
    `STATEMENT_BALANCE`; refused `STATEMENT_DIFFERS` when its id came before with other contents.
    """

    statement: BankStatement


@frozen
class StatementImported:
    """The statement is in the books."""

    statement: str
    content: BankStatement
    receipts: tuple[str, ...]
    known: tuple[str, ...]
    returns: tuple[TakenBack, ...] = ()
    rows: RowIds = ()


def statement_key(statement: BankStatement) -> str:
    """Banks number statements anew each year and for each account, so both belong to the key; and what is no statement
    may have the number of one.
    """
    kind = "" if statement.kind is StatementKind.STATEMENT else f"{statement.kind}/"
    return f"{statement.account}/{statement.closed.year}/{kind}{statement.statement_id}"


def receipts(statement: BankStatement) -> tuple[ReceiptRecorded, ...]:
    """Every row that is money in, under an id that the same row of an overlapping statement gets too.

    Equal rows of one statement are told apart by counting them: two identical rows are two payments.
    """
    return recorded(statement, counted(statement))


def recorded(statement: BankStatement, rows: RowIds) -> tuple[ReceiptRecorded, ...]:
    """Every row that is money in, under the id that it has, each id once; a batch that is known by its
    payments is not one.
    """
    return tuple(_recorded(statement, rows))


def _recorded(statement: BankStatement, rows: RowIds) -> Iterator[ReceiptRecorded]:
    key = statement_key(statement)
    seen: set[str] = set()
    for row, ids in zip(statement.transactions, rows, strict=True):
        if not row.reversal and len(ids) == 1 and ids[0] not in seen:
            seen.add(ids[0])
            yield ReceiptRecorded(ids[0], key, statement.account, row)


def counted(statement: BankStatement) -> RowIds:
    """The ids that the rows of a statement have when no other is known."""
    seen: Counter[str] = Counter()
    ids: list[tuple[str, ...]] = []
    for row in statement.transactions:
        if not followed(row):
            ids.append(())
            continue
        beginning = stem(statement.account, row)
        seen[beginning] += 1
        ids.append((f"{beginning}{seen[beginning]}",))
    return tuple(ids)


def ids_of(statement: Statement) -> RowIds:
    """The ids of the rows of a statement that is in the books."""
    return statement.rows or counted(statement.content)


def take_in(
    stored: Statement | None,
    command: ImportStatement,
    found: tuple[ReceiptRecorded, ...],
    known: frozenset[str],
    rows: RowIds = (),
) -> tuple[StatementImported, ...]:
    """The fact that a statement is in the books; nothing new for one that is; `known` are rows of earlier ones."""
    content = command.statement
    content.check()
    key = statement_key(content)
    if stored is not None:
        if stored.content != content:
            raise Rejected("STATEMENT_DIFFERS", statement=key)
        return ()
    rows = rows or counted(content)
    new = tuple(each.receipt for each in found if each.receipt not in known)
    old = tuple(
        dict.fromkeys(
            id
            for row, ids in zip(content.transactions, rows, strict=True)
            for id in ids
            if id in known and not row.reversal
        )
    )
    returns = tuple(
        TakenBack(id, place)
        for place, (row, ids) in enumerate(zip(content.transactions, rows, strict=True))
        for id in ids
        if row.reversal and id not in known
    )
    return (StatementImported(key, content, new, old, returns, rows),)


def evolve(statement: Statement | None, event: StatementImported) -> Statement:
    """The statement after one fact."""
    return Statement(event.statement, event.content, event.receipts, event.known, event.returns, event.rows)


def facets(statement: Statement) -> Facets:
    """Found by account, month of the closing day ("2026-03"), kind, and closing day."""
    content = statement.content
    return Facets(content.account, f"{content.closed:%Y-%m}", content.kind, content.closed)
