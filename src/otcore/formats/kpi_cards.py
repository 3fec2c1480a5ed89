"""The figures as cards, and how each was made."""

from collections.abc import Iterator
from fractions import Fraction

from otcore.formats.dates import day
from otcore.formats.kpi_labels import plain
from otcore.formats.kpi_rows import days_of, dso_days, overdue_share
from otcore.formats.markup import Markup, join, tag
from otcore.formats.numbers import money, number, percent
from otcore.formats.words import counted, reason
from otcore.kpi.balance import OpenBalance
from otcore.kpi.dso_spec import ReceivablesBasis
from otcore.kpi.measure import Measure, Printing
from otcore.kpi.report import Figures
from otcore.values.money import Money

_DSO = {
    ReceivablesBasis.ENDING: "Receivables at the end \u00f7 credit sales of the period \u00d7 days of the period",
    ReceivablesBasis.AVERAGE: "(Receivables before the period + at its end) \u00f7 credit sales of the period "
    "\u00d7 half of its days",
}


def cards(figures: Figures, locale: str) -> Markup:
    """Four figures: open balance, overdue, DSO, unapplied cash."""
    balance, items = figures.balance, figures.balance.items
    owners = len({item.customer for item in items})
    whose = f"{counted(len(items), 'open item', 'open items')} of {counted(owners, 'customer', 'customers')}"
    until = day(balance.as_of, locale)
    overdue = figures.overdue.printed
    late = _none(figures.overdue) if overdue is None else f"{percent(overdue, locale)} of the open balance"
    return tag(
        "div",
        _card("Open balance", money(balance.open, locale), whose),
        _card("Overdue", money(figures.overdue.numerator, locale), late),
        _card("DSO", _days(figures, locale), f"{days_of(figures, locale)} to {until}"),
        _card("Unapplied cash", money(balance.unapplied, locale), "not taken off the open balance"),
        class_="cards",
    )


def made_of(figures: Figures, locale: str, *more: Markup) -> Markup:
    """Each figure's formula, with the amounts that went into it; `more` terms stand after the DSO."""
    dso, *others = _formulas(figures, locale)
    return tag("dl", dso, *more, *others, class_="made")


def made(name: str, formula: str, measure: Measure[Printing, Money], locale: str, unit: str) -> Markup:
    """A quotient's formula, with the amounts that went into it."""
    if measure.printed is None:
        return _term(name, formula, f"None: {reason(measure.reason)}")
    shown = percent(measure.printed, locale) if unit == "%" else f"{number(measure.printed, locale)} {unit}"
    return _term(name, formula, _sum(measure, locale, shown))


def _formulas(figures: Figures, locale: str) -> Iterator[Markup]:
    until = day(figures.balance.as_of, locale)
    period = figures.dso.spec.period(figures.dso.as_of)
    yield _term(
        "Days sales outstanding (DSO)",
        _DSO[figures.dso.spec.receivables],
        _sum(figures.dso, locale, dso_days(figures, locale)),
        f"Credit sales: invoices dated {day(period.start, locale)} to {until}. Both with tax, as invoiced.",
    )
    yield _term(
        "Overdue share",
        "Items due before the day \u00f7 open balance \u00d7 100",
        _sum(figures.overdue, locale, overdue_share(figures, locale)),
        f"An item due on {until} is not overdue.",
    )
    yield _term("Open balance", "Invoiced \u2212 applied payments, item by item", _control(figures.balance, locale))
    yield _term("Unapplied cash", "Received \u2212 applied. Shown apart, never netted with what is owed.")


def _sum(measure: Measure[Printing, Money], locale: str, result: str) -> str:
    if measure.reason:
        return result.capitalize()
    top, bottom = money(measure.numerator, locale), money(measure.denominator, locale)
    return f"{top} \u00f7 {bottom} \u00d7 {plain(Fraction(measure.factor), locale)} = {result}"


def _control(balance: OpenBalance, locale: str) -> str | Markup:
    if not balance.difference:
        return f"Agrees with the control account: {money(balance.control, locale)}"
    apart = money(balance.difference, locale)
    return tag("strong", f"Differs from the control account by {apart}", class_="alarm")


def _term(name: str, *said: str) -> Markup:
    formula, *notes = said
    return join(tag("dt", name), tag("dd", formula, class_="formula"), *(tag("dd", note) for note in notes))


def _card(name: str, figure: str, note: str) -> Markup:
    return tag("div", tag("h3", name), tag("p", figure, class_="figure"), tag("p", note), class_="card")


def _days(figures: Figures, locale: str) -> Markup:
    printed = figures.dso.printed
    if printed is None:
        return join("\u2013 ", tag("small", reason(figures.dso.reason)))
    return join(number(printed, locale), " ", tag("small", "days"))


def _none(measure: Measure[Printing, Money]) -> str:
    return f"no share: {reason(measure.reason)}"
