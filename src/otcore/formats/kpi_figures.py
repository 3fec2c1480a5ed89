"""All figures of a day as one table: each with what it was made from."""

from collections.abc import Iterator
from fractions import Fraction

from otcore.formats.kpi_labels import plain
from otcore.formats.kpi_series import Shown
from otcore.formats.kpi_words import WORDS
from otcore.formats.markup import Markup, tag
from otcore.formats.numbers import money, number, percent
from otcore.formats.words import reason
from otcore.kpi.board.measures import AnyMeasure
from otcore.kpi.catalogue import kpi
from otcore.kpi.measure import Amount
from otcore.values.money import Money

_NOTE = "Value: numerator \u00f7 denominator, times the last column. Amounts times days are in minor units."


def figures_panel(shown: Shown) -> Markup:
    """Every figure that the rows answer."""
    title = f"figures-{shown.board.currency}"
    heads = ("Figure", "Code", "Value", "Numerator", "Denominator", "Times")
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *(_row(code, each, shown.locale) for code, each in shown.board.measures.items())),
        aria_labelledby=title,
    )
    return tag(
        "div",
        tag("h3", "All figures", id=title),
        tag(
            "p",
            "Value: numerator \u00f7 denominator, times the last column. Amounts times days are in minor units.",
            class_="note",
        ),
        tag("div", table, class_="scroll", role="region", aria_labelledby=title, tabindex=0),
        class_="panel",
    )


def value_text(code: str, measure: AnyMeasure, locale: str) -> str:
    """A figure with its unit, or why there is none."""
    if measure.printed is None:
        return reason(measure.reason)
    unit = WORDS[code].unit
    return percent(measure.printed, locale) if unit == "%" else f"{number(measure.printed, locale)} {unit}"


def _row(code: str, measure: AnyMeasure, locale: str) -> Markup:
    cells = (value_text(code, measure, locale), *_sides(measure, locale))
    return tag("tr", tag("th", kpi(code).title, scope="row"), tag("td", code), *(tag("td", cell) for cell in cells))


def _sides(measure: AnyMeasure, locale: str) -> Iterator[str]:
    yield _side(measure.numerator, locale)
    yield _side(measure.denominator, locale)
    yield plain(Fraction(measure.factor), locale)


def _side(side: Amount, locale: str) -> str:
    return money(side, locale) if isinstance(side, Money) else plain(Fraction(side), locale)
