"""The key figures: each with how it came to be, what changed, and how far it is from its target."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from otcore.formats.dates import day
from otcore.formats.kpi_rows import days_of
from otcore.formats.kpi_series import Shown
from otcore.formats.kpi_words import HIGHER, NEITHER, WORDS
from otcore.formats.numbers import money, number, percent
from otcore.formats.words import counted, reason
from otcore.values.decimals import EXACT
from otcore.values.money import Money


@frozen(kw_only=True)
class Tile:
    """One figure. `unit` stands after it; `values` are its way here; `change` since the end of the month before.

    rose: the sign of the change; better: LOWER, HIGHER or NEITHER. met: whether the target is.
    """

    name: str
    figure: str
    unit: str = ""
    note: str
    values: tuple[Fraction | None, ...]
    change: str = ""
    rose: int = 0
    better: int = NEITHER
    target: str = ""
    met: bool = True

    @property
    def good(self) -> int:
        """Above zero where it changed for the better, below where for the worse."""
        return self.better * self.rose

    @property
    def changed(self) -> str:
        """What changed, in words: `up 1.2 days`."""
        return f"{'up' if self.rose > 0 else 'down'} {self.change}" if self.change else ""


def tiles_of(shown: Shown) -> Iterator[Tile]:
    """The key figures, and whatever else a target is given for."""
    balance, overdue = shown.board.figures.balance, shown.board.figures.overdue
    owners = len({item.customer for item in balance.items})
    whose = f"{counted(len(balance.items), 'open item', 'open items')} of {counted(owners, 'customer', 'customers')}"
    yield _sum(shown, "Open balance", whose, [month.open for month in shown.months])
    yield _quotient(shown, "OVERDUE", f"{money(overdue.numerator, shown.locale)} past its due date")
    window = f"{days_of(shown.board.figures, shown.locale)} to {day(balance.as_of, shown.locale)}"
    yield _quotient(shown, "DSO", window)
    yield _quotient(shown, "ADD")
    yield _quotient(shown, "CEI")
    yield _sum(shown, "Unapplied cash", "not taken off the open balance", [month.unapplied for month in shown.months])
    yield from (_quotient(shown, code) for code in shown.targets if code not in _ALWAYS)


_ALWAYS = frozenset({"OVERDUE", "DSO", "ADD", "CEI"})


def _sum(shown: Shown, name: str, note: str, way: list[Money]) -> Tile:
    step = way[-1] - way[-2] if len(way) > 1 else Money.zero(way[-1].currency)
    return Tile(
        name=name,
        figure=money(way[-1], shown.locale),
        note=note,
        values=tuple(Fraction(each.minor) for each in way),
        change=money(abs(step), shown.locale) if step else "",
        rose=step.minor,
    )


def _quotient(shown: Shown, code: str, note: str = "") -> Tile:
    words = WORDS[code]
    unit = words.unit
    measure = shown.board.measures[code]
    past = shown.months[-2].measures.get(code) if len(shown.months) > 1 else None
    before = past.printed if past else None
    step = Decimal(0) if measure.printed is None or before is None else EXACT.subtract(measure.printed, before)
    target, met = _target(shown, code)
    return Tile(
        name=words.name,
        figure="\u2013" if measure.printed is None else _written(measure.printed, unit, shown.locale),
        unit=reason(measure.reason) if measure.printed is None else unit if unit != "%" else "",
        note=note or words.note,
        values=shown.values(code),
        change=_stepped(abs(step), unit, shown.locale) if step else "",
        rose=int(step > 0) - int(step < 0),
        better=words.better,
        target=target,
        met=met,
    )


def _target(shown: Shown, code: str) -> tuple[str, bool]:
    """What is said of the target, and whether it is met; the gap is of the figure as it is printed."""
    unit, better = WORDS[code].unit, WORDS[code].better
    target, printed = shown.targets.get(code), shown.board.measures[code].printed
    if target is None:
        return "", True
    aim = f"Target {_written(target, unit, shown.locale)}"
    if printed is None:
        return aim, True
    gap = EXACT.subtract(printed, target)
    if not gap:
        return f"{aim}: met", True
    side = "above" if gap > 0 else "below"
    return f"{aim}: {_stepped(abs(gap), unit, shown.locale)} {side}", (gap > 0) == (better == HIGHER)


def _written(value: Decimal, unit: str, locale: str) -> str:
    return percent(value, locale) if unit == "%" else number(value, locale)


def _stepped(value: Decimal, unit: str, locale: str) -> str:
    """A difference: of percents it is in points."""
    return f"{number(value, locale)} {'points' if unit == '%' else unit}"
