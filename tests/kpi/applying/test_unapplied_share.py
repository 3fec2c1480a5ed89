"""How much of the money that came in closes nothing yet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.applying.unapplied_share import (
    APPLICATION,
    UNAPPLIED,
    ApplicationSpec,
    OnAccount,
    UnappliedSpec,
    application_rate,
    unapplied_share,
)
from otcore.kpi.population import LeftOut
from otcore.kpi.window import Days
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values import Money
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, euros, received

TEXTBOOK = (
    received("R1", "186200000", day(10)),
    allocated("A", "R1", "186200000", day(9)),
    received("R2", "14800000", day(10)),
    received("R3", "9400000", day(10)),
)


def test_it_is_the_textbooks(worked):
    expected = worked("cash_application")
    applied = application_rate(TEXTBOOK, TODAY, "EUR", ApplicationSpec(places=6))
    left = unapplied_share(TEXTBOOK, TODAY, "EUR", UnappliedSpec(places=6), {"R3"})
    assert applied.printed == expected["application_rate_pct"]
    assert left.printed == expected["unapplied_pct"]


def test_money_on_account_may_be_left_out():
    spec = UnappliedSpec(on_account=OnAccount.LEFT_OUT)
    measure = unapplied_share(TEXTBOOK, TODAY, "EUR", spec, {"R3"})
    assert (measure.numerator, measure.denominator) == (euros("14800000"), euros("201000000"))


def test_a_window_looks_at_its_receipts_whenever_they_were_applied():
    rows = (received("R1", "10", day(40)), received("R2", "30", day(5)), allocated("A", "R2", "15", TODAY))
    measure = unapplied_share(rows, TODAY, "EUR", UnappliedSpec(Days(30)))
    assert measure.value == 50
    assert measure.population.left_out == (LeftOut("OUTSIDE_WINDOW", ("R1",)),)


@pytest.mark.parametrize("kind", [EntryKind.RETURNED, EntryKind.REFUNDED])
def test_what_went_back_never_came(kind):
    rows = (received("R1", "10", day(40)), Entry(kind, day(3), euros("10"), receipt="R1"))
    measure = unapplied_share(rows, TODAY, "EUR")
    assert (measure.reason, measure.population.left_out) == ("NOTHING_RECEIVED", (LeftOut("RETURNED", ("R1",)),))


def test_a_receipt_known_only_by_what_it_paid_is_left_out():
    measure = unapplied_share((allocated("A", "R", "5", day(1)),), TODAY, "EUR")
    assert measure.population.left_out == (LeftOut("NOT_RECEIVED", ("R",)),)


@given(ledgers.books, ledgers.days, st.sets(ledgers.receipts), st.sampled_from(OnAccount))
def test_applied_and_unapplied_are_all(rows, as_of, on_account, treated):
    spec = UnappliedSpec(on_account=treated)
    left = unapplied_share(rows, as_of, "EUR", spec, on_account)
    applied = application_rate(rows, as_of, "EUR", ApplicationSpec(spec), on_account)
    assert left.numerator + applied.numerator == left.denominator == applied.denominator
    assert left.value is None or left.value + (applied.value or 0) == 100


def test_the_defaults_look_at_all_receipts():
    assert APPLICATION.unapplied == UNAPPLIED
    assert unapplied_share((received("R", "1", day(900)),), TODAY, "EUR").denominator == Money("1", "EUR")
