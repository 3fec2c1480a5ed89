"""The charts of a board: what each is made of, and what it says."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from otcore.formats.aging_chart import shade
from otcore.formats.dates import day
from otcore.formats.kpi_charts.bars import Bars, pairs_chart, stack_chart
from otcore.formats.kpi_charts.chart import Key, Words
from otcore.formats.kpi_charts.lines import Line, line_chart
from otcore.formats.kpi_labels import MoneyAxis, days_text, month_days, month_names, percent_text, plain
from otcore.formats.markup import Markup
from otcore.formats.numbers import amount
from otcore.formats.words import aged_from, bucket_names
from otcore.kpi.board.board import Board
from otcore.kpi.board.months import is_end
from otcore.kpi.board.past import MonthEnd


@frozen
class Shown:
    """A board on its page: the locale, and the targets by the code of their figure."""

    board: Board
    locale: str
    targets: Mapping[str, Decimal]

    @property
    def months(self) -> tuple[MonthEnd, ...]:
        """The ends of months."""
        return self.board.months

    def target(self, name: str) -> Fraction | None:
        """What was aimed at."""
        return Fraction(self.targets[name]) if name in self.targets else None

    def values(self, name: str) -> tuple[Fraction | None, ...]:
        """A quotient at every end of a month; of one that is not followed there is none."""
        return tuple(month.measures[name].value for month in self.months if name in month.measures)

    def words(self, name: str, title: str, note: str, columns: Mapping[str, tuple[str, ...]]) -> Words:
        """The words of a chart: its columns by their heads, a cell a month."""
        days = month_days(self.months, self.locale)
        return Words(
            id=f"{name}-{self.board.currency}",
            title=title,
            note=note,
            months=month_names(self.months, self.locale),
            heads=("Month to", *columns),
            rows=tuple(zip(days, *columns.values(), strict=True)),
        )


def dso_chart(shown: Shown) -> Markup:
    """DSO over time beside the best possible one; what lies between is days of delay."""
    names = {"DSO": "DSO", "BPDSO": "best possible", "ADD": "delay"}
    columns = {name: _days(shown, code) for code, name in names.items()}
    keys = [
        Key("k-dso", "DSO", columns["DSO"][-1]),
        Key("k-best", "Best possible DSO", columns["best possible"][-1]),
        Key("k-between", "Days of delay", columns["delay"][-1]),
    ]
    lines = [Line("k-dso", shown.values("DSO")), Line("k-best", shown.values("BPDSO"))]
    target = shown.target("DSO")
    if target is not None:
        keys.append(Key("k-target", "Target", plain(target, shown.locale)))
    note = "Days, at the end of each month. Best possible: if nothing were overdue"
    words = shown.words("DSO", "DSO over time", note, columns)
    return line_chart(words, keys, lines, lambda tick: plain(tick, shown.locale), target, between=True)


def collections_chart(shown: Shown) -> Markup:
    """What was invoiced and what came in, month by month."""
    invoiced, collected = ([month.invoiced for month in shown.months], [month.collected for month in shown.months])
    axis = MoneyAxis.of((Fraction(each.minor) for each in (*invoiced, *collected)), shown.board.currency)
    columns = {
        "invoiced": tuple(amount(each, shown.locale) for each in invoiced),
        "collected": tuple(amount(each, shown.locale) for each in collected),
    }
    keys = [
        Key("k-invoiced", "Invoiced", columns["invoiced"][-1]),
        Key("k-collected", "Collected", columns["collected"][-1]),
    ]
    bars = [
        Bars("k-invoiced", tuple(Fraction(each.minor) for each in invoiced)),
        Bars("k-collected", tuple(Fraction(each.minor) for each in collected)),
    ]
    note = f"Invoices less credit notes, and money received, by month ({axis.note}){_until(shown)}"
    words = shown.words("collections", "Invoiced and collected", note, columns)
    return pairs_chart(words, keys, bars, lambda tick: axis.tick(tick, shown.locale))


def ageing_chart(shown: Shown) -> Markup:
    """The open balance by age, month by month."""
    spec = shown.board.figures.aging.spec
    names = bucket_names(spec)
    by_bucket = list(zip(*(month.buckets for month in shown.months), strict=True))
    axis = MoneyAxis.of((Fraction(month.open.minor) for month in shown.months), shown.board.currency)
    columns = {
        name: tuple(amount(each, shown.locale) for each in sums) for name, sums in zip(names, by_bucket, strict=True)
    }
    classes = [shade(place, len(names)) for place in range(len(names))]
    bars = [
        Bars(class_, tuple(Fraction(each.minor) for each in sums))
        for class_, sums in zip(classes, by_bucket, strict=True)
    ]
    keys = [Key(class_, name) for class_, name in zip(classes, names, strict=True)]
    note = f"{aged_from(spec).capitalize()}, at the end of each month ({axis.note})"
    words = shown.words("ageing", "Open balance by age over time", note, columns)
    return stack_chart(words, keys, bars, lambda tick: axis.tick(tick, shown.locale))


def shares_chart(shown: Shown) -> Markup:
    """How much of what could be collected was, and how much of the balance is overdue."""
    columns = {title: _percents(shown, name) for name, title in _SHARES.items()}
    keys = [Key(f"k-{name.lower()}", title, columns[title][-1]) for name, title in _SHARES.items()]
    lines = [Line(f"k-{name.lower()}", shown.values(name)) for name in _SHARES]
    target = shown.target("CEI")
    if target is not None:
        keys.append(Key("k-target", "Target of the effectiveness", f"{plain(target, shown.locale)}%"))
    note = "Percent. Effectiveness (CEI): what was collected of what could be, in the month"
    words = shown.words("shares", "Collection effectiveness", note, columns)
    return line_chart(words, keys, lines, lambda tick: f"{plain(tick, shown.locale)}%", target)


def _until(shown: Shown) -> str:
    """What is said of a last month that is not over."""
    last = shown.months[-1].as_of
    return "" if is_end(last) else f"; the last until {day(last, shown.locale)}"


_SHARES = {"CEI": "Effectiveness (CEI)", "OVERDUE": "Overdue share"}


def _days(shown: Shown, name: str) -> tuple[str, ...]:
    return tuple(days_text(month.measures[name], shown.locale) for month in shown.months)


def _percents(shown: Shown, name: str) -> tuple[str, ...]:
    return tuple(percent_text(month.measures[name], shown.locale) for month in shown.months)
