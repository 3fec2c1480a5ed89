"""What a bank statement promises as a value, and when it contradicts itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.payments.statement import BankStatement, BankTransaction
from otcore.values import Invalid, Money

DAY = date(2026, 3, 31)


def transaction(amount: str, *, credit: bool = True, currency: str = "EUR") -> BankTransaction:
    return BankTransaction(Money(amount, currency), credit, False, DAY, DAY)


def statement(opening: str, closing: str, *transactions: BankTransaction, currency: str = "EUR") -> BankStatement:
    return BankStatement(
        account="NL26VAYB8060476890",
        statement_id="7",
        currency="EUR",
        opened=DAY,
        closed=DAY,
        opening=Money(opening, "EUR"),
        closing=Money(closing, currency),
        transactions=transactions,
    )


def differences(taken: BankStatement) -> list[str]:
    try:
        taken.check()
    except Invalid as refused:
        return [fault.facts["difference"] for fault in refused.faults]
    return []


def test_money_out_counts_negative():
    assert transaction("5.00", credit=False).signed == Money("-5.00", "EUR")


def test_the_movement_is_the_signed_sum():
    taken = statement("0", "0", transaction("8.85"), transaction("5.00", credit=False))
    assert taken.movement == Money("3.85", "EUR")


def test_a_statement_without_transactions_moves_nothing():
    assert statement("1.00", "1.00").movement == Money.zero("EUR")


@pytest.mark.parametrize("amount", ["0", "-1.00"])
def test_a_transaction_moves_a_positive_amount(amount):
    with pytest.raises(Invalid) as refused:
        transaction(amount)
    assert [fault.code for fault in refused.value.faults] == ["AMOUNT_NOT_POSITIVE"]


@given(
    opening=st.integers(-(10**15), 10**15),
    moves=st.lists(st.tuples(st.integers(1, 10**12), st.booleans()), max_size=6),
    mistake=st.integers(-3, 3),
)
def test_a_statement_is_in_order_exactly_when_opening_and_movement_make_the_closing(opening, moves, mistake):
    rows = tuple(BankTransaction(Money.from_minor(minor, "EUR"), credit, False, DAY, DAY) for minor, credit in moves)
    closing = opening + sum(minor if credit else -minor for minor, credit in moves) + mistake
    taken = BankStatement(
        "A", "7", "EUR", DAY, DAY, Money.from_minor(opening, "EUR"), Money.from_minor(closing, "EUR"), rows
    )
    assert differences(taken) == ([str(Money.from_minor(mistake, "EUR"))] if mistake else [])


def test_a_balance_that_does_not_tie_is_named_with_its_figures():
    with pytest.raises(Invalid) as refused:
        statement("18.15", "27.05", transaction("8.85")).check()
    (fault,) = refused.value.faults
    assert fault.code == "STATEMENT_BALANCE"
    assert fault.message == (
        "statement 7: opening 18.15 EUR and movement 8.85 EUR make 27.00 EUR, "
        "but the closing balance is 27.05 EUR: a difference of 0.05 EUR"
    )
    assert fault.facts == {
        "account": "NL26VAYB8060476890",
        "statement": "7",
        "opening": "18.15 EUR",
        "movement": "8.85 EUR",
        "closing": "27.05 EUR",
        "difference": "0.05 EUR",
    }


def test_every_amount_in_another_currency_is_named():
    taken = statement("1.00", "27.00", transaction("8.85"), transaction("3.00", currency="USD"), currency="SEK")
    with pytest.raises(Invalid) as refused:
        taken.check()
    assert [str(fault) for fault in refused.value.faults] == [
        "STATEMENT_CURRENCY the closing balance of 27.00 SEK is not in the account's currency, EUR",
        "STATEMENT_CURRENCY transaction 2 of 3.00 USD is not in the account's currency, EUR",
    ]
