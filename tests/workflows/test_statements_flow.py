"""Bank files of every kind beside each other: money is received once."""

from datetime import date, timedelta
from functools import partial

import pytest
from attrs import evolve as changed
from hypothesis import given, settings

from otcore.payments.statement import BankStatement, BankTransaction, StatementKind
from otcore.ports.aggregates import STATEMENT
from otcore.ports.storage import Where
from otcore.receivables.ledger import unapplied
from otcore.values.faults import Invalid, Rejected
from otcore.workflows.ask import Every
from tests.payments.bank_histories import histories
from tests.payments.bank_rows import DAY, eur, row, statement
from tests.workflows.books import books
from tests.workflows.desk import Desk, desk
from tests.workflows.test_concurrency import together


def told(content: BankStatement, kind: StatementKind = StatementKind.NOTIFICATION) -> BankStatement:
    """The same rows as a report tells them."""
    return changed(content, opening=None, closing=None, kind=kind)


def next_statement(before: BankStatement, *rows: BankTransaction, id: str = "8") -> BankStatement:
    """The statement of the same day that goes on from another."""
    assert before.closing is not None
    after = statement(*rows, id=id)
    return changed(after, opening=before.closing, closing=before.closing + after.movement)


def cash(ready: Desk) -> str:
    """All that the ledger received."""
    return str(unapplied(books(ready.store)["entries"], "EUR"))


@pytest.mark.parametrize("kind", [StatementKind.NOTIFICATION, StatementKind.INTRADAY, StatementKind.LISTING])
@pytest.mark.parametrize("first", ["told", "booked"])
def test_a_payment_that_is_told_beside_the_statement_is_received_once(kind, first):
    ready, content = desk(), statement(row("10.00", bank_reference="B1"), row("20.00"))
    beside = told(statement(row("10.00", bank_reference="B1", text=("short",))), kind)
    for each in (beside, content) if first == "told" else (content, beside):
        ready.takes_in(each)
    assert (len(ready.receipts()), cash(ready)) == (2, "30.00 EUR")


def test_equal_rows_of_statements_that_follow_each_other_are_received_twice():
    ready, first = desk(), statement(row("10.00"))
    ready.takes_in(first)
    taken = ready.takes_in(next_statement(first, row("10.00")))
    assert (len(taken.receipts), taken.known, cash(ready)) == (1, (), "20.00 EUR")


def test_what_was_told_belongs_to_the_statement_that_shows_it():
    ready, first = desk(), statement(row("10.00", bank_reference="B1"))
    ready.takes_in(told(statement(row("10.00", bank_reference="B1", text=("short",)))))
    ready.takes_in(first)
    taken = ready.takes_in(next_statement(first, row("10.00", bank_reference="B1")))
    assert (len(taken.receipts), cash(ready)) == (1, "20.00 EUR")


def test_a_statement_sent_again_under_another_number_brings_nothing():
    ready = desk()
    ready.takes_in(statement(row("10.00")))
    taken = ready.takes_in(statement(row("10.00"), id="8"))
    assert (taken.receipts, len(taken.known), cash(ready)) == ((), 1, "10.00 EUR")


def test_a_notification_that_has_the_number_of_a_statement_is_another_document():
    ready, content = desk(), statement(row("10.00"))
    assert ready.takes_in(told(content)).id != ready.takes_in(content).id


def test_a_report_that_comes_again_with_other_contents_is_refused():
    ready = desk()
    ready.takes_in(told(statement(row("10.00"))))
    with pytest.raises(Rejected, match="STATEMENT_DIFFERS"):
        ready.takes_in(told(statement(row("11.00"))))


def test_a_statement_without_a_balance_is_refused_and_changes_nothing():
    ready = desk()
    with pytest.raises(Invalid, match="there is no opening balance"):
        ready.takes_in(changed(statement(row("10.00")), opening=None))
    assert ready.receipts() == ()


def test_a_row_that_a_statement_of_other_months_showed_is_known():
    ready = desk()
    late = statement(row("10.00"), closed=DAY + timedelta(days=100))
    ready.takes_in(changed(late, opened=late.closed))
    taken = ready.takes_in(statement(row("10.00"), row("10.00"), id="8"))
    assert (len(taken.receipts), len(taken.known), cash(ready)) == (1, 1, "20.00 EUR")


def test_a_listing_of_many_years_is_compared_with_all_of_them():
    ready = desk()
    ready.takes_in(statement(row("10.00", bank_reference="B1")))
    rows = (row("10.00", bank_reference="B1", text=("other",)), row("5.00", booked=date(2020, 1, 1)))
    ready.takes_in(told(statement(*rows), StatementKind.LISTING))
    assert cash(ready) == "15.00 EUR"


def test_statements_are_found_by_month_and_kind():
    ready = desk()
    ready.takes_in(told(statement(row("10.00"))))
    found = ready.otc.ask(Every(STATEMENT, Where(references=("2026-03",), status="notification")))
    assert [each.content.kind for each in found] == [StatementKind.NOTIFICATION]


def test_money_taken_back_is_told_once():
    ready, back = desk(), row("10.00", credit=False, reversal=True)
    ready.takes_in(told(statement(row("10.00"), back)))
    content = statement(row("10.00"), back)
    taken = ready.takes_in(content)
    assert taken.returns == ()
    assert eur("10.00") == content.transactions[1].amount


def test_equal_reversals_on_statements_that_follow_each_other_are_two():
    ready, back = desk(), row("10.00", credit=False, reversal=True)
    first = statement(back)
    (one,) = ready.takes_in(first).returns
    (two,) = ready.takes_in(next_statement(first, back)).returns
    assert one.id != two.id
    assert ready.takes_in(changed(first, statement_id="again")).returns == ()


def test_a_payment_told_by_two_files_at_once_is_received_once():
    ready, content = desk(), statement(row("10.00", bank_reference="B1"))
    beside = [told(statement(row("10.00", bank_reference="B1", text=(word,)), id=word)) for word in ("short", "long")]
    together(ready, *[partial(Desk.takes_in, statement=each) for each in (content, *beside)])
    assert (len(ready.receipts()), cash(ready)) == (1, "10.00 EUR")


@settings(max_examples=60, deadline=None)
@given(history=histories())
def test_the_books_hold_the_payments_of_the_account_whatever_tells_of_them(history):
    rows, files = history
    ready = desk()
    taken = [ready.takes_in(each) for each in files]
    assert len(ready.receipts()) == sum(each.credit and not each.reversal for each in rows)
    returns = {back.id for each in taken for back in each.returns}
    assert len(returns) == sum(each.reversal for each in rows)
