from decimal import Decimal
from fractions import Fraction

import pytest

from otcore.kpi.balance import OVERDUE_SHARE, OverdueSpec, open_balance, overdue_share
from tests.kpi.ledgers import TODAY, day, euros, issued


def share(*rows, spec=OVERDUE_SHARE):
    return overdue_share(open_balance(rows, TODAY, "EUR"), spec)


def test_overdue_is_what_fell_due_before_the_day():
    measure = share(issued("A", "10.00", day(60), due=day(1)), issued("B", "20.00", day(60), due=TODAY))
    assert (measure.numerator, measure.denominator) == (euros("10.00"), euros("30.00"))
    assert measure.value == Fraction(100, 3)


def test_it_is_printed_half_up_to_one_decimal():
    measure = share(issued("A", "33.35", day(60), due=day(1)), issued("B", "66.65", day(60), due=TODAY))
    assert measure.printed == Decimal("33.4")


def test_its_decimals_are_the_specifications():
    measure = share(issued("A", "1", day(60), due=day(1)), issued("B", "2", TODAY), spec=OverdueSpec(places=3))
    assert measure.printed == Decimal("33.333")


@pytest.mark.parametrize(("amount", "reason"), [("0", "NOTHING_OPEN"), ("-5.00", "CREDIT_BALANCE")])
def test_it_has_no_value_where_nothing_is_owed_to_us(amount, reason):
    measure = share(issued("A", amount, day(60)))
    assert (measure.value, measure.printed, measure.reason) == (None, None, reason)
