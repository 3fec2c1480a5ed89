"""Histories of an account whose rows look alike, as a bank tells them: statements, and what is told beside them."""

from datetime import date
from typing import Any

from attrs import evolve as changed
from hypothesis import strategies as st

from otcore.payments.statement import BankStatement, BankTransaction, StatementKind
from otcore.values.money import Money, total
from tests.payments.bank_rows import ACCOUNT, DAY, eur, row

_ROWS = st.builds(
    lambda minor, credit, back: changed(row(credit=credit, reversal=back), amount=Money.from_minor(minor, "EUR")),
    st.integers(1, 3),
    st.booleans(),
    st.sampled_from([False, False, False, True]),
)


def stretch(opening: str, *rows: BankTransaction, id: str = "7", day: date = DAY, number: str = "") -> BankStatement:
    """A final statement that begins with this balance."""
    begun = eur(opening)
    closing = begun + total((each.signed for each in rows), "EUR")
    return BankStatement(ACCOUNT, id, "EUR", day, day, begun, closing, rows, number)


def told(*rows: BankTransaction, id: str = "N1", kind: StatementKind = StatementKind.NOTIFICATION) -> BankStatement:
    """A report or a notification."""
    return BankStatement(ACCOUNT, id, "EUR", DAY, DAY, None, None, rows, kind=kind)


@st.composite
def histories(draw) -> tuple[list[BankTransaction], list[BankStatement]]:
    """An account's rows, cut into statements with the bank's numbers, in the order in which they come.

    Each may be told before or after by a notification, and the last may come twice, under another number where it moves
    something.
    """
    parts: list[list[BankTransaction]] = draw(st.lists(st.lists(_ROWS, max_size=3), min_size=1, max_size=5))
    files: list[BankStatement] = []
    opening = eur("0")
    for number, rows in enumerate(parts, 1):
        content = stretch(str(opening.amount), *rows, id=str(number), number=str(number))
        opening = opening + content.movement
        files += [*_beside(draw, rows, f"N{number}-before"), content, *_beside(draw, rows, f"N{number}-after")]
    if draw(st.booleans()) and content.movement:
        files.append(changed(content, statement_id="again", sequence=""))
    return [each for rows in parts for each in rows], files


def _beside(draw: Any, rows: list[BankTransaction], id: str) -> list[BankStatement]:
    if not rows or not draw(st.booleans()):
        return []
    return [told(*draw(st.lists(st.sampled_from(rows), max_size=len(rows), unique_by=_identity)), id=id)]


def _identity(each: object) -> int:
    """Two equal rows are two."""
    return id(each)
