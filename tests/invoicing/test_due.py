"""When invoices fall due."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.invoicing.due import due_date
from otcore.values import Invalid, PaymentTerms


@pytest.mark.parametrize(
    ("days", "end_of_month", "issued", "due"),
    [
        (0, False, date(2026, 1, 31), date(2026, 1, 31)),
        (30, False, date(2026, 1, 31), date(2026, 3, 2)),
        (0, True, date(2028, 2, 1), date(2028, 2, 29)),
        (30, True, date(2026, 1, 31), date(2026, 3, 31)),
        (45, True, date(2026, 11, 20), date(2027, 1, 31)),
    ],
)
def test_net_days_then_the_months_end(days, end_of_month, issued, due):
    assert due_date(PaymentTerms(days, end_of_month), issued) == due


@given(st.integers(0, 3650), st.booleans(), st.dates(max_value=date(9989, 1, 1)))
def test_never_before_the_days_are_over(days, end_of_month, issued):
    assert (due_date(PaymentTerms(days, end_of_month), issued) - issued).days >= days


@pytest.mark.parametrize("end_of_month", [False, True])
def test_a_day_beyond_the_calendar_is_refused(end_of_month):
    with pytest.raises(Invalid, match="DATE_RANGE"):
        due_date(PaymentTerms(1, end_of_month), date(9999, 12, 31))
