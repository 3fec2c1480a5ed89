"""How far something is paid is derived from what is owed and what came, never stored."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.receivables.item import Applied, Receivable
from otcore.receivables.payment_status import PaymentStatus, figures, of_items, payment_status
from otcore.values.money import Money
from tests.orders.examples import DAY, eur

amounts = st.integers(0, 10**6).map(lambda minor: Money.from_minor(minor, "EUR"))


def status(charged: str, given_up: bool = False, **said: Any) -> PaymentStatus:
    amounts: dict[str, Any] = {name: eur(amount) for name, amount in said.items()}
    return payment_status(figures(charged=eur(charged), given_up=given_up, **amounts))


@pytest.mark.parametrize(
    ("charged", "granted", "paid", "word"),
    [
        ("98.40", "98.40", "0.00", PaymentStatus.NOTHING_DUE),
        ("98.40", "0.00", "0.00", PaymentStatus.UNPAID),
        ("98.40", "0.00", "11.00", PaymentStatus.PART_PAID),
        ("98.40", "4.00", "11.00", PaymentStatus.PART_PAID),
        ("98.40", "88.40", "10.00", PaymentStatus.PAID),
        ("98.40", "0.00", "98.40", PaymentStatus.PAID),
        ("98.40", "88.40", "98.40", PaymentStatus.CREDIT_OWED),
        ("0.00", "0.00", "0.00", PaymentStatus.NOTHING_DUE),
        ("10.00", "0.00", "12.00", PaymentStatus.CREDIT_OWED),
    ],
)
def test_due_is_what_was_charged_less_what_is_granted(charged: str, granted: str, paid: str, word: PaymentStatus):
    assert status(charged, granted=granted, paid=paid) is word


@pytest.mark.parametrize(
    ("paid", "refunded", "word"),
    [
        ("0.00", "0.00", PaymentStatus.VOID),
        ("10.00", "0.00", PaymentStatus.CREDIT_OWED),
        ("10.00", "10.00", PaymentStatus.VOID),
        ("10.00", "4.00", PaymentStatus.CREDIT_OWED),
    ],
)
def test_of_what_is_given_up_no_money_is_kept(paid: str, refunded: str, word: PaymentStatus):
    assert status("10.00", given_up=True, paid=paid, refunded=refunded) is word


def test_money_that_went_back_does_not_pay():
    assert status("10.00", paid="10.00", refunded="3.00") is PaymentStatus.PART_PAID


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"authorised": "22.00"}, PaymentStatus.AUTHORISED),
        ({"authorised": "10.00"}, PaymentStatus.AWAITING),
        ({"awaited": "22.00"}, PaymentStatus.AWAITING),
        ({"authorised": "22.00", "paid": "1.00"}, PaymentStatus.PART_PAID),
    ],
)
def test_money_under_way_is_not_there(said: dict[str, Any], word: PaymentStatus):
    assert status("22.00", **said) is word


@pytest.mark.parametrize(
    ("word", "settled"),
    [(PaymentStatus.PAID, True), (PaymentStatus.VOID, True), (PaymentStatus.PART_PAID, False)],
)
def test_what_is_settled_owes_nothing_more(word: PaymentStatus, settled: bool):
    assert word.settled is settled


def item(amount: str, *paid: str) -> Receivable:
    applied = tuple(Applied("R1", eur(each), DAY) for each in paid)
    left = eur(amount).minor - sum(each.amount.minor for each in applied)
    return Receivable("INV-1", "C1", "INV1", DAY, DAY, eur(amount), Money.from_minor(left, "EUR"), applied)


def test_the_items_of_an_order_are_paid_together():
    found = [item("10.00", "10.00"), item("10.00", "2.00", "3.00")]
    assert payment_status(of_items(found, "EUR")) is PaymentStatus.PART_PAID
    assert of_items(found, "EUR").balance == eur("5.00")
    assert payment_status(of_items(found, "EUR", eur("5.00"))) is PaymentStatus.PAID
    assert payment_status(of_items((), "EUR")) is PaymentStatus.NOTHING_DUE
    assert payment_status(of_items((), "EUR", given_up=True)) is PaymentStatus.VOID


@given(amounts, amounts, amounts, amounts, st.booleans())
def test_the_word_says_what_the_balance_says(charged: Money, granted: Money, paid: Money, refunded: Money, over: bool):
    granted, refunded = min(granted, charged), min(refunded, paid)
    found = figures(charged=charged, granted=granted, paid=paid, refunded=refunded, given_up=over)
    word = payment_status(found)
    assert (word is PaymentStatus.CREDIT_OWED) == (found.balance.minor < 0)
    assert word.settled == (found.balance.minor <= 0)
    assert (word is PaymentStatus.VOID) == (over and not found.kept)
