"""A bank account of ours, as far as its files are taken in one after the other.

Which rows of a file are new depends on the other files of the account; so each file is taken in on top of those before,
and two at once cannot both count a payment that both tell of.
"""

from datetime import date

from attrs import frozen

from otcore.payments.importing import Statement
from otcore.values.facets import Facets


@frozen
class BankAccount:
    """`statements`: how many files of it are in the books; `latest`: the last closing day of them."""

    account: str
    statements: int
    latest: date


@frozen
class StatementAdded:
    """A file of the account is in the books."""

    account: str
    statement: str
    closed: date


def add(statement: Statement) -> tuple[StatementAdded, ...]:
    """The fact that a file of the account is in the books."""
    return (StatementAdded(statement.content.account, statement.id, statement.content.closed),)


def evolve(account: BankAccount | None, event: StatementAdded) -> BankAccount:
    """The account after one fact."""
    if account is None:
        return BankAccount(event.account, 1, event.closed)
    return BankAccount(event.account, account.statements + 1, max(account.latest, event.closed))


def facets(account: BankAccount) -> Facets:
    """Found by its number and the last closing day."""
    return Facets(party=account.account, day=account.latest)
