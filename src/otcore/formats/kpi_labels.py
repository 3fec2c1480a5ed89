"""How the figures of a board are written: on an axis, in a table, and as what changed."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import frozen
from babel.dates import format_date

from otcore.formats.dates import day
from otcore.formats.locales import locale_of
from otcore.formats.numbers import number, percent
from otcore.formats.words import reason
from otcore.kpi.board.measures import AnyMeasure
from otcore.kpi.board.past import MonthEnd
from otcore.values.currencies import digits
from otcore.values.decimals import EXACT
from otcore.values.rounding import round_ratio

_UNITS = ((Fraction(10**9), "billions"), (Fraction(10**6), "millions"), (Fraction(1000), "thousands"))
_PLACES = 3


@frozen
class MoneyAxis:
    """Amounts in minor units, on an axis of a currency in a unit that keeps its ticks short."""

    currency: str
    unit: Fraction
    name: str

    @staticmethod
    def of(values: Iterable[Fraction], currency: str) -> "MoneyAxis":
        """The axis for these amounts: thousands from ten thousand on."""
        most = max((abs(value) for value in values), default=Fraction(0)) / 10 ** digits(currency)
        unit, name = next(((unit, name) for unit, name in _UNITS if most >= unit * 10), (Fraction(1), ""))
        return MoneyAxis(currency, unit, name)

    @property
    def note(self) -> str:
        """What the ticks count: `EUR, thousands`."""
        return ", ".join(filter(None, (self.currency, self.name)))

    def tick(self, value: Fraction, locale: str) -> str:
        """A tick in the unit."""
        return plain(value / 10 ** digits(self.currency) / self.unit, locale)


def plain(value: Fraction, locale: str) -> str:
    """A number with the decimals that it needs, three at most."""
    scaled = EXACT.scaleb(Decimal(round_ratio(value.numerator * 10**_PLACES, value.denominator)), -_PLACES)
    shown = scaled.normalize(EXACT)
    return number(shown if shown.as_tuple().exponent < 0 else Decimal(int(shown)), locale)  # type: ignore[operator]  # it is finite


def days_text(measure: AnyMeasure, locale: str) -> str:
    """Days of a quotient, or why there are none."""
    return reason(measure.reason) if measure.printed is None else number(measure.printed, locale)


def percent_text(measure: AnyMeasure, locale: str) -> str:
    """Percent of a quotient, or why there are none."""
    return reason(measure.reason) if measure.printed is None else percent(measure.printed, locale)


def month_names(months: Iterable[MonthEnd], locale: str) -> tuple[tuple[str, str], ...]:
    """Months as an axis has them, short, and their years: `Jan`, `2026`."""
    return tuple((format_date(month.as_of, "LLL", locale=locale_of(locale)), str(month.as_of.year)) for month in months)


def month_days(months: Iterable[MonthEnd], locale: str) -> tuple[str, ...]:
    """The ends of months as days."""
    return tuple(day(month.as_of, locale) for month in months)
