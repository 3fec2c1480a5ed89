"""The board of a ledger: the KPI page with how the figures came to be. One HTML file that needs nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from otcore.formats.aging_table import aging_table
from otcore.formats.kpi_cards import made, made_of
from otcore.formats.kpi_changed import changed_panel
from otcore.formats.kpi_figures import figures_panel
from otcore.formats.kpi_late import late_panel
from otcore.formats.kpi_page import aging_panel, nothing, page
from otcore.formats.kpi_series import Shown, ageing_chart, collections_chart, dso_chart, shares_chart
from otcore.formats.kpi_tile_cards import tile_cards
from otcore.formats.kpi_words import WORDS
from otcore.formats.markup import Markup, join, tag
from otcore.kpi.board.board import Boards

_FORMULAS = {
    "BPDSO": "What is open and not past due \u00f7 credit sales of the period \u00d7 days of the period",
    "ADD": "What is open and past due \u00f7 credit sales of the period \u00d7 days of the period",
    "CEI": "(Open before the month + sales \u2212 open at the end) \u00f7 "
    "(open before + sales \u2212 what is not due at the end) \u00d7 100",
}


def board_page(
    boards: Boards,
    locale: str = "en",
    *,
    title: str = "Receivables",
    names: Mapping[str, str] | None = None,
    targets: Mapping[str, Decimal] | None = None,
    notes: Sequence[str] = (),
) -> str:
    """The page as text, to be written as UTF-8. Its words are English; numbers and dates are the locale's.

    title: the heading, such as the legal entity's name. names: customers' names by id; without one the id is shown.
    targets: what was aimed at, by the code of its figure ("DSO"). notes: what is said of the ledger below the heading.
    All of them may be any text. Raises `Invalid` LOCALE_UNKNOWN.
    """
    known, aims = names or {}, targets or {}
    blocks = [_block(Shown(board, locale, aims), known) for board in boards.boards] or [nothing()]
    said = tag("ul", *(tag("li", note) for note in notes), class_="notes") if notes else Markup("")
    return page(title, boards.as_of, locale, join(said, *blocks))


def _block(shown: Shown, names: Mapping[str, str]) -> Markup:
    figures, locale = shown.board.figures, shown.locale
    terms = made_of(figures, locale, *_quotients(shown))
    how = tag("div", tag("h3", "How the figures are made"), terms, class_="panel")
    by_customer = tag("div", aging_table(figures.aging, locale, names), class_="panel")
    figures_of_now = [changed_panel(shown, names), by_customer, how, figures_panel(shown)]
    rows = [tile_cards(shown), *_charts(shown), late_panel(shown, names), *figures_of_now]
    return tag(
        "section",
        tag("h2", shown.board.currency),
        "\n",
        *(join(row, "\n") for row in rows),
        aria_label=f"Figures in {shown.board.currency}",
    )


def _quotients(shown: Shown) -> Iterator[Markup]:
    for name, formula in _FORMULAS.items():
        yield made(WORDS[name].name, formula, shown.board.measures[name], shown.locale, WORDS[name].unit)


def _charts(shown: Shown) -> Iterator[Markup]:
    """Two panels beside each other; what needs more than one month is left out where there is one."""
    now = aging_panel(shown.board.figures.aging, shown.locale)
    if len(shown.months) == 1:
        yield now
        return
    yield tag("div", dso_chart(shown), now, class_="panels")
    yield tag("div", collections_chart(shown), shares_chart(shown), class_="panels even")
    yield ageing_chart(shown)
