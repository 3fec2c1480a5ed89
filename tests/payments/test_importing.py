"""A bank statement is taken in once; what is new in it is told from what is known."""

from datetime import date

import pytest
from attrs import evolve as changed

from otcore.payments.importing import (
    ImportStatement,
    Statement,
    evolve,
    facets,
    fingerprint,
    receipts,
    statement_key,
    take_in,
)
from otcore.payments.statement import BankStatement, BankTransaction
from otcore.values.faults import Invalid, Rejected
from tests.payments.bank_rows import ACCOUNT, DAY, eur, row, statement


def ids(content: BankStatement) -> list[str]:
    return [each.receipt for each in receipts(content)]


def taken(content: BankStatement, stored: Statement | None = None, known: frozenset[str] = frozenset()):
    return take_in(stored, ImportStatement(content), receipts(content), known)


def test_every_row_of_money_in_is_a_receipt():
    content = statement(row("10.00"), row("20.00"), row("5.00", credit=False))
    assert [each.transaction.amount for each in receipts(content)] == [eur("10.00"), eur("20.00")]
    (fact,) = taken(content)
    rows = (*((id,) for id in ids(content)), ())
    assert evolve(None, fact) == Statement(statement_key(content), content, tuple(ids(content)), rows=rows)


def test_money_taken_back_is_no_receipt():
    assert ids(statement(row(reversal=True), row(credit=False, reversal=True))) == []


def test_two_equal_rows_are_two_payments():
    first, second = ids(statement(row("10.00"), row("10.00")))
    assert first != second


def test_a_row_keeps_its_receipt_in_an_overlapping_statement():
    one, two, three = row("10.00"), row("10.00"), row("30.00")
    assert ids(statement(one, three, id="8"))[0] == ids(statement(one, two))[0]
    assert ids(statement(three, one, two, id="9"))[1:] == ids(statement(one, two))


def test_of_an_overlapping_statement_only_new_rows_are_receipts():
    earlier = statement(row("10.00"), row("20.00"))
    later = statement(row("20.00"), row("20.00"), row("30.00"), id="8")
    (fact,) = taken(later, known=frozenset(ids(earlier)))
    assert fact.known == (ids(later)[0],)
    assert fact.receipts == tuple(ids(later)[1:])


def test_the_same_statement_again_is_nothing_new():
    content = statement(row())
    (fact,) = taken(content)
    assert taken(content, stored=evolve(None, fact), known=frozenset(ids(content))) == ()


def test_a_statement_that_comes_again_with_other_contents_is_refused():
    (fact,) = taken(statement(row("10.00")))
    with pytest.raises(Rejected, match=f"STATEMENT_DIFFERS: statement={ACCOUNT}/2026/7"):
        taken(statement(row("11.00")), stored=evolve(None, fact))


def test_a_statement_that_does_not_add_up_is_refused():
    with pytest.raises(Invalid, match="STATEMENT_BALANCE"):
        taken(changed(statement(row()), closing=eur("1.00")))


def test_a_number_that_the_bank_uses_again_next_year_is_another_statement():
    assert statement_key(statement(closed=date(2027, 1, 4))) != statement_key(statement())


def test_the_same_number_on_another_account_is_another_statement():
    assert statement_key(statement(account="NO9386011117947")) != statement_key(statement())
    assert ids(statement(row(), account="NO9386011117947")) != ids(statement(row()))


@pytest.mark.parametrize(
    "other",
    [
        row("100.01"),
        row(booked=date(2026, 3, 21)),
        row(bank_reference="B"),
        row(end_to_end="E"),
        row(payer_name="N"),
        row(payer_account="A"),
        row(structured_reference="S"),
        row(text=("T",)),
        row(text=("T", "U")),
        changed(row(), value_date=date(2026, 3, 19)),
    ],
)
def test_whatever_a_bank_says_tells_rows_apart(other: BankTransaction):
    assert fingerprint(ACCOUNT, other) != fingerprint(ACCOUNT, row())


def test_the_banks_own_comment_may_change_between_statements():
    assert fingerprint(ACCOUNT, row(additional="as advised")) == fingerprint(ACCOUNT, row())


def test_a_receipt_is_named_by_its_day():
    assert ids(statement(row()))[0].startswith("20260320-")


def test_a_statement_is_found_by_account_and_day():
    found = facets(Statement("k", statement(), ()))
    assert (found.party, found.day) == (ACCOUNT, DAY)
