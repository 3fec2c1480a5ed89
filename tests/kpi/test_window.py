"""How far a figure looks back; every window ends with the day that is asked for."""

from datetime import date

import pytest

from otcore.kpi.window import Days, Months
from otcore.values import Invalid
from otcore.values.period import Period

FIFTH = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("window", "start"),
    [
        (Days(1), FIFTH),
        (Days(90), date(2024, 12, 6)),
        (Days(10**6), date.min),
        (Months(1), date(2025, 3, 1)),
        (Months(3), date(2025, 1, 1)),
        (Months(10**6), date.min),
    ],
)
def test_a_window_begins_so_far_back(window, start):
    assert window.period(FIFTH) == Period(start, FIFTH)


@pytest.mark.parametrize("window", [Days, Months])
def test_an_empty_window_is_refused(window):
    with pytest.raises(Invalid, match="WINDOW"):
        window(0)
