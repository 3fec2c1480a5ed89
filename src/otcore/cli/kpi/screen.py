"""What `otcore kpi` shows on a terminal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from rich.console import Console
from rich.table import Table
from rich.text import Text

from otcore.cli.kpi.figures import KpiDone
from otcore.cli.kpi.order import KpiOrder
from otcore.cli.tables import Column, bars, table
from otcore.formats.dates import day
from otcore.formats.kpi_labels import days_text, percent_text
from otcore.formats.kpi_series import Shown
from otcore.formats.kpi_tiles import Tile, tiles_of
from otcore.formats.numbers import amount, number
from otcore.formats.visible import visible
from otcore.formats.words import UNKNOWN_PAYER, aged_from, bucket_names
from otcore.kpi.board.late import Late
from otcore.kpi.board.measures import AnyMeasure
from otcore.kpi.board.past import MonthEnd
from otcore.values.currencies import digits
from otcore.values.money import Money
from otcore.values.rounding import round_ratio

_STEPS = "▁▂▃▄▅▆▇█"
_LATE = 10
_NARROW = 100
"""On fewer columns a table leaves out what it can."""


def show_kpi(console: Console, done: KpiDone, order: KpiOrder) -> None:
    """All of it: what is known of the ledger, and each currency."""
    _say(console, f"{order.title}, as of {day(done.boards.as_of, order.locale)}", "bold")
    for note in done.notes:
        _say(console, note, "dim")
    if not done.boards.boards:
        _say(console, "Nothing has been invoiced or received up to this day.")
    for board in done.boards.boards:
        _show(console, Shown(board, order.locale, order.targets), done.source.names)


def say_written(console: Console, written: Sequence[str]) -> None:
    """Which files there are now."""
    for name in written:
        _say(console, f"Written: {name}")


def _show(console: Console, shown: Shown, names: Mapping[str, str]) -> None:
    narrow = console.width < _NARROW
    console.print(_key_figures(shown, narrow))
    console.print(_by_age(shown))
    if len(shown.months) > 1:
        console.print(_by_month(shown, narrow))
    if shown.board.late:
        console.print(_late(shown, names, narrow))


def _key_figures(shown: Shown, narrow: bool) -> Table:
    since = f"Since {day(shown.months[-2].as_of, shown.locale)}" if len(shown.months) > 1 else ""
    columns = [Column("Figure"), Column("", right=True), Column(since)]
    targets = [tile.target for tile in tiles_of(shown) if tile.target]
    if targets:
        columns.append(Column("Target"))
    if not narrow:
        columns.append(Column("Way here"))
    rows = ([*_tile(tile, bool(targets)), *([] if narrow else [_way(tile)])] for tile in tiles_of(shown))
    return table(f"Receivables in {shown.board.currency}", columns, rows)


def _tile(tile: Tile, targets: bool) -> Iterator[object]:
    yield tile.name
    yield f"{tile.figure} {tile.unit}".strip()
    yield Text(tile.changed, style="green" if tile.good > 0 else "red" if tile.good < 0 else "")
    if targets:
        yield Text(tile.target.removeprefix("Target "), style="green" if tile.met else "red")


def _way(tile: Tile) -> Text:
    """The way of a figure as small bars; a blank where it had no value."""
    known = [value for value in tile.values if value is not None]
    low, high = min(known, default=Fraction(0)), max(known, default=Fraction(0))
    return Text("".join(_step(value, low, high) for value in tile.values), style="cyan")


def _step(value: Fraction | None, low: Fraction, high: Fraction) -> str:
    if value is None:
        return " "
    share = (value - low) / (high - low) if high > low else Fraction(0)
    return _STEPS[int(share * (len(_STEPS) - 1))]


def _by_age(shown: Shown) -> Table:
    aging = shown.board.figures.aging
    sums = aging.total.buckets
    columns = [Column(aged_from(aging.spec).capitalize()), Column("Open", right=True), Column("")]
    drawn = zip(bucket_names(aging.spec), sums, bars(sums), strict=True)
    rows = ((name, amount(value, shown.locale), Text(bar, style="cyan")) for name, value, bar in drawn)
    return table("Open balance by age", columns, rows)


def _by_month(shown: Shown, narrow: bool) -> Table:
    heads = ["Open", "Invoiced", "Collected", "Overdue", "DSO", "Best possible", "CEI"]
    columns = [Column("Month to", most=12), *(Column(head, right=True) for head in heads)]
    kept = [column for column in columns if not (narrow and column.name == "Best possible")]
    rows = ([*_month(month, shown.locale, narrow)] for month in shown.months)
    return table("Month by month", kept, rows)


def _month(month: MonthEnd, locale: str, narrow: bool) -> Iterator[str]:
    yield day(month.as_of, locale)
    for each in (month.open, month.invoiced, month.collected):
        yield _whole(each, locale) if narrow else amount(each, locale)
    measures = month.measures
    yield _or_none(measures["OVERDUE"], percent_text, locale)
    yield _or_none(measures["DSO"], days_text, locale)
    if not narrow:
        yield _or_none(measures["BPDSO"], days_text, locale)
    yield _or_none(measures["CEI"], percent_text, locale)


def _whole(value: Money, locale: str) -> str:
    """An amount without its minor units."""
    whole = round_ratio(value.minor, 10 ** digits(value.currency))
    return number(Decimal(whole), locale)


def _or_none(measure: AnyMeasure, text: Callable[[AnyMeasure, str], str], locale: str) -> str:
    return "\u2013" if measure.reason else text(measure, locale)


def _late(shown: Shown, names: Mapping[str, str], narrow: bool) -> Table:
    heads = ["Overdue", "Open", "Mean days", "Oldest", "Items"]
    columns = [Column("Customer", most=24 if narrow else 40), *(Column(head, right=True) for head in heads)]
    late = shown.board.late[:_LATE]
    rows = [[*_of(each, shown.locale, names)] for each in late]
    if not narrow:
        columns.append(Column(""))
        for row, bar in zip(rows, bars([each.overdue for each in late]), strict=True):
            row.append(Text(bar, style="red"))
    more = f", {_LATE} of {len(shown.board.late)}" if len(shown.board.late) > _LATE else ""
    return table(f"Customers that are late{more}", columns, rows)


def _of(late: Late, locale: str, names: Mapping[str, str]) -> Iterator[object]:
    yield names.get(late.customer) or late.customer or UNKNOWN_PAYER
    yield amount(late.overdue, locale)
    yield amount(late.open, locale)
    yield round_ratio(late.days.numerator, late.days.denominator)
    yield late.oldest
    yield late.items


def _say(console: Console, text: str, style: str = "") -> None:
    console.print(Text(visible(text), style=style))
