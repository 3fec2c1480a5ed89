"""An account of ours counts the files that were taken in of it."""

from datetime import timedelta

from attrs import evolve as changed

from otcore.payments.bank_account import BankAccount, add, evolve, facets
from otcore.payments.importing import Statement
from tests.payments.bank_rows import ACCOUNT, DAY, row, statement


def test_every_file_is_counted_and_the_latest_day_kept():
    early = changed(statement(row(), id="6"), closed=DAY - timedelta(days=1))
    account = None
    for content in (statement(row()), early):
        (fact,) = add(Statement(content.statement_id, content, ()))
        account = evolve(account, fact)
    assert account == BankAccount(ACCOUNT, 2, DAY)
    assert (facets(account).party, facets(account).day) == (ACCOUNT, DAY)
