"""Exchange rates, and a table of them."""

from datetime import date
from decimal import Context, localcontext

import pytest

from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.rates import NO_RATES, Quote, Rate, RateTable

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
OLD, NEW = Rate("USD", "EUR", "0.9"), Rate("USD", "EUR", "0.8")
TABLE = RateTable((Quote(JUNE, NEW), Quote(MAY, OLD), Quote(MAY, Rate("GBP", "EUR", "1.2"))))


@pytest.mark.parametrize(
    ("day", "rate"),
    [(date(2026, 4, 30), None), (MAY, OLD), (date(2026, 5, 31), OLD), (JUNE, NEW), (date(2027, 1, 1), NEW)],
)
def test_the_latest_rate_of_the_day_counts(day: date, rate: Rate | None):
    assert TABLE.rate("USD", "EUR", day) == rate


def test_a_rate_counts_in_its_own_direction_only():
    assert TABLE.rate("EUR", "USD", JUNE) is None
    assert NO_RATES.rate("USD", "EUR", JUNE) is None


def test_a_converted_amount_is_rounded_half_up_to_the_targets_minor_unit():
    assert OLD.convert(Money("0.05", "USD")) == Money("0.05", "EUR")
    assert Rate("USD", "JPY", "150.5").convert(Money("1.00", "USD")) == Money("151", "JPY")


def test_only_the_source_is_converted():
    with pytest.raises(Invalid, match="CURRENCY_MISMATCH"):
        OLD.convert(Money("1.00", "EUR"))


@pytest.mark.parametrize("value", ["0", "-1"])
def test_a_rate_is_more_than_nothing(value: str):
    with pytest.raises(Invalid, match="RATE_NOT_POSITIVE"):
        Rate("USD", "EUR", value)


def test_the_hosts_decimal_settings_change_no_conversion():
    rate = Rate("EUR", "JPY", "161.4238")
    with localcontext(Context(prec=3)):
        assert rate.convert(Money("123456.78", "EUR")) == Money("19928863", "JPY")
