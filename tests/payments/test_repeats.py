"""Which rows of a bank file the books know: what overlaps counts once, what the balances tell apart counts twice."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve as changed
from hypothesis import given, settings

from otcore.payments.importing import ImportStatement, Statement, evolve, recorded, take_in
from otcore.payments.repeats.following import apart, follows, overlaps, proven
from otcore.payments.repeats.recognising import recognise
from otcore.payments.repeats.same_payment import same_payment
from otcore.payments.statement import BankStatement, BankTransaction, StatementKind
from otcore.values.money import Money
from tests.payments.bank_histories import histories, stretch, told
from tests.payments.bank_rows import DAY, row

INTRADAY, NOTIFICATION = StatementKind.INTRADAY, StatementKind.NOTIFICATION


class Books:
    """Statements taken in one after the other, as a flow would."""

    def __init__(self, *contents: BankStatement) -> None:
        self.statements: list[Statement] = []
        for content in contents:
            self.take(content)

    def take(self, content: BankStatement) -> Statement:
        found = recognise(content, self.statements)
        receipts = recorded(content, found.rows)
        (fact,) = take_in(None, ImportStatement(content), receipts, found.known, found.rows)
        self.statements.append(evolve(None, fact))
        return self.statements[-1]

    @property
    def payments(self) -> int:
        """How many receipts there are."""
        return len({id for each in self.statements for id in each.receipts})

    @property
    def returns(self) -> int:
        """How many reversals there are."""
        return len({back.id for each in self.statements for back in each.returns})


def test_equal_rows_of_statements_that_follow_each_other_are_two_payments():
    first, second = stretch("0", row("10")), stretch("10", row("10"), id="8")
    assert Books(first, second).payments == 2
    assert Books(second, first).payments == 2


def test_equal_rows_of_overlapping_statements_are_one_payment():
    first, second = stretch("0", row("10"), row("20")), stretch("10", row("20"), row("30"), id="8")
    assert Books(first, second).payments == 3
    assert Books(second, first).payments == 3


def test_a_statement_that_comes_again_under_another_number_is_one():
    assert Books(stretch("0", row("10")), stretch("0", row("10"), id="8")).payments == 1


def test_a_day_inside_a_month_is_one():
    month = stretch("0", row("1"), row("10"), row("2"))
    assert Books(month, stretch("1", row("10"), id="8")).payments == 3


def test_balances_that_are_neither_connected_nor_equal_prove_nothing():
    assert Books(stretch("0", row("10")), stretch("50", row("10"), id="8")).payments == 1


def test_statements_between_connect_two():
    one, two, three = stretch("0", row("10")), stretch("10", row("5"), id="8"), stretch("15", row("10"), id="9")
    assert Books(one, two, three).payments == 3


def test_rows_that_sum_to_zero_are_told_apart_by_the_numbers_of_the_bank():
    rows = (row("10"), row("10", credit=False))
    unnumbered = [stretch("0", *rows), stretch("0", *rows, id="8")]
    assert Books(*unnumbered).payments == 1
    numbered = [changed(each, sequence=each.statement_id) for each in unnumbered]
    assert Books(*numbered).payments == 2


@pytest.mark.parametrize(
    "other",
    [
        {"account": "NO9386011117947"},
        {"kind": StatementKind.LISTING},
        {"opening": None},
        {"closing": None},
    ],
)
def test_only_final_statements_of_one_account_are_proven_apart(other):
    first, second = stretch("0", row("10")), stretch("10", row("10"), id="8")
    assert apart(first, second, ())
    assert not apart(first, changed(second, **other), ())


def test_a_statement_in_another_currency_is_never_apart():
    first, second = stretch("0", row("10")), stretch("10", row("10"), id="8")
    foreign = changed(second, currency="USD", opening=Money("10", "USD"), closing=Money("10", "USD"), transactions=())
    assert not apart(first, foreign, ())


def test_a_statement_of_earlier_days_does_not_follow():
    first, second = stretch("0", row("10")), stretch("10", row("10"), id="8", day=DAY - timedelta(days=1))
    assert not follows(first, second)
    assert not overlaps(first, second)


def test_a_statement_without_balances_overlaps_nothing_by_balance():
    assert not proven(told(row("10")))
    assert not overlaps(told(row("10")), stretch("0", row("10")))


def test_an_empty_statement_overlaps_nothing():
    assert not overlaps(stretch("0"), stretch("0", row("10")))


@pytest.mark.parametrize("kind", [INTRADAY, NOTIFICATION])
def test_what_is_told_before_the_statement_counts_once(kind):
    assert Books(told(row("10"), kind=kind), stretch("0", row("10"), row("20"))).payments == 2
    assert Books(stretch("0", row("10"), row("20")), told(row("10"), kind=kind)).payments == 2


def test_reports_that_repeat_each_other_count_once_until_the_statement_says_two():
    books = Books(told(row("10"), kind=INTRADAY), told(row("10"), id="N2", kind=INTRADAY))
    assert books.payments == 1
    books.take(stretch("0", row("10"), row("10")))
    assert books.payments == 2


def test_a_told_payment_belongs_to_the_statement_that_shows_it():
    books = Books(told(row("10"), row("10")), stretch("0", row("10")), stretch("10", row("10"), id="8"))
    assert books.payments == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"bank_reference": "B1"}, {"bank_reference": "B1", "text": ("more",)}),
        ({"end_to_end": "E1"}, {"end_to_end": "E1", "payer_name": "Nobel AB"}),
        ({"end_to_end": "E1", "bank_reference": "B1"}, {"end_to_end": "E1", "bank_reference": "B2"}),
        ({"bank_reference": "B1"}, {"bank_reference": "B1", "booked": DAY + timedelta(days=3)}),
        ({"end_to_end": "E1"}, {"end_to_end": "E1", "booked": DAY + timedelta(days=3)}),
    ],
)
def test_a_payment_that_is_worded_differently_is_known_by_its_reference(one, other):
    assert Books(told(row("10", **one)), stretch("0", row("10", **other))).payments == 1
    assert Books(stretch("0", row("10", **other)), told(row("10", **one))).payments == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"text": ("A",)}, {"text": ("B",)}),
        ({"bank_reference": "B1"}, {"bank_reference": "B2"}),
        ({"end_to_end": "E1"}, {"end_to_end": "E2"}),
        ({"end_to_end": "E1", "payer_account": "X"}, {"end_to_end": "E1", "payer_account": "Y"}),
        ({"bank_reference": "B1"}, {"bank_reference": "B1", "booked": DAY + timedelta(days=6)}),
        (
            {"end_to_end": "E1", "bank_reference": "B1"},
            {"end_to_end": "E1", "bank_reference": "B2", "booked": DAY + timedelta(days=1)},
        ),
        ({"bank_reference": "B1", "reversal": True}, {"bank_reference": "B1"}),
    ],
)
def test_what_differs_in_what_matters_is_another_payment(one, other):
    assert not same_payment(row("10", **one), row("10", **other))


def test_another_amount_is_another_payment():
    assert not same_payment(row("10", bank_reference="B1"), row("11", bank_reference="B1"))


def test_two_final_statements_that_word_a_payment_differently_have_two():
    first = stretch("0", row("10", bank_reference="B1", text=("A",)))
    second = stretch("0", row("10", bank_reference="B1", text=("B",)), id="8")
    assert Books(first, second).payments == 2


def batch(*amounts: str, **more: Any) -> list[BankTransaction]:
    return [
        row(amount, entry_reference="E1", bank_reference=f"P{place}", **more) for place, amount in enumerate(amounts)
    ]


def test_a_batch_that_was_told_payment_by_payment_is_known_as_a_whole():
    books = Books(told(*batch("10", "20")), stretch("0", row("30", bank_reference="E1"), row("5")))
    assert books.payments == 3
    assert books.statements[1].rows[0] == tuple(books.statements[0].receipts)
    assert books.statements[1].known == books.statements[0].receipts


def test_the_payments_of_a_batch_that_is_known_as_a_whole_are_known():
    books = Books(stretch("0", row("30", bank_reference="E1")), told(*batch("10", "20")))
    assert books.payments == 1
    assert books.statements[1].receipts == ()


@pytest.mark.parametrize("whole", ["31", "10"])
def test_a_batch_of_another_sum_is_another(whole):
    assert Books(told(*batch("10", "20")), stretch("0", row(whole, bank_reference="E1"))).payments == 3
    assert Books(told(row(whole, bank_reference="E1")), stretch("0", *batch("10", "20"))).payments == 3


def test_a_reversal_counts_once_too_and_is_no_receipt():
    back = row("10", credit=False, reversal=True)
    books = Books(told(row("10"), back), stretch("0", row("10"), back))
    assert (books.payments, books.returns) == (1, 1)
    assert [each.row for each in books.statements[0].returns] == [1]


def test_a_reversal_never_has_the_id_of_a_receipt():
    back = row("10", credit=False, reversal=True)
    taken = Books(stretch("0", row("10"), back, changed(back, credit=True))).statements[0]
    assert len({*taken.receipts, *(each.id for each in taken.returns)}) == 3


def test_a_receipt_that_no_statement_near_shows_stands_for_an_equal_row():
    content = stretch("0", row("10"), row("10"))
    (first,), (second,) = recognise(content, ()).rows
    found = recognise(content, (), frozenset({first}))
    assert (found.rows, found.known) == (((first,), (second,)), frozenset({first}))


def test_statements_of_earlier_releases_are_known_by_counting():
    old = changed(Books(stretch("0", row("10"), row("10"))).statements[0], rows=())
    assert recognise(stretch("0", row("10"), row("10"), id="8"), (old,)).known == frozenset(old.receipts)


def test_statements_of_other_accounts_do_not_matter():
    other = changed(Books(stretch("0", row("10"))).statements[0], content=changed(stretch("0", row("10")), account="X"))
    assert recognise(stretch("0", row("10")), (other,)).known == frozenset()


@settings(max_examples=200)
@given(history=histories())
def test_whatever_is_repeated_or_told_beside_the_statements_the_payments_are_those_of_the_account(history):
    rows, files = history
    books = Books(*files)
    assert books.payments == sum(each.credit and not each.reversal for each in rows)
    assert books.returns == sum(each.reversal for each in rows)
