"""The share of sales that was lost."""

from decimal import Decimal

import pytest

from otcore.kpi.risk.bad_debt import BadDebtSpec, bad_debt
from otcore.kpi.window import Days
from otcore.receivables.ledger import Entry, EntryKind
from tests.kpi.ledgers import TODAY, day, euros, issued

SOLD = issued("A", "250000", day(60))


def lost(amount, on, item="A"):
    return Entry(EntryKind.WRITE_OFF, on, euros(amount), "ACME", item, "W1")


ROWS = (SOLD, lost("1200", day(10)), lost("-200", day(5)))


@pytest.mark.parametrize(
    ("name", "less_recoveries"), [("gross (1200/250000)", False), ("net_of_recoveries (1000/250000)", True)]
)
def test_it_is_the_textbooks(name, less_recoveries, worked):
    measure = bad_debt(ROWS, TODAY, "EUR", BadDebtSpec(less_recoveries))
    assert measure.printed == worked("bad_debt_pct")[name]
    assert measure.population.counted == ("A",)


def test_what_was_lost_before_the_window_is_no_loss_of_it():
    rows = (issued("B", "100", day(3)), *ROWS)
    assert bad_debt(rows, TODAY, "EUR", BadDebtSpec(window=Days(9))).printed == Decimal("0.00")


@pytest.mark.parametrize(("rows", "reason"), [((), "NO_SALES"), ((issued("C", "-5", day(3)),), "NEGATIVE_SALES")])
def test_without_sales_there_is_none(rows, reason):
    assert bad_debt(rows, TODAY, "EUR").reason == reason
