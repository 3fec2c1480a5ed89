"""What every reader does with what it has read: keep cash and the rest apart, and check the statement."""

from collections.abc import Iterable

from otcore.payments.statement import BankStatement, BankTransaction, NotCash
from otcore.values import Invalid


def cash_and_rest(
    rows: Iterable[BankTransaction | NotCash],
) -> tuple[tuple[BankTransaction, ...], tuple[NotCash, ...]]:
    """The transactions, and what moved no booked cash; each in its order."""
    found = tuple(rows)
    cash = tuple(each for each in found if isinstance(each, BankTransaction))
    return cash, tuple(each for each in found if isinstance(each, NotCash))


def check_at(statement: BankStatement, place: str) -> None:
    """Check a statement. What it raises as `Invalid` is given its place in the file."""
    try:
        statement.check()
    except Invalid as error:
        raise error.at(place) from None
