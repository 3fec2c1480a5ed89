"""Of a bank statement: what came in, what was taken back of it, and how much is neither."""

from otcore.adapters.cash_files.bank_rows import money_rows, set_aside, taken_back
from otcore.payments.statement import BankStatement, Returned
from tests.payments.bank_rows import row, statement


def back(*statements: BankStatement) -> list[str]:
    rows = [each for statement in statements for each in money_rows(statement)]
    gone = taken_back(rows)
    return [each.transaction.end_to_end for each in rows if each.id in gone]


def returned(end_to_end: str, amount: str = "100.00"):
    return row(amount, credit=False, reversal=True, returned=Returned("AM04", "", end_to_end))


def test_a_payment_that_another_row_takes_back_is_known_by_its_reference():
    assert back(statement(row(end_to_end="A"), row(end_to_end="B"), returned("B"))) == ["B"]


def test_it_may_come_back_on_a_later_statement():
    assert back(statement(row(end_to_end="A")), statement(returned("A"), id="8")) == ["A"]


def test_what_goes_back_twice_is_two_payments_and_one_row_told_twice_is_one():
    later = statement(row("100.00", end_to_end="A"), returned("A"), id="8")
    assert back(statement(row(end_to_end="A"), returned("A")), later) == ["A", "A"]  # the same row is in both


def test_of_two_that_fit_none_is_taken_back():
    assert back(statement(row(end_to_end="A"), row(end_to_end="A", text=("once more",)), returned("A"))) == []
    assert back(statement(row("90.00", end_to_end="A"), returned("A"))) == []


def test_what_we_paid_and_what_of_that_came_back_is_set_aside():
    said = statement(row(), row(credit=False), row(credit=True, reversal=True), returned("A"))
    assert (len(list(money_rows(said))), set_aside(said)) == (2, 2)
