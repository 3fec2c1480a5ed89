"""The figures as rows for a terminal."""

from otcore.formats.kpi_labels import plain
from otcore.formats.numbers import money, number, percent
from otcore.formats.words import bucket_names, reason
from otcore.kpi.measure import Measure, Printing
from otcore.kpi.report import Figures
from otcore.values.money import Money


def kpi_rows(figures: Figures, locale: str = "en") -> tuple[tuple[str, str], ...]:
    """Name and figure of everything known in one currency: balance, buckets, overdue share, DSO, unapplied cash."""
    names = bucket_names(figures.aging.spec)
    sums = zip(names, figures.aging.total.buckets, strict=True)
    return (
        ("Open balance", money(figures.balance.open, locale)),
        *((f"  {name}", money(value, locale)) for name, value in sums),
        ("Overdue", money(figures.overdue.numerator, locale)),
        ("Overdue share", overdue_share(figures, locale)),
        (f"DSO ({days_of(figures, locale)})", dso_days(figures, locale)),
        ("Unapplied cash", money(figures.balance.unapplied, locale)),
    )


def days_of(figures: Figures, locale: str = "en") -> str:
    """The days of the DSO's window: `90 days`."""
    window = figures.dso.spec.days_counted(figures.dso.as_of)
    return f"{plain(window, locale)} days"


def overdue_share(figures: Figures, locale: str = "en") -> str:
    """`36.2%`, or why there is none."""
    printed = figures.overdue.printed
    return _none(figures.overdue) if printed is None else percent(printed, locale)


def dso_days(figures: Figures, locale: str = "en") -> str:
    """`24.4 days`, or why there is none."""
    printed = figures.dso.printed
    return _none(figures.dso) if printed is None else f"{number(printed, locale)} days"


def _none(measure: Measure[Printing, Money]) -> str:
    return f"none: {reason(measure.reason)}"
