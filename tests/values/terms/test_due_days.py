"""Due days are counted step by step, from the anchor agreed, and roll to working days by the rule named."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.values import Invalid, Percentage, WorkCalendar
from otcore.values.calendar import MONDAY_TO_FRIDAY
from otcore.values.terms import (
    CASH_ON_DELIVERY,
    END_OF_MONTH,
    PREPAYMENT,
    BaseDays,
    DueAnchor,
    DueRule,
    DueStep,
    InstalmentTerms,
    PaymentTerms,
    Rolling,
    rolled,
)

INVOICED, DELIVERED, ORDERED = date(2026, 3, 10), date(2026, 3, 4), date(2026, 2, 20)
BASE = BaseDays(INVOICED, DELIVERED, ORDERED)
SUNDAY = date(2026, 5, 31)


def on(rule: DueRule, start: date = INVOICED) -> date:
    return rule.day_from(start, MONDAY_TO_FRIDAY)


@pytest.mark.parametrize(
    ("step", "day"),
    [
        (DueStep(), INVOICED),
        (DueStep(days=-9), date(2026, 3, 1)),
        (DueStep(weeks=2), date(2026, 3, 24)),
        (DueStep(months=1, day=1), date(2026, 4, 1)),
        (DueStep(day=31, days=5), date(2026, 4, 5)),
        (DueStep(working_days=4), date(2026, 3, 16)),
        (DueStep(weekday=1), INVOICED),
        (DueStep(weekday=0), date(2026, 3, 16)),
        (DueStep(days=3, weekday=4), date(2026, 3, 13)),
    ],
)
def test_a_step_moves_by_months_then_to_the_day_then_by_days_then_to_the_weekday(step: DueStep, day: date):
    assert step.moved(INVOICED, MONDAY_TO_FRIDAY) == day


@pytest.mark.parametrize(
    "step",
    [DueStep(days=1), DueStep(months=1), DueStep(weekday=0), DueStep(working_days=1)],
)
def test_a_step_beyond_the_calendar_is_refused(step: DueStep):
    with pytest.raises(Invalid, match="DATE_RANGE"):
        step.moved(date(9999, 12, 31), MONDAY_TO_FRIDAY)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2026, 3, 20), date(2026, 3, 31)),
        (date(2026, 3, 21), date(2026, 4, 30)),
        (date(2026, 1, 31), date(2026, 2, 28)),
    ],
)
def test_who_is_invoiced_after_the_cutoff_pays_a_month_later(start: date, due: date):
    assert on(DueRule((END_OF_MONTH,), cutoff=20), start) == due


def test_payment_is_made_on_the_next_payment_day_in_short_months_too():
    rule = DueRule(payment_days=(30, 15))
    assert rule.payment_days == (15, 30)
    found = [on(rule, date(2026, 2, day)) for day in (15, 16, 28)]
    assert found == [date(2026, 2, 15), date(2026, 2, 28), date(2026, 2, 28)]
    assert on(rule, date(2026, 1, 31)) == date(2026, 2, 15)


@pytest.mark.parametrize("rule", [DueRule(cutoff=20), DueRule(payment_days=(5,))])
def test_a_month_beyond_the_calendar_is_refused(rule: DueRule):
    with pytest.raises(Invalid, match="DATE_RANGE"):
        on(rule, date(9999, 12, 31))


@pytest.mark.parametrize(
    ("anchor", "day"),
    [
        (DueAnchor.INVOICE, INVOICED),
        (DueAnchor.DELIVERY, DELIVERED),
        (DueAnchor.ORDER, ORDERED),
        (DueAnchor.MONTH_END, date(2026, 3, 31)),
    ],
)
def test_days_count_from_the_anchor(anchor: DueAnchor, day: date):
    assert DueRule(anchor=anchor).day(BASE, MONDAY_TO_FRIDAY) == day


@pytest.mark.parametrize("anchor", [DueAnchor.DELIVERY, DueAnchor.ORDER])
def test_a_day_nobody_knows_counts_as_the_day_of_the_invoice(anchor: DueAnchor):
    assert BaseDays(INVOICED).of(anchor, MONDAY_TO_FRIDAY) == INVOICED


def test_prepayment_is_due_with_the_order_and_cash_on_delivery_on_delivery():
    assert PREPAYMENT.due_days(BASE, MONDAY_TO_FRIDAY) == (ORDERED,)
    assert CASH_ON_DELIVERY.due_days(BASE, MONDAY_TO_FRIDAY) == (DELIVERED,)


@pytest.mark.parametrize(
    ("rolling", "day"),
    [
        (Rolling.NONE, SUNDAY),
        (Rolling.FOLLOWING, date(2026, 6, 1)),
        (Rolling.PRECEDING, date(2026, 5, 29)),
        (Rolling.MODIFIED_FOLLOWING, date(2026, 5, 29)),
    ],
)
def test_a_day_off_rolls_by_the_rule(rolling: Rolling, day: date):
    assert rolled(SUNDAY, rolling, MONDAY_TO_FRIDAY) == day


def test_modified_following_goes_on_within_the_month():
    assert rolled(date(2026, 5, 23), Rolling.MODIFIED_FOLLOWING, MONDAY_TO_FRIDAY) == date(2026, 5, 25)


@given(st.sampled_from(Rolling), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_working_day_stays(rolling: Rolling, day: date):
    working = MONDAY_TO_FRIDAY.next_working(day)
    assert rolled(working, rolling, MONDAY_TO_FRIDAY) == working


def test_holidays_come_from_the_calendar():
    holidays = WorkCalendar(holidays={date(2026, 6, 1)})
    assert rolled(SUNDAY, Rolling.FOLLOWING, holidays) == date(2026, 6, 2)


def in_thirds(**said: Any) -> PaymentTerms:
    month = DueRule((DueStep(months=1),))
    third = InstalmentTerms(month, Percentage("33.33"))
    return PaymentTerms(instalments=(third, third, InstalmentTerms(month)), **said)


def test_each_instalment_counts_from_the_anchor_unless_in_sequence():
    base = BaseDays(date(2026, 1, 31))
    assert in_thirds().due_days(base, MONDAY_TO_FRIDAY) == (date(2026, 2, 28),) * 3
    sequence = in_thirds(sequential=True).due_days(base, MONDAY_TO_FRIDAY)
    assert sequence == (date(2026, 2, 28), date(2026, 3, 28), date(2026, 4, 28))


def test_a_sequence_goes_on_from_the_day_counted_not_the_day_rolled_to():
    terms = in_thirds(sequential=True, rolling=Rolling.FOLLOWING)
    assert terms.due_days(BaseDays(date(2026, 1, 28)), MONDAY_TO_FRIDAY) == (
        date(2026, 3, 2),
        date(2026, 3, 30),
        date(2026, 4, 28),
    )


def test_terms_are_due_when_the_first_instalment_is():
    late, soon = DueRule((DueStep(days=60),)), DueRule((DueStep(days=10),))
    terms = PaymentTerms(instalments=(InstalmentTerms(late, Percentage(50)), InstalmentTerms(soon)))
    assert terms.due(INVOICED) == date(2026, 3, 20)
