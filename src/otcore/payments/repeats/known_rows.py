"""The rows that the books know of an account, as far as they are near a statement."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from otcore.payments.importing import Statement, ids_of
from otcore.payments.repeats.following import apart
from otcore.payments.row_identity import stem
from otcore.payments.statement import BankStatement, BankTransaction, StatementKind


@frozen
class KnownRow:
    """A row that is in the books.

    `told`: whether only reports, notifications or listings have shown it. `apart`: whether a statement shows it that
    has no row in common with the one in question.
    """

    id: str
    row: BankTransaction
    told: bool
    apart: bool


def known_rows(content: BankStatement, near: Iterable[Statement]) -> dict[str, KnownRow]:
    """By id, every row of the account's other statements; in the order of their keys."""
    statements = sorted(
        (each for each in near if each.content.account == content.account), key=lambda statement: statement.id
    )
    contents = [each.content for each in statements]
    rows: dict[str, KnownRow] = {}
    for statement in statements:
        told = statement.content.kind is not StatementKind.STATEMENT
        away = _shares(content, statement) and apart(content, statement.content, contents)
        for row, ids in zip(statement.content.transactions, ids_of(statement), strict=True):
            for id in ids:
                seen = rows.get(id)
                whole = seen.row if seen else row
                rows[id] = KnownRow(id, whole, told and (not seen or seen.told), away or bool(seen and seen.apart))
    return rows


def _shares(content: BankStatement, statement: Statement) -> bool:
    """Whether any row of one looks like a row of the other: only then it matters whether they are apart."""
    mine = _stems(content.account, content.transactions)
    return not mine.isdisjoint(_stems(content.account, statement.content.transactions))


def _stems(account: str, rows: Sequence[BankTransaction]) -> set[str]:
    return {stem(account, row) for row in rows}
