"""Money of a receipt that is paid back, and that comes back."""

import pytest

from otcore.payments.paid_back import come_back, pay_back
from otcore.payments.receipt import evolve
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.payments.bank_rows import DAY, eur, receipt


def test_what_is_paid_back_is_not_unapplied_any_more_and_comes_back_whole():
    before = receipt("100.00", customer="C1")
    gone = evolve(before, pay_back(before, "F1", eur("30.00"), DAY)[0])
    again = evolve(gone, pay_back(gone, "F1", eur("20.00"), DAY)[0])
    assert (again.unapplied, again.kept) == (eur("50.00"), eur("50.00"))
    back = evolve(again, come_back(again, "F1", DAY)[0])
    assert (back.unapplied, back.kept) == (eur("100.00"), eur("100.00"))
    assert come_back(back, "F1", DAY) == ()
    assert come_back(again, "F2", DAY) == ()


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (eur("100.01"), "MORE_THAN_UNAPPLIED"),
        (eur("0.00"), "AMOUNT_NOT_POSITIVE"),
        (Money("1.00", "USD"), "CURRENCY_DIFFERS"),
    ],
)
def test_what_is_not_there_is_not_paid_back(amount: Money, code: str):
    with pytest.raises(Rejected, match=code):
        pay_back(receipt("100.00"), "F1", amount, DAY)
