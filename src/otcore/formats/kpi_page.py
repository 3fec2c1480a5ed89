"""The KPI page: one HTML file that needs nothing else, no script, no network, the same bytes for the same figures."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from otcore.formats.aging_chart import aging_chart
from otcore.formats.aging_table import aging_table
from otcore.formats.dates import day
from otcore.formats.kpi_cards import cards, made_of
from otcore.formats.markup import HEAD, Markup, join, tag
from otcore.formats.words import aged_from
from otcore.kpi.aging import Aging
from otcore.kpi.report import Figures, KpiReport

_FOOT = (
    "Made from ledger rows up to and including this day; later rows do not change it. Currencies are never added up."
)


def kpi_page(
    report: KpiReport, locale: str = "en", *, title: str = "Receivables", names: Mapping[str, str] | None = None
) -> str:
    """The page as text, to be written as UTF-8. Its words are English; numbers and dates are the locale's.

    title: the heading, such as the legal entity's name. names: customers' names by id; without one the id is shown.
    Both may be any text. Raises `Invalid` LOCALE_UNKNOWN.
    """
    known = names or {}
    blocks = [_block(figures, locale, known) for figures in report.figures] or [nothing()]
    return page(title, report.as_of, locale, join(*blocks))


def page(title: str, as_of: date, locale: str, inside: Markup) -> str:
    """The whole page around its figures."""
    until = f"As of {day(as_of, locale)}"
    head = join(HEAD, tag("title", f"{title} \u00b7 {until}"), "\n", tag("style", _style()), "\n")
    header = tag("header", tag("h1", title), tag("p", until, class_="until"))
    body = tag("body", header, "\n", tag("main", inside), "\n", tag("footer", tag("p", _FOOT)))
    return f'<!doctype html>\n<html lang="en">\n{tag("head", head)}\n{body}\n</html>\n'


def aging_panel(aging: Aging, locale: str) -> Markup:
    """The open balance by age, a bar a bucket."""
    return tag(
        "div",
        tag("h3", "Open balance by age"),
        tag("p", aged_from(aging.spec).capitalize(), class_="note"),
        aging_chart(aging, locale),
        class_="panel",
    )


def nothing() -> Markup:
    """What stands where there is no figure."""
    return tag("section", tag("p", "Nothing has been invoiced or received up to this day.", class_="empty"))


def _block(figures: Figures, locale: str, names: Mapping[str, str]) -> Markup:
    made = tag("div", tag("h3", "How the figures are made"), made_of(figures, locale), class_="panel")
    return tag(
        "section",
        tag("h2", figures.currency),
        "\n",
        cards(figures, locale),
        "\n",
        tag("div", aging_panel(figures.aging, locale), made, class_="panels"),
        "\n",
        tag("div", aging_table(figures.aging, locale, names), class_="panel"),
        "\n",
        aria_label=f"Figures in {figures.currency}",
    )


@cache
def _style() -> Markup:
    return Markup(files("otcore.formats").joinpath("kpi_page.css").read_text(encoding="utf-8"))
